package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Structure;
import dev.lockstep.openapi.Structure.Nesting;
import dev.lockstep.openapi.Structure.Role;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the comparison makes of keys, wherever they are keywords (a property or a component may bear any of these names). */
final class Keywords {
    /** What only people read. */
    static final Set<String> DOCS = Stream.concat(
                    Structure.keywords(Role.PROSE).stream(), Stream.of("tags", "operationId"))
            .collect(Collectors.toUnmodifiableSet());

    /** Of a schema: what says nothing about the value. */
    static final Set<String> SCHEMA_ANNOTATIONS = Structure.keywords(Role.PROSE, Role.IDENTITY);

    /** Of a schema: keywords that hold one schema. */
    static final Set<String> ONE_SCHEMA = Structure.schemaKeywords(Nesting.ONE);

    /** Of a schema: keywords that hold schemas by name, {@code properties} apart. */
    static final Set<String> SCHEMAS_BY_NAME = Structure.schemaKeywords(Nesting.MAP);

    /** Keys whose value is a map: its own keys are names, not keywords. */
    static final Set<String> MAPS = Structure.maps();

    /** Keys whose value is data: nothing inside it is a keyword. */
    static final Set<String> DATA = Set.of(
            "default", "enum", "const", "security", "required", "type", "dependentRequired", "discriminator", "xml");

    private Keywords() {}

    /** Whether only the vendor's own tools read it. */
    static boolean isExtension(String key) {
        return key.startsWith("x-");
    }
}
