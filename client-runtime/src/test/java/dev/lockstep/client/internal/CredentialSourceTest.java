package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Config;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A user without a password, and a password without a user, are no login. */
class CredentialSourceTest {
    private static final SecurityScheme LOGIN = SecurityScheme.basic("login");
    private static final OperationSpec SPEC = new OperationSpec(
            "end",
            "POST /end",
            RetryClass.ONLY_IF_UNSENT,
            "",
            List.of(List.of("login")),
            Map.of(),
            Set.of(),
            BodyKind.NONE);

    private static List<Stamp> resolve(Map<String, String> config) throws CredentialRefusal {
        return new CredentialSource("acme", Map.of("login", LOGIN), Config.of(config))
                .resolve(SPEC, CallOptions.none());
    }

    @Test
    void bothParts() throws CredentialRefusal {
        List<Stamp> stamps = resolve(Map.of("acme.login.username", "ada", "acme.login.password", "secret"));
        assertEquals(List.of("ada:secret"), stamps.stream().map(Stamp::value).toList());
    }

    @Test
    void onePartIsNone() {
        for (String part : List.of("acme.login.username", "acme.login.password")) {
            CredentialRefusal refusal = assertThrows(CredentialRefusal.class, () -> resolve(Map.of(part, "x")));
            assertEquals(
                    "acme end needs the credential login; not set: login. Give it to the client's builder, or set"
                            + " acme.login.username (environment variable ACME_LOGIN_USERNAME) and acme.login.password"
                            + " (environment variable ACME_LOGIN_PASSWORD). Nothing was sent.",
                    refusal.getMessage());
        }
    }

    @Test
    void aStampPrintsItsSchemeAlone() {
        assertEquals("login", new Stamp(LOGIN, "ada:secret").toString());
    }
}
