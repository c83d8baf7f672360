package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.sample.Probes;
import dev.lockstep.generator.sample.Variety;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import okio.ByteString;

/** The answers that an operation documents, made from its schemas. */
final class Answers {
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

    private final SpecOperation operation;
    private final Schemas schemas;
    private final List<JsonNode> places;
    private final Set<String> unmade = new TreeSet<>();

    /**
     * @param operation of a document without what no answer holds
     * @param places of the same document that answers must not miss
     */
    Answers(SpecOperation operation, Schemas schemas, List<JsonNode> places) {
        this.operation = operation;
        this.schemas = schemas;
        this.places = places;
    }

    /**
     * The documented statuses as numbers; of a range its first, of {@code default} 500, and 200 too where no success is
     * documented beside it. Redirects are skipped.
     */
    Map<Integer, Node> byStatus() {
        Map<Integer, Node> statuses = new TreeMap<>();
        boolean succeeds = operation.responses().keySet().stream().anyMatch(status -> status.startsWith("2"));
        operation.responses().forEach((status, response) -> {
            if (status.equals("default") && !succeeds) {
                statuses.put(200, response);
            }
            int number = status.equals("default") ? 500 : Integer.parseInt(status.replace("XX", "00"));
            if (number >= 200 && number / 100 != 3) {
                statuses.putIfAbsent(number, response);
            }
        });
        return statuses;
    }

    /**
     * Answers of one status, in the media types that the client asks for; in all where it asks for none of them.
     *
     * @param accept the request's header
     */
    List<Loopback.Answer> of(int status, Node response, String accept) {
        Node content = response.get("content");
        List<String> types = content.keys();
        if (types.isEmpty() || WITHOUT_BODY.contains(status)) {
            return List.of(new Loopback.Answer(status, "", ByteString.EMPTY));
        }
        List<String> wanted =
                types.stream().filter(type -> accepted(type, accept)).toList();
        List<Loopback.Answer> answers = new ArrayList<>();
        for (String type : wanted.isEmpty() ? types : wanted) {
            Node schema = content.get(type).get("schema");
            String concrete = MediaType.concrete(type);
            List<JsonNode> instances = instances(schema);
            if (instances.isEmpty()) {
                unmade.add("no answer " + status + " in " + type
                        + " could be made: no value was found that its schema allows");
            }
            for (JsonNode instance : instances) {
                String text = MediaType.text(concrete, instance);
                answers.add(new Loopback.Answer(status, concrete, ByteString.encodeUtf8(text)));
            }
        }
        return answers;
    }

    /** Which answers could not be made so far, a sentence each. */
    Set<String> unmade() {
        return unmade;
    }

    private List<JsonNode> instances(Node schema) {
        return Variety.of(operation.node().document(), schema.value(), schema.pointer(), Probes.NONE, places).stream()
                .filter(value -> !schema.exists() || schemas.fits(schema.pointer(), value))
                .toList();
    }

    private static boolean accepted(String type, String accept) {
        return accept.isEmpty() || type.contains("*") || MediaType.accepts(accept, type);
    }
}
