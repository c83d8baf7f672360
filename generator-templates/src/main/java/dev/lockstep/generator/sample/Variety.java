package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Instances of a schema that between them take every variant, listed value, type, null, absence and limit once, as far as
 * {@value #MOST} instances of bounded size reach; beside these, some that go straight to places of interest, however deep
 * they lie. The same schema and places give the same ones.
 */
public final class Variety {
    private static final int MOST = 96;
    /** Rounds without anything new after which the rest counts as out of reach. */
    private static final int PATIENCE = 6;
    /** Places of interest that are gone to, and instances for each. */
    private static final int PLACES = 24;

    private static final int EACH = 12;
    /** Schemas that speak of the values of all instances together, after which no further one is made. */
    private static final int MOST_PARTS = 2_000_000;

    private final SpecDocument document;
    private final JsonNode schema;
    private final String pointer;
    private final Set<JsonNode> instances = new LinkedHashSet<>();
    private int parts;

    private Variety(SpecDocument document, JsonNode schema, String pointer) {
        this.document = document;
        this.schema = schema;
        this.pointer = pointer;
    }

    /**
     * Makes them.
     *
     * @param pointer the schema's place
     * @param probes sizes and numbers that are worth trying where the schema allows them
     * @param places nodes of the document's own tree whose alternatives must not be missed; those that the schema does not
     *     lead to count for nothing
     * @return the fullest first; empty if the schema has none
     */
    public static List<JsonNode> of(
            SpecDocument document, JsonNode schema, String pointer, Probes probes, List<JsonNode> places) {
        Variety variety = new Variety(document, schema, pointer);
        variety.add(new AlternativeCursor(probes, null), MOST);
        Routes routes = Routes.from(document, schema);
        int gone = 0;
        for (JsonNode place : places) {
            Route route = routes.to(place);
            if (route != null && gone++ < PLACES) {
                variety.add(new AlternativeCursor(probes, route), EACH);
            }
        }
        return List.copyOf(variety.instances);
    }

    private void add(AlternativeCursor turns, int most) {
        int idle = 0;
        for (int i = 0; i < most && idle < PATIENCE && parts < MOST_PARTS && (i == 0 || turns.isOpen()); i++) {
            int progress = turns.progress();
            int before = turns.parts();
            JsonNode instance = Instances.next(document, schema, pointer, turns);
            if (instance != null) {
                instances.add(instance);
            }
            parts += turns.parts() - before;
            idle = turns.progress() > progress ? 0 : idle + 1;
        }
    }
}
