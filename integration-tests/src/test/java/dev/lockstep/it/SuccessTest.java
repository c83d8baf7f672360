package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lockstep.conversations.EndStatus;
import dev.lockstep.conversations.Ended;
import dev.lockstep.vendor.anyreach.EndConversationResponse;
import dev.lockstep.vendor.hamsa.SuccessResponse;
import dev.lockstep.vendor.openhands.ConversationResponse;
import dev.lockstep.vendor.tavus.EndDeploymentConversationResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented success body, and what becomes of it in common words and in the vendor's types. */
class SuccessTest {
    /**
     * One answer.
     *
     * @param said vendor status, duration, summary and message of the result
     * @param typed what the typed response gives
     */
    record Row(
            Documented operation,
            String body,
            EndStatus status,
            List<@Nullable Object> said,
            Function<Ended<?>, List<@Nullable Object>> read,
            List<@Nullable Object> typed,
            Mode mode) {
        @Override
        public String toString() {
            return mode + " " + operation + " " + (body.isEmpty() ? "without body" : body);
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

    static Stream<Row> rows() {
        return Stream.of(Mode.values()).flatMap(SuccessTest::rows);
    }

    private static Stream<Row> rows(Mode mode) {
        return Stream.of(
                tavus("", mode),
                tavus("{\"status\":\"whatever\"}", mode),
                tavus("<html>not even JSON</html>", mode),
                deployment(
                        "{\"conversation_id\":\"c123456\",\"status\":\"ended\"}",
                        EndStatus.ENDED,
                        "c123456",
                        "ended",
                        mode),
                deployment("{\"status\":\"expired\"}", EndStatus.UNKNOWN, null, "expired", mode),
                deployment("{}", EndStatus.ENDED, null, null, mode),
                hamsa(
                        "{\"success\":true,\"message\":\"Conversation terminated successfully.\","
                                + "\"messageKey\":\"ConversationTerminatedSuccessfully\"}",
                        EndStatus.ENDED,
                        true,
                        "Conversation terminated successfully.",
                        "ConversationTerminatedSuccessfully",
                        mode),
                hamsa(
                        "{\"success\":true,\"message\":\"Operation completed successfully\","
                                + "\"messageKey\":\"OPERATION_SUCCESSFUL\"}",
                        EndStatus.ENDED,
                        true,
                        "Operation completed successfully",
                        "OPERATION_SUCCESSFUL",
                        mode),
                hamsa("{\"success\":false,\"message\":\"no\"}", EndStatus.NOT_ENDED, false, "no", null, mode),
                hamsa("{}", EndStatus.ENDED, null, null, null, mode),
                anyreach(
                        "{\"conversation_id\":\"conv_1\",\"status\":\"completed\",\"duration\":93,"
                                + "\"summary\":\"Asked for a refund.\"}",
                        EndStatus.ENDED,
                        "completed",
                        93L,
                        "Asked for a refund.",
                        mode),
                anyreach(
                        "{\"conversation_id\":\"conv_1\",\"status\":\"completed\",\"duration\":null,\"summary\":null}",
                        EndStatus.ENDED,
                        "completed",
                        null,
                        null,
                        mode),
                anyreach("{\"status\":\"failed\"}", EndStatus.ENDED, "failed", null, null, mode),
                anyreach("{\"status\":\"cancelled\"}", EndStatus.ENDED, "cancelled", null, null, mode),
                anyreach("{\"status\":\"unanswered\"}", EndStatus.ENDED, "unanswered", null, null, mode),
                anyreach("{\"status\":\"token_created\"}", EndStatus.ENDING, "token_created", null, null, mode),
                anyreach("{\"status\":\"triggered\"}", EndStatus.ENDING, "triggered", null, null, mode),
                anyreach("{\"status\":\"ringing\"}", EndStatus.ENDING, "ringing", null, null, mode),
                anyreach("{\"status\":\"in_progress\"}", EndStatus.ENDING, "in_progress", null, null, mode),
                anyreach("{\"status\":\"transferred\"}", EndStatus.UNKNOWN, "transferred", null, null, mode),
                anyreach("{\"status\":\"archived\"}", EndStatus.UNKNOWN, "archived", null, null, mode),
                anyreach("{}", EndStatus.ENDED, null, null, null, mode),
                openhands(
                        "{\"status\":\"ok\",\"conversation_id\":\"0f1e2d3c4b5a\",\"message\":\"stopped\","
                                + "\"conversation_status\":\"STOPPED\"}",
                        EndStatus.ENDED,
                        "STOPPED",
                        "stopped",
                        mode),
                openhands(
                        "{\"status\":\"ok\",\"conversation_id\":\"0f1e2d3c4b5a\",\"message\":null,"
                                + "\"conversation_status\":null}",
                        EndStatus.ENDED,
                        null,
                        null,
                        mode),
                openhands(
                        "{\"status\":\"ok\",\"conversation_id\":\"0f1e2d3c4b5a\",\"conversation_status\":\"RUNNING\"}",
                        EndStatus.ENDING,
                        "RUNNING",
                        null,
                        mode),
                openhands(
                        "{\"status\":\"ok\",\"conversation_id\":\"0f1e2d3c4b5a\",\"conversation_status\":\"STARTING\"}",
                        EndStatus.ENDING,
                        "STARTING",
                        null,
                        mode),
                openhands(
                        "{\"status\":\"ok\",\"conversation_id\":\"0f1e2d3c4b5a\",\"conversation_status\":\"PAUSED\"}",
                        EndStatus.UNKNOWN,
                        "PAUSED",
                        null,
                        mode));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void ends(Row row) throws Exception {
        vendors.answer(row.operation(), 200, row.body());

        Ended<?> ended = row.mode().end(vendors.conversations(), row.operation().target);

        assertEquals(row.operation().vendor(), ended.vendor());
        assertEquals(row.operation().target.id(), ended.id());
        assertEquals(row.status(), ended.status());
        assertEquals(
                row.said(), Arrays.asList(ended.vendorStatus(), ended.duration(), ended.summary(), ended.message()));
        assertEquals(row.typed(), row.read().apply(ended));
        assertEquals(200, ended.response().status());
        assertEquals(1, ended.attempts().size());
        assertEquals(1, vendors.received(row.operation()).all().size());
    }

    private static Row tavus(String body, Mode mode) {
        return new Row(
                Documented.TAVUS_CONVERSATION,
                body,
                EndStatus.ENDED,
                Arrays.asList(null, null, null, null),
                ended -> {
                    assertNull(ended.response().body());
                    return List.of();
                },
                List.of(),
                mode);
    }

    private static Row deployment(
            String body, EndStatus status, @Nullable String id, @Nullable String word, Mode mode) {
        return new Row(
                Documented.TAVUS_DEPLOYMENT,
                body,
                status,
                Arrays.asList(word, null, null, null),
                ended -> {
                    EndDeploymentConversationResponse typed =
                            (EndDeploymentConversationResponse) ended.response().body();
                    return Arrays.asList(typed.conversationId(), typed.status());
                },
                Arrays.asList(id, word),
                mode);
    }

    private static Row hamsa(
            String body,
            EndStatus status,
            @Nullable Boolean success,
            @Nullable String message,
            @Nullable String key,
            Mode mode) {
        return new Row(
                Documented.HAMSA,
                body,
                status,
                Arrays.asList(key, null, null, message),
                ended -> {
                    SuccessResponse typed = (SuccessResponse) ended.response().body();
                    return Arrays.asList(typed.success(), typed.message(), typed.messageKey());
                },
                Arrays.asList(success, message, key),
                mode);
    }

    private static Row anyreach(
            String body,
            EndStatus status,
            @Nullable String word,
            @Nullable Long seconds,
            @Nullable String summary,
            Mode mode) {
        return new Row(
                Documented.ANYREACH,
                body,
                status,
                Arrays.asList(word, seconds == null ? null : java.time.Duration.ofSeconds(seconds), summary, null),
                ended -> {
                    EndConversationResponse typed =
                            (EndConversationResponse) ended.response().body();
                    return Arrays.asList(
                            typed.status() == null ? null : typed.status().value(), typed.duration(), typed.summary());
                },
                Arrays.asList(word, seconds, summary),
                mode);
    }

    private static Row openhands(
            String body, EndStatus status, @Nullable String word, @Nullable String message, Mode mode) {
        return new Row(
                Documented.OPENHANDS,
                body,
                status,
                Arrays.asList(word, null, null, message),
                ended -> {
                    ConversationResponse typed =
                            (ConversationResponse) ended.response().body();
                    return Arrays.asList(typed.status(), typed.conversationId(), typed.message());
                },
                Arrays.asList("ok", "0f1e2d3c4b5a", message),
                mode);
    }
}
