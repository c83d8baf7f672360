package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.observe.OpenTelemetryListener;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenTelemetryListenerTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();

    private FixtureClient client() {
        return vendor.build(vendor.builder().callListener(new OpenTelemetryListener(telemetry)));
    }

    private SpanData span() {
        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertEquals(1, spans.size(), spans::toString);
        vendor.seen.add(spans);
        return spans.get(0);
    }

    private static String sorted(Attributes attributes) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
        return sorted.toString();
    }

    private static String events(SpanData span) {
        StringBuilder text = new StringBuilder();
        for (EventData event : span.getEvents()) {
            text.append(event.getName()).append(sorted(event.getAttributes())).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource
    void oneSpanACallWithItsAttempts(Mode mode) {
        vendor.enqueue(Vendor.status(500), Vendor.json(200, "{\"id\":\"c1\",\"extra\":1}"));
        vendor.run(mode, client().service().stop()).success();
        SpanData span = span();
        assertEquals("POST /stop", span.getName());
        assertEquals(SpanKind.CLIENT, span.getKind());
        assertEquals("dev.lockstep.client", span.getInstrumentationScopeInfo().getName());
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertEquals(
                "{http.request.method=POST, http.request.resend_count=1, http.response.status_code=200,"
                        + " lockstep.operation=stopConversation, lockstep.outcome=success, lockstep.vendor=acme,"
                        + " server.address=" + vendor.server().getHostName() + ", server.port="
                        + vendor.server().getPort() + ", url.template=/stop}",
                sorted(span.getAttributes()));
        assertEquals("""
                attempt{error.type=500, http.request.resend_count=0, http.response.status_code=500, lockstep.ambiguous=true, lockstep.delay_ms=0, lockstep.duration_ms=0, lockstep.phase=complete}
                attempt{http.request.resend_count=1, http.response.status_code=200, lockstep.ambiguous=false, lockstep.delay_ms=100, lockstep.duration_ms=0, lockstep.phase=complete}
                drift{lockstep.drift.kind=unknown-property, lockstep.drift.name=extra, lockstep.drift.path=$.extra, lockstep.drift.type=Conversation}
                """, events(span));
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentedErrorIsAnError(Mode mode) {
        vendor.enqueue(Vendor.json(404, "{\"message\":\"secret of the vendor\"}"));
        vendor.run(mode, client().service().get()).failed(ApiNotFoundException.class);
        SpanData span = span();
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertEquals("", span.getStatus().getDescription());
        assertEquals("404", span.getAttributes().get(io.opentelemetry.api.common.AttributeKey.stringKey("error.type")));
        assertEquals(false, span.toString().contains("secret of the vendor"), span::toString);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAnswerTheExceptionsClassIsTheError(Mode mode) {
        vendor.enqueue(Vendor.status(200).onResponseStart(new mockwebserver3.SocketEffect.CloseSocket()));
        vendor.run(mode, client().service().get()).failed(ApiConnectionException.class);
        SpanData span = span();
        String attributes = sorted(span.getAttributes());
        assertEquals(
                "{error.type=dev.lockstep.client.ApiConnectionException, http.request.method=GET, lockstep.ambiguous=true,",
                attributes.substring(0, attributes.indexOf(" lockstep.operation")));
        assertEquals(1, span.getEvents().size());
    }

    @ParameterizedTest
    @EnumSource
    void theCallersSpanIsTheParent(Mode mode) {
        vendor.enqueue(Vendor.conversation());
        Span parent = telemetry.getTracer("test").spanBuilder("parent").startSpan();
        try (Scope scope = parent.makeCurrent()) {
            assertEquals(parent, Span.current(), scope.toString());
            vendor.run(mode, client().service().get()).success();
        }
        assertEquals(parent.getSpanContext().getSpanId(), span().getParentSpanId());
    }
}
