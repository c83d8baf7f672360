package dev.lockstep.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no real vendor here has: a base path, status ranges, credentials of every kind, required parameters. */
class AcmeTest {
    private final FakeVendor acme = FakeVendor.of("acme");
    private final OkHttpClient http = new OkHttpClient();

    @AfterEach
    void stop() {
        acme.close();
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(acme.baseUrl() + path);
    }

    private String send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            String type = response.header("Content-Type");
            return response.code() + " " + (type == null ? "" : type + " ")
                    + response.body().string();
        }
    }

    @Test
    void theLiteralPathGoesBeforeTheTemplate() throws Exception {
        assertEquals("200 text/plain latest", send(request("/things/latest")));
        assertEquals("GET /things/latest", acme.received().get(0).operation());
        assertEquals(List.of(200, 204), acme.statuses("latestThing"));
    }

    @Test
    void rangesAndDefaults() throws Exception {
        String login = Credentials.basic("test", acme.credential());
        assertEquals(
                "200 application/json {\"id\":\"any\"}",
                send(request("/things/1").header("Authorization", login)));
        acme.answerNext("getThing", 202, 418);
        assertEquals(
                "202 application/json {\"id\":\"any\"}",
                send(request("/things/1").header("Authorization", login)));
        assertEquals(
                "418 application/problem+json {\"title\":\"no\"}",
                send(request("/things/1").header("Authorization", login)));
        acme.received("getThing").last().withCredential("test:" + acme.credential());
    }

    @Test
    void oneWholeAlternativeOfCredentialsIsNeeded() throws Exception {
        assertEquals(
                "401 application/problem+json {\"title\":\"no\"}", send(request("/things/1?key=" + acme.credential())));
        assertEquals(
                "200 application/json {\"id\":\"any\"}",
                send(request("/things/1?key=" + acme.credential()).header("Cookie", "a=b; sid=s1")));
        acme.received("getThing").last().withCredential("s1");
        assertEquals(
                "acme-test-credential",
                acme.config().get("acme.login.password"),
                "basic credentials are configured in two parts");
        assertEquals("acme-test-credential", acme.config().get("acme.session"));
    }

    @Test
    void whatIsRequiredIsMissed() throws Exception {
        RequestBody none = RequestBody.create(new byte[0]);
        RequestBody some = RequestBody.create("{}", null);
        String lacks = "501 text/plain; charset=utf-8 POST /api/v1/things lacks %s, which POST /things requires\n";
        assertEquals(
                lacks.formatted("the query parameter limit"),
                send(request("/things").post(some)));
        assertEquals(
                lacks.formatted("the header parameter X-Trace"),
                send(request("/things?limit[max]=1").post(some)));
        assertEquals(
                lacks.formatted("the cookie parameter lang"),
                send(request("/things?limit=1").header("X-Trace", "1").post(some)));
        assertEquals(
                lacks.formatted("a body"),
                send(request("/things?limit=1")
                        .header("X-Trace", "1")
                        .header("Cookie", "lang=en")
                        .post(none)));
        AssertionError e = assertThrows(AssertionError.class, acme::assertNothingUnexpected);
        assertEquals(4, String.valueOf(e.getMessage()).lines().count());
        assertEquals(
                "201 ",
                send(request("/things?limit=1")
                        .header("X-Trace", "1")
                        .header("Cookie", "lang=en")
                        .post(some)));
    }
}
