package dev.lockstep.generator.model;

import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns {@code oneOf}, {@code anyOf} and lists of types into unions, or into the one type that they come down to. */
final class UnionReader {
    private static final Set<ScalarType> WHOLE =
            EnumSet.of(ScalarType.INTEGER, ScalarType.LONG, ScalarType.BIG_INTEGER);
    private static final Set<ScalarType> FRACTION = EnumSet.of(ScalarType.DECIMAL, ScalarType.DOUBLE, ScalarType.FLOAT);
    private static final Set<ScalarType> TEXT = EnumSet.of(
            ScalarType.DATE_TIME,
            ScalarType.DATE,
            ScalarType.TIME,
            ScalarType.DURATION,
            ScalarType.UUID,
            ScalarType.URI,
            ScalarType.DECIMAL_TEXT,
            ScalarType.BYTES);

    private final SchemaReader schemas;

    UnionReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    /** The type of a schema with variants; null if they do not decide it, so that the schema's own type counts. */
    @Nullable
    Resolved read(Node schema, MergedSchema merged, String hint) {
        List<Node> variants =
                merged.variants().stream().filter(variant -> says(variant)).toList();
        if (!merged.properties().isEmpty() || merged.additional() != null) {
            if (variants.stream().allMatch(this::isObject)) {
                merged.absorbVariants();
                return null;
            }
        }
        boolean ownScalar = merged.types().size() == 1 && !merged.types().contains("object");
        if (variants.isEmpty() || (ownScalar && variants.stream().noneMatch(this::isEnum))) {
            return null;
        }
        String discriminator =
                merged.discriminator() == null ? null : merged.discriminator().text("propertyName");
        PendingUnion pending = schemas.pend(
                schema,
                new PendingUnion(
                        new UnionType(
                                schema.pointer(),
                                hint,
                                schemas.docs(schema.value()),
                                discriminator == null || discriminator.isEmpty() ? null : discriminator),
                        merged.nullable()));
        Map<TypeRef, UnionType.Variant> types = new LinkedHashMap<>();
        boolean nullable = merged.nullable();
        List<String> hints = VariantNames.of(hint, variants);
        for (int i = 0; i < variants.size(); i++) {
            Node variant = variants.get(i);
            Resolved resolved = schemas.resolve(variant, hints.get(i));
            nullable |= resolved.nullable();
            List<String> tags = tags(merged.discriminator(), variant);
            UnionType.Variant same = types.get(resolved.type());
            if (same == null) {
                types.put(resolved.type(), new UnionType.Variant(resolved.type(), variant.pointer(), tags));
            } else {
                List<String> all = new ArrayList<>(same.tags());
                all.addAll(tags);
                same.tags(all);
            }
        }
        schemas.settle(schema);
        TypeRef type = reduce(schema, hint, types, pending);
        return new Resolved(type, nullable);
    }

    /** The type of a schema with several JSON types. */
    Resolved readTypes(Node schema, MergedSchema merged, String hint) {
        UnionType union = new UnionType(schema.pointer(), hint, schemas.docs(schema.value()), null);
        Map<TypeRef, UnionType.Variant> types = new LinkedHashMap<>();
        for (String each : new ArrayList<>(merged.types())) {
            Set<String> all = new java.util.LinkedHashSet<>(merged.types());
            merged.types().clear();
            merged.types().add(each);
            Node place = Node.of(schema.document(), schema.pointer() + "/type/" + each, schema.value());
            TypeRef type = schemas.typed(place, merged, ClassNames.within(hint, each));
            merged.types().clear();
            merged.types().addAll(all);
            types.putIfAbsent(type, new UnionType.Variant(type, place.pointer(), List.of()));
        }
        return new Resolved(reduce(schema, hint, types, new PendingUnion(union, false)), merged.nullable());
    }

    private TypeRef reduce(Node schema, String hint, Map<TypeRef, UnionType.Variant> types, PendingUnion pending) {
        if (!pending.referred()) {
            if (types.keySet().stream().anyMatch(TypeRef::isAny)) {
                return TypeRef.Scalar.ANY;
            }
            numbers(types);
            if (types.containsKey(TypeRef.Scalar.TEXT)) {
                types.keySet().removeIf(type -> scalar(type, TEXT));
            }
            List<EnumType> enums = new ArrayList<>();
            types.keySet().forEach(type -> {
                if (type instanceof TypeRef.Named named
                        && named.def() instanceof EnumType constants
                        && constants.wire() == EnumType.Wire.STRING) {
                    enums.add(constants);
                }
            });
            boolean textToo = types.containsKey(TypeRef.Scalar.TEXT);
            if (!enums.isEmpty() && enums.size() + (textToo ? 1 : 0) == types.size()) {
                EnumType values = enums.size() == 1 ? enums.get(0) : new EnumReader(schemas).merge(schema, hint, enums);
                if (textToo && values.key().startsWith(schema.pointer())) {
                    values.allowOthers(); // any text, and these are the known ones
                }
                return new TypeRef.Named(values);
            }
            if (types.size() == 1) {
                return types.keySet().iterator().next();
            }
        }
        UnionType union = pending.type();
        types.values().forEach(union::add);
        schemas.define(union);
        return new TypeRef.Named(union);
    }

    /** Whole numbers and fractions are one kind of number, with all the digits of both. */
    private static void numbers(Map<TypeRef, UnionType.Variant> types) {
        List<UnionType.Variant> numbers = new ArrayList<>();
        boolean fraction = false;
        for (UnionType.Variant variant : types.values()) {
            fraction |= scalar(variant.type(), FRACTION);
            if (scalar(variant.type(), FRACTION) || scalar(variant.type(), WHOLE)) {
                numbers.add(variant);
            }
        }
        if (fraction && numbers.size() > 1) {
            numbers.forEach(variant -> types.remove(variant.type()));
            TypeRef decimal = new TypeRef.Scalar(ScalarType.DECIMAL);
            types.put(decimal, new UnionType.Variant(decimal, numbers.get(0).pointer(), List.of()));
        }
    }

    private static boolean scalar(TypeRef type, Set<ScalarType> kinds) {
        return type instanceof TypeRef.Scalar scalar && kinds.contains(scalar.type());
    }

    /** A variant that only lists required names, or only describes, does not make another type. */
    private static boolean says(Node variant) {
        return !MergedSchema.onlyDescribes(
                variant.value(), Set.of("required", "not", "if", "then", "else", "dependentRequired"));
    }

    private boolean isObject(Node variant) {
        MergedSchema merged = MergedSchema.of(variant, schemas.budget());
        return merged.isObject()
                || (!merged.variants().isEmpty() && merged.variants().stream().allMatch(this::isObjectShallow));
    }

    private boolean isObjectShallow(Node variant) {
        return MergedSchema.of(variant, schemas.budget()).isObject();
    }

    private boolean isEnum(Node variant) {
        return MergedSchema.of(variant, schemas.budget()).values() != null;
    }

    /** The discriminator's values that the document maps to a variant; its schema's name where it maps none. */
    private static List<String> tags(@Nullable Node discriminator, Node variant) {
        String pointer = variant.reference();
        if (discriminator == null || pointer.isEmpty()) {
            return List.of();
        }
        String schema = Pointer.schemaName(pointer);
        String name = schema == null ? "" : schema;
        List<String> tags = new ArrayList<>();
        discriminator.value().path("mapping").properties().forEach(entry -> {
            String text = entry.getValue().asText("");
            String target = Pointer.ofReference(text).orElse(text);
            if (target.equals(pointer) || target.equals(name)) {
                tags.add(entry.getKey());
            }
        });
        return tags.isEmpty() && !name.isEmpty() ? List.of(name) : tags;
    }
}
