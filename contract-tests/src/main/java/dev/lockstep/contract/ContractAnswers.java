package dev.lockstep.contract;

import dev.lockstep.generator.sample.Instances;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** What a vendor answers with who keeps to its own spec. */
final class ContractAnswers {
    /**
     * An answer.
     *
     * @param response what the server sends
     * @param mediaType of its body; empty where it has none
     * @param undeclared names that the body has to have and that no schema declares
     */
    record Answer(MockResponse response, String mediaType, Set<String> undeclared) {}

    private ContractAnswers() {}

    /** A status that a documented one, a range or {@code default} stands for. */
    static int status(String documented, Set<String> others) {
        if (documented.matches("\\d{3}")) {
            return Integer.parseInt(documented);
        }
        int from = documented.equals("default") ? 500 : Integer.parseInt(documented.substring(0, 1)) * 100;
        for (int status = from + (from == 400 ? 18 : 0); ; status++) {
            if (!others.contains(String.valueOf(status))) {
                return status;
            }
        }
    }

    /**
     * The answer of a documented status.
     *
     * @return null where no body satisfies the documented schema
     */
    static @Nullable Answer of(SpecOperation operation, int status, Node response) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status);
        Node content = response.get("content");
        boolean bodiless = operation.method().equals("HEAD") || status == 204 || status == 205 || status == 304;
        if (content.value().isEmpty() || bodiless) {
            return new Answer(answer.build(), "", Set.of());
        }
        String mediaType = MediaType.read(content);
        Node written = content.get(mediaType).get("schema");
        Node schema = written.resolved();
        answer.setHeader("Content-Type", MediaType.concrete(mediaType));
        if (!MediaType.isJson(mediaType) && !MediaType.isEvents(mediaType)) {
            return new Answer(answer.body("some text").build(), mediaType, Set.of());
        }
        if (!schema.exists() || schema.text("format").equals("binary")) {
            return new Answer(answer.body("\"some text\"").build(), mediaType, Set.of());
        }
        // A parent that lists the schema as its own variant is known for settled by the reference.
        Instances.Instance made =
                Instances.make(schema.document(), schema.value(), written.text("$ref"), Instances.Mode.ALL, -1);
        if (made == null) {
            return null;
        }
        answer.body(
                MediaType.isEvents(mediaType)
                        ? MediaType.text(mediaType, made.json())
                        : made.json().toString());
        return new Answer(answer.build(), mediaType, made.undeclared());
    }
}
