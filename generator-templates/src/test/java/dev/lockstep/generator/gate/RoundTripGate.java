package dev.lockstep.generator.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.ScalarType;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.generator.model.UnionType;
import dev.lockstep.generator.sample.Instances;
import dev.lockstep.generator.sample.Samples;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends instances of every schema that became a class through its adapter. */
final class RoundTripGate {
    private final CompiledClient client;
    private final List<String> failures = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private int schemas;
    private int instances;
    private int uploads;

    private RoundTripGate(CompiledClient client) {
        this.client = client;
    }

    static RoundTripGate run(CompiledClient client) throws ReflectiveOperationException {
        RoundTripGate gate = new RoundTripGate(client);
        for (TypeDef type : client.model().types()) {
            if (type instanceof ObjectType object && object.parameters()) {
                continue;
            }
            if (sendsFiles(type)) {
                gate.uploads++;
                continue;
            }
            gate.check(type);
        }
        return gate;
    }

    /** One line a failure: class, kind of instance, what happened, the instance. */
    List<String> failures() {
        return failures;
    }

    /** Schemas that nothing satisfies. */
    List<String> without() {
        return without;
    }

    int schemas() {
        return schemas;
    }

    int instances() {
        return instances;
    }

    /** Bodies with files, which are not JSON. */
    int uploads() {
        return uploads;
    }

    private static boolean sendsFiles(TypeDef type) {
        return sendsFiles(type, new HashSet<>());
    }

    private static boolean sendsFiles(TypeDef type, Set<TypeDef> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ObjectType object) {
            return object.properties().stream().anyMatch(property -> isFile(property.type(), seen));
        }
        return type instanceof UnionType union
                && union.variants().stream().anyMatch(variant -> isFile(variant.type(), seen));
    }

    private static boolean isFile(TypeRef type, Set<TypeDef> seen) {
        return (type instanceof TypeRef.Scalar scalar && scalar.type() == ScalarType.UPLOAD)
                || (type instanceof TypeRef.ListOf list && isFile(list.element(), seen))
                || (type instanceof TypeRef.Named named
                        && named.def() instanceof UnionType
                        && sendsFiles(named.def(), seen));
    }

    private void check(TypeDef type) throws ReflectiveOperationException {
        JsonNode schema = schema(type.key());
        if (schema.isMissingNode()) {
            return; // made of several places; its owners' instances have it
        }
        JsonAdapter<Object> adapter = client.adapter(type.name());
        schemas++;
        if (type instanceof EnumType constants) {
            constants.constants().forEach(constant -> valid(type, adapter, "value", constant.value(), Set.of()));
            JsonNode unknown = Instances.unknown(constants.constants().get(0).value());
            boolean drift = unknown.isTextual() && !constants.others();
            drifted(type, adapter, "unknown value", unknown, drift ? "value " : "");
            return;
        }
        boolean any = false;
        for (int variant = 0; variant < Instances.variants(client.document(), schema, type.key()); variant++) {
            for (Instances.Mode mode : Instances.Mode.values()) {
                any |= check(type, adapter, schema, mode, variant);
            }
        }
        if (!any) {
            without.add(type.name() + " " + type.key());
        }
    }

    /** The schema at a class's key; one of several types is a schema of its own there. */
    private JsonNode schema(String key) {
        int several = key.lastIndexOf("/type/");
        if (several < 0 || !client.document().at(key).isMissingNode()) {
            return client.document().at(key);
        }
        ObjectNode one = client.document().at(key.substring(0, several)).deepCopy();
        return one.put("type", key.substring(several + 6));
    }

    private boolean check(
            TypeDef type, JsonAdapter<Object> adapter, JsonNode schema, Instances.Mode mode, int variant) {
        Instances.Instance instance = Instances.make(client.document(), schema, type.key(), mode, variant);
        if (instance == null) {
            return false;
        }
        String kind = mode + " of variant " + variant;
        switch (mode) {
            case ALL, REQUIRED, NULLS -> valid(type, adapter, kind, instance.json(), instance.undeclared());
            case UNKNOWN_PROPERTIES ->
                drifted(
                        type,
                        adapter,
                        kind,
                        instance.json(),
                        keepsUnknown(type) ? "property " + Instances.UNKNOWN : "");
            case UNKNOWN_VALUES -> drifted(type, adapter, kind, instance.json(), "");
        }
        return true;
    }

    private void valid(TypeDef type, JsonAdapter<Object> adapter, String kind, JsonNode json, Set<String> undeclared) {
        RoundTrip trip = RoundTrip.of(adapter, json);
        instances++;
        List<String> drift = trip.drift().stream()
                .filter(each -> undeclared.stream().noneMatch(name -> each.startsWith("property " + name + " of ")))
                .filter(each ->
                        !each.startsWith("value " + Samples.string("").asText())) // any text may stand beside a list
                .toList();
        String problem = trip.failure() != null ? trip.failure() : trip.invalid();
        if (problem == null && !drift.isEmpty()) {
            problem = "is no drift, but " + drift;
        }
        if (problem == null && type instanceof ObjectType object && trip.decoded() instanceof JsonModel<?> model) {
            problem = unread(object, model, json);
        }
        report(type, kind, json, problem);
    }

    /** Whether names that the document does not give are drift, and not values of a typed map. */
    private static boolean keepsUnknown(TypeDef type) {
        return type instanceof ObjectType object && object.additional() == null;
    }

    private void drifted(TypeDef type, JsonAdapter<Object> adapter, String kind, JsonNode json, String report) {
        RoundTrip trip = RoundTrip.of(adapter, json);
        instances++;
        String problem = trip.failure();
        if (problem == null && trip.drift().stream().noneMatch(each -> each.startsWith(report)) && !report.isEmpty()) {
            problem = "is drift, but it was not reported: " + trip.drift();
        }
        report(type, kind, json, problem);
    }

    /** Each accessor gives a value exactly where the instance has one. */
    private static @Nullable String unread(ObjectType type, JsonModel<?> model, JsonNode json) {
        for (PropertyModel property : type.properties()) {
            try {
                Object value = model.getClass().getMethod(property.name()).invoke(model);
                boolean there = json.hasNonNull(property.jsonName());
                boolean raw = property.type().isAny() && json.has(property.jsonName());
                if ((value != null) != (there || raw)) {
                    return property.name() + "() gives " + value;
                }
            } catch (InvocationTargetException e) {
                if (json.has(property.jsonName())) {
                    return property.name() + "() throws " + e.getCause();
                }
            } catch (ReflectiveOperationException e) {
                return "has no accessor: " + e;
            }
        }
        return null;
    }

    private void report(TypeDef type, String kind, JsonNode json, @Nullable String problem) {
        if (problem != null) {
            String text = json.toString();
            failures.add(type.name() + " (" + type.key() + "), " + kind + ": "
                    + (problem.length() > 400 ? problem.substring(0, 400) + "…" : problem) + "\n    "
                    + (text.length() > 400 ? text.substring(0, 400) + "…" : text));
        }
    }
}
