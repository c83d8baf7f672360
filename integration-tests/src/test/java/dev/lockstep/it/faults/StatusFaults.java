package dev.lockstep.it.faults;

import static dev.lockstep.it.faults.Expected.ambiguous;
import static dev.lockstep.it.faults.Expected.fails;
import static dev.lockstep.it.faults.Expected.repeated;
import static dev.lockstep.it.faults.Expected.success;
import static dev.lockstep.it.faults.Fault.fault;
import static dev.lockstep.it.faults.Fault.starred;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiBadRequestException;
import dev.lockstep.client.ApiClientErrorException;
import dev.lockstep.client.ApiConflictException;
import dev.lockstep.client.ApiDecodeException;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiForbiddenException;
import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.client.ApiRedirectException;
import dev.lockstep.client.ApiServerException;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.ApiTooManyRequestsException;
import dev.lockstep.client.ApiUnauthorizedException;
import dev.lockstep.client.ApiUnprocessableEntityException;
import dev.lockstep.client.DriftEvent;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** Whole answers of every status that matters. */
final class StatusFaults {
    private static final String DATE = "Thu, 01 Jan 2026 00:00:00 GMT";
    private static final String TWO_SECONDS_LATER = "Thu, 01 Jan 2026 00:00:02 GMT";
    private static final String LONG_AGO = "Wed, 01 Jan 2025 00:00:00 GMT";
    private static final String CENTURIES = "99999999999";
    private static final String HTML = "<html><body>Bad Gateway</body></html>";

    static final List<Fault> ROWS = List.of(
            fault("200", world -> world.answer(world.ok()), success()).and(StatusFaults::noDrift),
            fault("200 empty", world -> body(world, ""), undecodable()).and(StatusFaults::saysThatItWasDone),
            fault("200 html", world -> html(world, 200), undecodable()).and(StatusFaults::saysThatItWasDone),
            fault("200 null", world -> body(world, "null"), undecodable()).and(StatusFaults::saysThatItWasDone),
            fault(
                    "204",
                    world -> world.answer(new MockResponse.Builder().code(204)),
                    fails(ApiDecodeException.class, "COMPLETE 204")
                            .but(
                                    cell -> !cell.subject().has(Subject.Trait.DECODED),
                                    cell -> new Expected(null, 1, List.of(), List.of("COMPLETE 204")))),
            redirect(302),
            redirect(307),
            status(304, ApiRedirectException.class),
            status(400, ApiBadRequestException.class),
            status(401, ApiUnauthorizedException.class),
            status(403, ApiForbiddenException.class),
            status(404, ApiNotFoundException.class),
            status(409, ApiConflictException.class),
            status(422, ApiUnprocessableEntityException.class),
            fault("408", world -> world.answer(error(408)), repeated(100, "COMPLETE 408")),
            status(421, ApiClientErrorException.class),
            fault("429 no Retry-After", world -> world.answer(error(429)), repeated(500, "COMPLETE 429")),
            fault("429 Retry-After 2", world -> later(world, 429, "2"), repeated(2000, "COMPLETE 429")),
            fault("429 Retry-After 0", world -> later(world, 429, "0"), repeated(500, "COMPLETE 429")),
            fault(
                    "429 Retry-After date",
                    world -> later(world, 429, TWO_SECONDS_LATER),
                    repeated(2000, "COMPLETE 429")),
            fault("429 Retry-After past date", world -> later(world, 429, LONG_AGO), repeated(500, "COMPLETE 429")),
            fault(
                            "429 Retry-After " + CENTURIES,
                            world -> later(world, 429, CENTURIES),
                            fails(ApiTooManyRequestsException.class, "COMPLETE 429"))
                    .and(StatusFaults::carriesTheWait),
            fault("429 Retry-After garbage", world -> later(world, 429, "soon"), repeated(500, "COMPLETE 429")),
            starred("500", world -> world.answer(error(500)), ambiguous(ApiServerException.class, "COMPLETE 500")),
            starred("502 html", world -> html(world, 502), ambiguous(ApiServerException.class, "COMPLETE 502")),
            starred(
                    "503 no Retry-After",
                    world -> world.answer(error(503)),
                    ambiguous(ApiServerException.class, "COMPLETE 503")),
            fault("503 Retry-After 0", world -> later(world, 503, "0"), repeated(500, "COMPLETE 503")),
            fault(
                            "503 Retry-After " + CENTURIES,
                            world -> later(world, 503, CENTURIES),
                            fails(ApiServerException.class, "COMPLETE 503"))
                    .and(StatusFaults::carriesTheWait),
            starred("504", world -> world.answer(error(504)), ambiguous(ApiServerException.class, "COMPLETE 504")));

    private StatusFaults() {}

    private static Expected.Rule undecodable() {
        return fails(ApiDecodeException.class, "COMPLETE 200").elseSuccess();
    }

    private static Fault status(int status, Class<? extends ApiStatusException> failure) {
        return fault(
                        Integer.toString(status),
                        world -> world.answer(error(status)),
                        fails(failure, "COMPLETE " + status))
                .and((world, outcome) -> assertEquals(
                        status, outcome.failure(ApiStatusException.class).status()));
    }

    /** To another origin, which must hear nothing: a key would go with the request. */
    private static Fault redirect(int status) {
        return fault(
                        status + " cross-origin",
                        world -> {
                            MockWebServer elsewhere = world.another();
                            world.answer(error(status)
                                    .addHeader("Location", elsewhere.url("/").toString()));
                        },
                        fails(ApiRedirectException.class, "COMPLETE " + status))
                .and((world, outcome) -> assertEquals(0, world.another().getRequestCount()));
    }

    private static MockResponse.Builder error(int status) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status);
        return status == 304
                ? answer
                : answer.setHeader("Content-Type", "application/json").body("{}");
    }

    private static void later(World world, int status, String retryAfter) {
        world.answer(error(status).addHeader("Date", DATE).addHeader("Retry-After", retryAfter));
    }

    private static void body(World world, String text) {
        world.answer(World.json(200, text));
    }

    private static void html(World world, int status) {
        world.answer(World.json(status, HTML).setHeader("Content-Type", "text/html"));
    }

    private static void noDrift(World world, Outcome outcome) {
        assertEquals(
                List.of(), world.drift.stream().filter(StatusFaults::documented).toList());
    }

    private static boolean documented(DriftEvent event) {
        return event.kind() != DriftEvent.Kind.DEPRECATION;
    }

    private static void saysThatItWasDone(World world, Outcome outcome) {
        if (outcome.failure() instanceof ApiException failure) {
            assertTrue(failure.getMessage().contains("the vendor carried the operation out"), failure.getMessage());
        }
    }

    private static void carriesTheWait(World world, Outcome outcome) {
        Duration wait = outcome.failure(ApiStatusException.class).retryAfter();
        assertEquals(Duration.ofSeconds(Math.min(Long.parseLong(CENTURIES), Long.MAX_VALUE / 1_000_000_000)), wait);
    }
}
