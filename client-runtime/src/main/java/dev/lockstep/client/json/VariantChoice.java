package dev.lockstep.client.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which variant of a union a value is: the one that the discriminator names; else the only one of its JSON kind; else the
 * first that decodes with the least drift and no invalid property. Where a discriminator's value stands for several
 * variants, or for none while some have no value of their own, those are compared. The reader is only peeked at.
 */
final class VariantChoice {
    private VariantChoice() {}

    static @Nullable Variant<?> choose(List<Variant<?>> variants, @Nullable String discriminator, JsonReader reader)
            throws IOException {
        JsonValue value = JsonValue.read(reader.peekJson());
        if (discriminator != null && value.kind() == JsonValue.Kind.OBJECT) {
            JsonValue tag = value.asMap().get(discriminator);
            if (tag != null && tag.kind() == JsonValue.Kind.STRING) {
                return tagged(variants, tag.asString(), value, reader);
            }
        }
        return fitting(variants, value, reader);
    }

    private static @Nullable Variant<?> fitting(List<Variant<?>> variants, JsonValue value, JsonReader reader)
            throws IOException {
        List<Variant<?>> sameKind =
                variants.stream().filter(variant -> sameKind(variant, value)).toList();
        if (sameKind.size() < 2) {
            return sameKind.isEmpty() ? null : clean(sameKind.get(0), reader);
        }
        List<Variant<?>> plausible =
                sameKind.stream().filter(variant -> plausible(variant, value)).toList();
        return plausible.size() == 1 ? clean(plausible.get(0), reader) : best(plausible, reader);
    }

    private static @Nullable Variant<?> tagged(
            List<Variant<?>> variants, String tag, JsonValue value, JsonReader reader) throws IOException {
        List<Variant<?>> named = variants.stream()
                .filter(variant -> variant.tags().contains(tag))
                .toList();
        if (named.isEmpty()) {
            return fitting(
                    variants.stream().filter(each -> each.tags().isEmpty()).toList(), value, reader);
        }
        Variant<?> best = named.size() == 1 ? null : fitting(named, value, reader);
        return best == null ? named.get(0) : best;
    }

    private static boolean sameKind(Variant<?> variant, JsonValue value) {
        return Kinds.accepts(variant.adapter(), value.kind());
    }

    /** Whether a model has all of its required properties, and its constants their values. */
    private static boolean plausible(Variant<?> variant, JsonValue value) {
        if (!(variant.adapter() instanceof ModelAdapter<?> model) || value.kind() != JsonValue.Kind.OBJECT) {
            return true;
        }
        Map<String, JsonValue> members = value.asMap();
        for (Property<?> property : model.shape().properties()) {
            JsonValue member = members.get(property.name);
            if (property.requiredInBody()) {
                if (member == null || (member.isNull() && !property.nullable())) {
                    return false;
                }
                if (property.adapter() instanceof EnumAdapter<?, ?> constants
                        && constants.single()
                        && !constants.lists(member)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The variant, unless the value does not even decode as it. */
    private static @Nullable Variant<?> clean(Variant<?> variant, JsonReader reader) throws IOException {
        return Drift.of(variant, reader) == null ? null : variant;
    }

    private static @Nullable Variant<?> best(List<Variant<?>> variants, JsonReader reader) throws IOException {
        List<Variant<?>> best = new ArrayList<>();
        Drift least = null;
        for (Variant<?> variant : variants) {
            Drift drift = Drift.of(variant, reader);
            if (drift == null || drift.invalid > 0) {
                continue;
            }
            int order = least == null ? -1 : drift.compareTo(least);
            if (order < 0) {
                best.clear();
                least = drift;
            }
            if (order <= 0) {
                best.add(variant);
            }
        }
        if (least == null || (best.size() > 1 && least.unknownValues > 0)) {
            return null;
        }
        return best.get(0);
    }

    /** Counts what a trial would report. */
    private static final class Drift implements DriftSink, Comparable<Drift> {
        private int invalid;
        private int unknownValues;
        private int unknownProperties;

        /** Null if the value is of another JSON type than the variant. */
        static @Nullable Drift of(Variant<?> variant, JsonReader reader) throws IOException {
            Drift drift = new Drift();
            JsonReader trial = reader.peekJson();
            trial.setTag(DriftSink.class, drift);
            try {
                variant.read(trial);
                return drift;
            } catch (JsonMismatchException e) {
                return null;
            }
        }

        @Override
        public void unknownProperty(String type, String property, String path) {
            unknownProperties++;
        }

        @Override
        public void unknownEnumValue(String type, String value, String path) {
            unknownValues++;
        }

        @Override
        public void invalidProperty(String type, String property, String path, String reason) {
            invalid++;
        }

        @Override
        public void unknownVariant(String type, String path) {
            invalid++;
        }

        @Override
        public int compareTo(Drift that) {
            int values = Integer.compare(unknownValues, that.unknownValues);
            return values != 0 ? values : Integer.compare(unknownProperties, that.unknownProperties);
        }
    }
}
