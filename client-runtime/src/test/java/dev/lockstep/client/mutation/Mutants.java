package dev.lockstep.client.mutation;

import java.util.ArrayList;
import java.util.List;

/** Every flag that keeps OkHttp from acting behind our back, and every row of the retry table. */
final class Mutants {
    private static final String ROWS = "RetryRow";
    private static final String FLAGS = "HttpClients";
    private static final String CHAIN = "CallInterceptor";
    private static final String STAMP = "StampInterceptor";

    private static final String TABLE = "RetryTableTest";
    private static final String SAFETY = "SafetyTest";

    private Mutants() {}

    static List<Mutant> all() {
        List<Mutant> mutants = new ArrayList<>();
        rows(mutants);
        statuses(mutants);
        flags(mutants);
        return mutants;
    }

    private static void rows(List<Mutant> mutants) {
        row(mutants, "FaultTest", "UNSENT", "ALWAYS", "TRANSIENT", false, "NEVER");
        row(mutants, "TlsTest", "DISTRUST", "NEVER", "", false, "ALWAYS");
        row(mutants, TABLE, "THROTTLED", "ALWAYS", "THROTTLED", false, "NEVER", "IF_SAFE");
        row(mutants, TABLE, "UNAVAILABLE_UNTIL", "ALWAYS", "THROTTLED", false, "NEVER", "IF_SAFE");
        row(mutants, TABLE, "REQUEST_TIMEOUT", "ALWAYS", "TRANSIENT", false, "NEVER", "IF_SAFE");
        row(mutants, TABLE, "UNCERTAIN", "IF_SAFE", "TRANSIENT", true, "NEVER", "ALWAYS");
        row(mutants, TABLE, "UNAUTHORIZED", "IF_ROTATED", "", false);
        mutants.add(new Mutant("CallRun", "if (row == RetryRow.UNAUTHORIZED) {", "if (false) {", "CredentialTest"));
        row(mutants, TABLE, "FINAL", "NEVER", "", false, "ALWAYS", "IF_SAFE");
        row(mutants, "CredentialTest", "STOPPED", "NEVER", "", false, "ALWAYS");
        row(mutants, "LifecycleTest", "STOPPED_UNCERTAIN", "NEVER", "", true);
    }

    /** The cost of a row that is never repeated after a delay changes nothing; its name is then empty. */
    private static void row(
            List<Mutant> mutants,
            String guard,
            String name,
            String repeat,
            String cost,
            boolean ambiguous,
            String... otherRepeats) {
        String costs = cost.isEmpty() ? "TRANSIENT" : cost;
        String row = "    " + name + "(Repeat." + repeat + ", Cost." + costs + ", " + ambiguous + ")";
        for (String other : otherRepeats) {
            mutants.add(new Mutant(ROWS, row, row.replace("Repeat." + repeat, "Repeat." + other), guard));
        }
        if (!cost.isEmpty()) {
            String other = cost.equals("TRANSIENT") ? "THROTTLED" : "TRANSIENT";
            mutants.add(new Mutant(ROWS, row, row.replace("Cost." + cost, "Cost." + other), guard));
        }
        mutants.add(new Mutant(ROWS, row, row.replace(", " + ambiguous + ")", ", " + !ambiguous + ")"), guard));
    }

    private static void statuses(List<Mutant> mutants) {
        mutants.add(new Mutant(ROWS, "case 401 -> UNAUTHORIZED;", "", TABLE));
        mutants.add(new Mutant(ROWS, "case 408 -> REQUEST_TIMEOUT;", "", TABLE));
        mutants.add(new Mutant(ROWS, "case 429 -> THROTTLED;", "", TABLE));
        mutants.add(new Mutant(ROWS, "validRetryAfter ? UNAVAILABLE_UNTIL : UNCERTAIN", "UNCERTAIN", TABLE));
        mutants.add(new Mutant(ROWS, "validRetryAfter ? UNAVAILABLE_UNTIL : UNCERTAIN", "UNAVAILABLE_UNTIL", TABLE));
        mutants.add(new Mutant(ROWS, "case 501, 505 -> FINAL;", "case 501 -> FINAL;", TABLE));
        mutants.add(new Mutant(ROWS, "case 501, 505 -> FINAL;", "case 505 -> FINAL;", TABLE));
        mutants.add(new Mutant(ROWS, "status >= 500 ? UNCERTAIN : FINAL", "FINAL", TABLE));
        mutants.add(new Mutant(ROWS, "status >= 500 ? UNCERTAIN : FINAL", "UNCERTAIN", TABLE));
    }

    private static void flags(List<Mutant> mutants) {
        // Either place alone keeps OkHttp from repeating; a user's interceptor is why there are two.
        mutants.add(new Mutant(CHAIN, "if (safe.getRetryOnConnectionFailure()) {", "if (false) {", SAFETY));
        mutants.add(new Mutant(CHAIN, "if (safe.getCache() != null) {", "if (false) {", SAFETY));
        mutants.add(new Mutant(CHAIN, "if (safe.getCookieJar() != CookieJar.NO_COOKIES) {", "if (false) {", SAFETY));
        mutants.add(new Mutant(CHAIN, "if (safe.getAuthenticator() != Authenticator.NONE) {", "if (false) {", SAFETY));
        mutants.add(new Mutant(
                CHAIN, "new InterruptGuard(chain.call()).guard(() -> answer(safe))", "answer(safe)", "InterruptTest"));
        for (String flag :
                List.of(".retryOnConnectionFailure(false)", ".followRedirects(false)", ".followSslRedirects(false)")) {
            mutants.add(new Mutant(FLAGS, flag, flag.replace("false", "true"), SAFETY));
        }
        for (String flag : List.of(
                ".cache(null)",
                ".cookieJar(CookieJar.NO_COOKIES)",
                ".authenticator(Authenticator.NONE)",
                ".callTimeout(0, TimeUnit.MILLISECONDS)",
                ".connectionPool(pool)",
                "builder.networkInterceptors().add(0, new FreshConnectionInterceptor(IdleConnections.of(pool), timing));",
                "builder.interceptors().add(0, new GuardInterceptor());",
                "builder.addInterceptor(new CallInterceptor());",
                "builder.addInterceptor(new GuardInterceptor(new CallInterceptor()));",
                "builder.addNetworkInterceptor(new StampInterceptor());",
                "builder.eventListenerFactory(RedactingListener.factory(users.eventListenerFactory()));")) {
            mutants.add(new Mutant(FLAGS, flag, "", "internal.HttpClientsTest"));
        }
        mutants.add(new Mutant(STAMP, "hidden.removeHeader(\"Retry-After\");", "", "RetryAfterTest"));
        mutants.add(new Mutant(STAMP, ".request(request);", ";", SAFETY));
        mutants.add(new Mutant(
                STAMP, "if (!sameOrigin(request.url(), context.baseUrl)) {", "if (false) {", "CredentialTest"));
    }
}
