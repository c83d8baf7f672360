package dev.lockstep.client.internal;

import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftEvent.Kind;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.json.DriftSink;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Turns what adapters and statuses show into events. Names pass, values do not. */
final class DriftReporter implements DriftSink {
    private static final int MAX_EVENTS = 64;
    private static final int MAX_PATH = 200;
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

    private final String vendor;
    private final OperationSpec spec;
    private final int status;
    private final DriftListener listener;
    private int events;

    DriftReporter(String vendor, OperationSpec spec, int status, DriftListener listener) {
        this.vendor = vendor;
        this.spec = spec;
        this.status = status;
        this.listener = listener;
    }

    @Override
    public void unknownProperty(String type, String property, String path) {
        report(Kind.UNKNOWN_PROPERTY, type, property, path);
    }

    @Override
    public void unknownEnumValue(String type, String value, String path) {
        report(Kind.UNKNOWN_ENUM_VALUE, type, "", path);
    }

    @Override
    public void invalidProperty(String type, String property, String path, String reason) {
        report(Kind.INVALID_PROPERTY, type, property, path);
    }

    @Override
    public void unknownVariant(String type, String path) {
        report(Kind.UNDECODABLE_UNION, type, "", path);
    }

    /** A documented error body that does not decode. */
    void undecodableErrorBody(String type) {
        report(Kind.UNDECODABLE_ERROR_BODY, type, "", "$");
    }

    /** What status and headers show. */
    void head(Headers headers) {
        if (!spec.documents(status)) {
            report(Kind.UNDOCUMENTED_STATUS, "", "", "$");
        }
        if (headers.get("Deprecation") != null) {
            report(Kind.DEPRECATION, "", "Deprecation", "$");
        }
        if (headers.get("Sunset") != null) {
            report(Kind.SUNSET, "", "Sunset", "$");
        }
    }

    /** One answer may not flood a listener; a listener's fault is no fault of the call. */
    private void report(Kind kind, String type, String name, String path) {
        if (++events > MAX_EVENTS) {
            return;
        }
        try {
            listener.onDrift(new DriftEvent(
                    kind,
                    vendor,
                    spec.name(),
                    status,
                    type,
                    bounded(name),
                    bounded(INDEX.matcher(path).replaceAll("[*]"))));
        } catch (RuntimeException e) {
            Engine.dropped(listener, e);
        }
    }

    private static String bounded(String text) {
        return text.length() <= MAX_PATH ? text : text.substring(0, MAX_PATH) + "...";
    }
}
