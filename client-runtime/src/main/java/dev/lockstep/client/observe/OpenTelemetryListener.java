package dev.lockstep.client.observe;

import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.Attempt;
import dev.lockstep.client.CallInfo;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.DriftEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Traces calls with OpenTelemetry: one span of kind CLIENT for each call, under the span that is current where the call is
 * made, with its attempts and drift as events. Attributes follow the HTTP semantic conventions 1.23. {@code url.full} is left
 * out, since ids in a path may be all that protects what they name; {@code url.template} stands in for it.
 */
public final class OpenTelemetryListener implements CallListener {
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
    private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<Long> RESENT = AttributeKey.longKey("http.request.resend_count");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> VENDOR = AttributeKey.stringKey("lockstep.vendor");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("lockstep.operation");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("lockstep.outcome");
    private static final AttributeKey<Boolean> AMBIGUOUS = AttributeKey.booleanKey("lockstep.ambiguous");
    private static final AttributeKey<String> PHASE = AttributeKey.stringKey("lockstep.phase");
    private static final AttributeKey<Long> DELAY = AttributeKey.longKey("lockstep.delay_ms");
    private static final AttributeKey<Long> DURATION = AttributeKey.longKey("lockstep.duration_ms");
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("lockstep.drift.kind");
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("lockstep.drift.type");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("lockstep.drift.name");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("lockstep.drift.path");

    private final Tracer tracer;

    /** Traces with the tracer {@code dev.lockstep.client} of this OpenTelemetry. */
    public OpenTelemetryListener(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("dev.lockstep.client");
    }

    @Override
    public CallListener callStarted(CallInfo call) {
        return new CallSpan(tracer.spanBuilder(call.key())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(METHOD, call.method())
                .setAttribute(TEMPLATE, call.pathTemplate())
                .setAttribute(ADDRESS, call.server().host())
                .setAttribute(PORT, (long) call.server().port())
                .setAttribute(VENDOR, call.vendor())
                .setAttribute(OPERATION, call.operation())
                .startSpan());
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rest of one call. */
    private static final class CallSpan implements CallListener {
        private final Span span;

        CallSpan(Span span) {
            this.span = span;
        }

        @Override
        public void attemptEnded(CallInfo call, Attempt attempt) {
            AttributesBuilder attributes = Attributes.builder()
                    .put(RESENT, (long) attempt.number() - 1)
                    .put(PHASE, word(attempt.phase()))
                    .put(DELAY, attempt.delay().toMillis())
                    .put(DURATION, attempt.duration().toMillis())
                    .put(AMBIGUOUS, attempt.ambiguous());
            if (attempt.status() != 0) {
                attributes.put(STATUS, (long) attempt.status());
            }
            String failure = attempt.failure();
            if (failure != null) {
                attributes.put(ERROR, failure);
            } else if (attempt.status() >= 400) {
                attributes.put(ERROR, Integer.toString(attempt.status()));
            }
            span.addEvent("attempt", attributes.build());
        }

        @Override
        public void drifted(CallInfo call, DriftEvent event) {
            span.addEvent(
                    "drift",
                    Attributes.of(
                            KIND, word(event.kind()), TYPE, event.type(), NAME, event.name(), PATH, event.path()));
        }

        @Override
        public void callEnded(CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
            int status = Outcome.lastStatus(attempts);
            if (status != 0) {
                span.setAttribute(STATUS, (long) status);
            }
            if (attempts.size() > 1) {
                span.setAttribute(RESENT, (long) attempts.size() - 1);
            }
            span.setAttribute(OUTCOME, word(Outcome.of(failure)));
            if (failure != null) {
                // Not recordException: a message may quote the vendor's body.
                span.setStatus(StatusCode.ERROR);
                span.setAttribute(AMBIGUOUS, Outcome.ambiguous(failure));
                span.setAttribute(
                        ERROR,
                        failure instanceof ApiStatusException answered
                                ? Integer.toString(answered.status())
                                : failure.getClass().getName());
            }
            span.end();
        }
    }
}
