package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a client agrees to send credentials. */
class BaseUrlTest {
    private static String accepted(FixtureClient.Builder builder) {
        return builder.build().client().baseUrl().toString();
    }

    private static @Nullable String refused(String url) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> FixtureClient.builder().baseUrl(url).build())
                .getMessage();
    }

    @Test
    void theDocumentedServerIsTheDefault() {
        assertEquals("https://api.acme.example/", accepted(FixtureClient.builder()));
    }

    @Test
    void anotherPathOfTheSameHost() {
        assertEquals(
                "https://api.acme.example/eu/",
                accepted(FixtureClient.builder().baseUrl("https://api.acme.example/eu")));
    }

    @Test
    void loopbackMayBePlain() {
        assertEquals("http://localhost:8080/", accepted(FixtureClient.builder().baseUrl("http://localhost:8080")));
        assertEquals("http://127.0.0.1/", accepted(FixtureClient.builder().baseUrl("http://127.0.0.1/")));
        assertEquals("http://[::1]/", accepted(FixtureClient.builder().baseUrl("http://[::1]")));
    }

    @Test
    void namesThatOnlyLookLikeLoopbackAreNot() {
        assertEquals(
                "the base URL of acme (http://localhost.evil.example) is not https: credentials would travel in the"
                        + " clear. Use https, or allowHttp(\"localhost.evil.example\") if you own that way",
                refused("http://localhost.evil.example"));
        assertEquals(
                "the base URL of acme (http://127.0.0.2) is not https: credentials would travel in the clear. Use"
                        + " https, or allowHttp(\"127.0.0.2\") if you own that way",
                refused("http://127.0.0.2"));
    }

    @Test
    void anotherHostNeedsAgreement() {
        assertEquals(
                "the base URL of acme (https://other.example) is another host than the documented api.acme.example:"
                        + " credentials would go there. Agree with allowHost(\"other.example\")",
                refused("https://other.example"));
        assertEquals(
                "https://other.example/",
                accepted(
                        FixtureClient.builder().baseUrl("https://other.example").allowHost("Other.Example")));
    }

    @Test
    void allowHostAloneDoesNotAllowHttp() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> FixtureClient.builder()
                        .baseUrl("http://other.example")
                        .allowHost("other.example")
                        .build());
        assertEquals(
                "the base URL of acme (http://other.example) is not https: credentials would travel in the clear. Use"
                        + " https, or allowHttp(\"other.example\") if you own that way",
                failure.getMessage());
        assertEquals(
                "http://other.example/",
                accepted(FixtureClient.builder().baseUrl("http://other.example").allowHttp("other.example")));
    }

    @Test
    void userInfoQueryAndFragmentAreRefusedWithoutBeingRepeated() {
        assertEquals(
                "the base URL of acme (https://api.acme.example) holds a user name or password; credentials belong"
                        + " into the client's builder",
                refused("https://user:s3cret@api.acme.example/"));
        assertEquals(
                "the base URL of acme (https://api.acme.example) has a query or fragment; remove it",
                refused("https://api.acme.example/?key=s3cret"));
        assertEquals(
                "the base URL of acme (https://api.acme.example) has a query or fragment; remove it",
                refused("https://api.acme.example/#x"));
    }

    @Test
    void otherSchemesAndRelativeUrls() {
        for (String url :
                new String[] {"ftp://api.acme.example", "/v2", "api.acme.example", "", "file:///etc/passwd"}) {
            assertEquals("the base URL of acme is not an absolute http or https URL", refused(url));
        }
    }

    @Test
    void configurationMovesAClientUnderTheSameRules() {
        Map<String, String> moved = Map.of("acme.base-url", "https://eu.acme.example");
        assertThrows(
                IllegalArgumentException.class,
                () -> FixtureClient.builder().config(Config.of(moved)).build());
        assertEquals(
                "https://eu.acme.example/",
                accepted(FixtureClient.builder()
                        .config(Config.of(Map.of(
                                "acme.base-url", "https://eu.acme.example",
                                "acme.allow-host", "us.acme.example, eu.acme.example")))));
    }
}
