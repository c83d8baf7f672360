package dev.lockstep.it;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiStatusException;
import dev.lockstep.vendor.hamsa.ErrorSchema;
import dev.lockstep.vendor.openhands.HTTPValidationError;
import dev.lockstep.vendor.tavus.EndConversationBadRequest;
import dev.lockstep.vendor.tavus.EndConversationUnauthorized;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented error status with its documented body, and statuses that no page documents. */
class ErrorStatusTest {
    /**
     * One answer.
     *
     * @param read reads the typed body
     * @param typed what that gives, as text
     */
    record Row(
            Documented operation,
            int status,
            String body,
            Function<ApiStatusException, @Nullable Object> read,
            String typed,
            Mode mode) {
        @Override
        public String toString() {
            return mode + " " + operation + " " + status;
        }
    }

    private AllVendors vendors;

    @BeforeEach
    void start() {
        vendors = new AllVendors();
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    static Stream<Row> documented() {
        return Stream.of(Mode.values()).flatMap(ErrorStatusTest::documented);
    }

    private static Stream<Row> documented(Mode mode) {
        return Stream.of(
                new Row(
                        Documented.TAVUS_CONVERSATION,
                        400,
                        "{\"error\":\"Invalid conversation_id\"}",
                        e -> body(e, EndConversationBadRequest.class).error(),
                        "Invalid conversation_id",
                        mode),
                new Row(
                        Documented.TAVUS_CONVERSATION,
                        401,
                        "{\"message\":\"Invalid access token\"}",
                        e -> body(e, EndConversationUnauthorized.class).message(),
                        "Invalid access token",
                        mode),
                new Row(Documented.TAVUS_DEPLOYMENT, 404, "", ApiStatusException::rawBody, "", mode),
                hamsa(400, mode),
                hamsa(401, mode),
                hamsa(403, mode),
                hamsa(404, mode),
                hamsa(500, mode),
                anyreach(403, "The token's role doesn't grant access", mode),
                anyreach(404, "Conversation not found", mode),
                anyreach(409, "Not a text conversation", mode),
                new Row(
                        Documented.OPENHANDS,
                        422,
                        "{\"detail\":[{\"loc\":[\"path\",\"conversation_id\",0],\"msg\":\"too short\",\"type\":\"value\"}]}",
                        e -> requireNonNull(body(e, HTTPValidationError.class).detail()).stream()
                                .map(detail -> detail.msg() + " " + detail.loc().size())
                                .toList(),
                        "[too short 3]",
                        mode));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documented")
    void documentedStatusIsTyped(Row row) {
        vendors.answer(row.operation(), row.status(), row.body());

        ApiStatusException e = assertThrows(
                Documented.exception(row.status()),
                () -> row.mode().end(vendors.conversations(), row.operation().target));

        assertEquals(row.status(), e.status());
        assertEquals(row.body(), e.rawBody());
        assertEquals(row.typed(), String.valueOf(row.read().apply(e)));
        assertEquals(row.operation().vendor() + " " + row.operation().target.operation(), e.operation());
        assertEquals(1, e.attempts().size());
        assertEquals(1, vendors.received(row.operation()).all().size());
        assertTrue(vendors.drift().isEmpty(), () -> "drift: " + vendors.drift());
    }

    static Stream<Row> undocumented() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(Documented.values())
                        .flatMap(operation -> Stream.of(400, 401, 403, 404, 409, 422)
                                .filter(status -> !operation.errors.contains(status))
                                .map(status -> new Row(
                                        operation,
                                        status,
                                        "{\"why\":\"no\"}",
                                        ApiStatusException::rawBody,
                                        "",
                                        mode))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("undocumented")
    void undocumentedStatusHasItsClassItsRawBodyAndIsDrift(Row row) {
        vendors.answer(row.operation(), row.status(), row.body());

        ApiStatusException e = assertThrows(
                Documented.exception(row.status()),
                () -> row.mode().end(vendors.conversations(), row.operation().target));

        assertEquals(row.status(), e.status());
        assertEquals("{\"why\":\"no\"}", e.rawBody());
        assertEquals(1, vendors.received(row.operation()).all().size());
        assertEquals(1, vendors.drift().size(), () -> "drift: " + vendors.drift());
        assertEquals(row.operation().vendor(), vendors.drift().get(0).vendor());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documented")
    void documentedStatusWithAnUndecodableBodyKeepsStatusAndRawBody(Row row) {
        vendors.answer(row.operation(), row.status(), "<html>proxy</html>");

        ApiStatusException e = assertThrows(
                Documented.exception(row.status()),
                () -> row.mode().end(vendors.conversations(), row.operation().target));

        assertEquals(row.status(), e.status());
        assertEquals("<html>proxy</html>", e.rawBody());
        assertEquals(
                List.of(),
                Stream.of(ErrorSchema.class, HTTPValidationError.class)
                        .map(e::errorBody)
                        .filter(body -> body != null)
                        .toList());
    }

    private static Row hamsa(int status, Mode mode) {
        return new Row(
                Documented.HAMSA,
                status,
                "{\"code\":" + status + ",\"message\":\"no\"}",
                e -> body(e, ErrorSchema.class).code() + " "
                        + body(e, ErrorSchema.class).message(),
                status + " no",
                mode);
    }

    private static Row anyreach(int status, String detail, Mode mode) {
        return new Row(
                Documented.ANYREACH,
                status,
                "{\"detail\":\"" + detail + "\"}",
                e -> body(e, dev.lockstep.vendor.anyreach.Error.class).detail(),
                detail,
                mode);
    }

    private static <T> T body(ApiStatusException e, Class<T> type) {
        return requireNonNull(e.errorBody(type), () -> "no " + type.getSimpleName() + " in " + e);
    }
}
