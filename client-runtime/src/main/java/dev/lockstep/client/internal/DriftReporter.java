package dev.lockstep.client.internal;

import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftEvent.Kind;
import dev.lockstep.client.json.DriftSink;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Turns what adapters and statuses show into events. Names pass, values do not. */
final class DriftReporter implements DriftSink {
    private static final int MAX_EVENTS = 64;
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

    private final String vendor;
    private final OperationSpec spec;
    private final int status;
    private final CallResult result;
    private @Nullable Redactor redactor;
    private int events;

    DriftReporter(String vendor, OperationSpec spec, int status, CallResult result) {
        this.vendor = vendor;
        this.spec = spec;
        this.status = status;
        this.result = result;
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
        report(Kind.MISTYPED_PROPERTY, type, property, path);
    }

    @Override
    public void missingProperty(String type, String property, String path) {
        report(Kind.MISSING_PROPERTY, type, property, path);
    }

    @Override
    public void nullProperty(String type, String property, String path) {
        report(Kind.NULL_PROPERTY, type, property, path);
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
        String deprecation = headers.get("Deprecation");
        if (deprecation != null) {
            report(Kind.DEPRECATION, "", "Deprecation", "$", Lifecycle.deprecation(deprecation));
        }
        String sunset = headers.get("Sunset");
        if (sunset != null) {
            report(Kind.SUNSET, "", "Sunset", "$", Lifecycle.sunset(sunset));
        }
    }

    private void report(Kind kind, String type, String name, String path) {
        report(kind, type, name, path, null);
    }

    /** One answer may not flood a listener. */
    private void report(Kind kind, String type, String name, String path, @Nullable Instant date) {
        if (++events > MAX_EVENTS) {
            return;
        }
        Redactor masking = redactor == null ? result.redactor() : redactor;
        redactor = masking;
        result.observation()
                .drifted(new DriftEvent(
                        kind,
                        vendor,
                        spec.name(),
                        status,
                        type,
                        masking.path(name),
                        masking.path(INDEX.matcher(path).replaceAll("[*]")),
                        date));
    }
}
