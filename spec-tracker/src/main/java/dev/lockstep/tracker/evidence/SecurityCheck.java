package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecOperation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Holds the credentials of a request against the security of an operation. */
final class SecurityCheck {
    private final SpecOperation operation;

    SecurityCheck(SpecOperation operation) {
        this.operation = operation;
    }

    /**
     * Adds what is wrong with a request's credentials.
     *
     * @param query of which the names that carry credentials are taken
     * @return the headers and cookies that carry credentials
     */
    Set<String> failures(Loopback.Sent sent, Pairs query, Set<Failure> failures) {
        List<List<String>> alternatives = operation.security();
        Set<String> carriers = new TreeSet<>();
        boolean satisfied = alternatives.isEmpty();
        for (List<String> alternative : alternatives) {
            boolean all = true;
            for (String name : alternative) {
                all &= carries(operation.scheme(name).value(), sent, query, carriers);
            }
            satisfied |= all;
        }
        if (!satisfied) {
            failures.add(new Failure("credentials", "$", "none of what is accepted now: " + text(alternatives)));
        }
        return carriers;
    }

    private static boolean carries(JsonNode scheme, Loopback.Sent sent, Pairs query, Set<String> carriers) {
        String name = scheme.path("name").asText();
        String authorization = sent.header("authorization").toLowerCase(Locale.ROOT);
        return switch (scheme.path("type").asText()) {
            case "apiKey" -> key(scheme.path("in").asText(), name, sent, query, carriers);
            case "http" ->
                authorization.startsWith(scheme.path("scheme").asText().toLowerCase(Locale.ROOT) + " ");
            case "oauth2", "openIdConnect" -> authorization.startsWith("bearer ");
            default -> true; // a client certificate, or a scheme that the document does not describe
        };
    }

    private static boolean key(String in, String name, Loopback.Sent sent, Pairs query, Set<String> carriers) {
        if (in.equals("query")) {
            return !query.take(name).isEmpty();
        }
        boolean cookie = in.equals("cookie");
        carriers.add(cookie ? "cookie " + name : "header " + name.toLowerCase(Locale.ROOT));
        return cookie
                ? sent.header("cookie").contains(name + "=")
                : !sent.header(name).isEmpty();
    }

    private static String text(List<List<String>> alternatives) {
        return alternatives.stream()
                .map(all -> all.isEmpty() ? "none" : String.join(" and ", all))
                .reduce((one, other) -> one + ", or " + other)
                .orElse("none");
    }
}
