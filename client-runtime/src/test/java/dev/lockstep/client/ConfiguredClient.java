package dev.lockstep.client;

/** A fixture client of a configuration alone. */
public final class ConfiguredClient {
    private ConfiguredClient() {}

    /**
     * Builds the client and says what is in force.
     *
     * @throws IllegalArgumentException if a configured value is refused
     */
    public static String describe(Config config) {
        ApiClient client = FixtureClient.builder().config(config).build().client();
        return config + " " + client + " " + client.baseUrl() + " " + client.operations();
    }
}
