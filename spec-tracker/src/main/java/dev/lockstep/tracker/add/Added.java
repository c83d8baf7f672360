package dev.lockstep.tracker.add;

import java.util.List;

/**
 * What an addition made.
 *
 * @param vendor its name
 * @param client the client's class
 * @param version of the client
 * @param server the base URL
 * @param operations of the client
 * @param credentials environment variables by scheme, as {@code ACME_API_KEY (apiKey)}
 * @param module whether a module was made and listed
 * @param questions for a person
 * @param notes what was normalised, left out or decided on the way
 */
public record Added(
        String vendor,
        String client,
        String version,
        String server,
        List<String> operations,
        List<String> credentials,
        boolean module,
        List<String> questions,
        List<String> notes) {
    public Added {
        operations = List.copyOf(operations);
        credentials = List.copyOf(credentials);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }
}
