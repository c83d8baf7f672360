package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.loaded.UnfitValueException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A document's schemas as validators. */
final class Schemas {
    private static final String HOME = "https://document.invalid/openapi.json";

    /** Schemas that are applied to one value; vendors' answers need some 1,400. */
    private static final long MOST = 50_000;

    private final SpecDocument document;
    private final SchemaRegistry registry;
    private final Map<String, Optional<Schema>> known = new HashMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final boolean nearest;

    Schemas(SpecDocument document) {
        this.document = document.withRoot(Directed.asJsonSchema(document.root()));
        String text = this.document.root().toString();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_PATH)
                .locale(Locale.ROOT)
                .build();
        this.nearest = false;
        this.registry = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(config).schemas(Map.of(HOME, text)));
    }

    private Schemas(SpecDocument document, SchemaRegistry registry) {
        this.document = document;
        this.registry = registry;
        this.nearest = true;
    }

    /** The same, telling of alternatives only what keeps a value from the nearest one: for people. */
    Schemas nearest() {
        return new Schemas(document, registry);
    }

    /**
     * What a value has against the schema at a place.
     *
     * @param where which part of which message the value is
     * @return sorted; empty too where the schema is one that no validator can read
     * @throws UnfitValueException when the schema is one that no validator comes to an end with
     */
    List<Failure> failures(String pointer, JsonNode value, String where) {
        if (new ValidationCost(document, MOST).of(document.at(pointer), value) >= MOST) {
            throw new UnfitValueException("not checked: the schema at " + pointer
                    + " leads to itself in so many ways that no validator comes to an end with it");
        }
        Optional<Schema> schema = known.computeIfAbsent(pointer, this::load);
        TreeSet<Failure> failures = new TreeSet<>();
        if (schema.isEmpty()) {
            unread.add(pointer);
        }
        try {
            schema.ifPresent(validator -> {
                List<Error> errors = validator.validate(value);
                for (Error error : nearest ? Branches.nearest(errors) : errors) {
                    failures.add(new Failure(where, error.getInstanceLocation().toString(), reason(error)));
                }
            });
        } catch (RuntimeException | StackOverflowError e) {
            known.put(pointer, Optional.empty());
            unread.add(pointer);
            return List.of();
        }
        return List.copyOf(failures);
    }

    /** Places of the schemas that were asked for and that no validator can read, since the last call. */
    Set<String> unread() {
        Set<String> places = new TreeSet<>(unread);
        unread.clear();
        return places;
    }

    /** Whether a value fits the schema at a place. */
    boolean fits(String pointer, JsonNode value) {
        return failures(pointer, value, "").isEmpty();
    }

    private Optional<Schema> load(String pointer) {
        try {
            return Optional.of(registry.getSchema(SchemaLocation.of(HOME + pointer)));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** The validator's message without the place, which stands before it. */
    private static String reason(Error error) {
        String message = error.getMessage();
        String place = error.getInstanceLocation() + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }
}
