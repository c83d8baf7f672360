package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.document.SpecDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Instances of a schema that between them take every variant, listed value, type, null, absence and limit once, as far as
 * {@value #MOST} instances of bounded size reach. The same schema gives the same ones.
 */
public final class Variety {
    private static final int MOST = 96;
    /** Rounds without anything new after which the rest counts as out of reach. */
    private static final int PATIENCE = 6;

    private Variety() {}

    /**
     * Makes them.
     *
     * @param pointer the schema's place
     * @param probes sizes and numbers that are worth trying where the schema allows them
     * @return the fullest first; empty if the schema has none
     */
    public static List<JsonNode> of(SpecDocument document, JsonNode schema, String pointer, Probes probes) {
        Turns turns = new Turns(probes);
        Set<JsonNode> instances = new LinkedHashSet<>();
        int idle = 0;
        for (int i = 0; i < MOST && idle < PATIENCE && (i == 0 || turns.isOpen()); i++) {
            int before = turns.progress();
            JsonNode instance = Instances.next(document, schema, pointer, turns);
            if (instance != null) {
                instances.add(instance);
            }
            idle = turns.progress() > before ? 0 : idle + 1;
        }
        return List.copyOf(instances);
    }
}
