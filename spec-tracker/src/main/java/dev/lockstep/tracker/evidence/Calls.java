package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.sample.Probes;
import dev.lockstep.generator.sample.Variety;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.loaded.JavaValues;
import dev.lockstep.tracker.loaded.LoadedClient;
import dev.lockstep.tracker.loaded.UnfitValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Calls of one operation with arguments made from the document that the client is of. */
final class Calls {
    private final LoadedClient client;
    private final JavaValues values;
    private final OperationModel operation;
    private final SpecOperation described;
    private final Schemas schemas;
    private final Probes probes;
    private final List<JsonNode> places;
    private final Map<String, List<JsonNode>> byParameter = new LinkedHashMap<>();

    /**
     * One call.
     *
     * @param method the Java method's name
     */
    record Call(String method, List<@Nullable Object> arguments) {}

    /**
     * @param described without what no request holds
     * @param schemas of the same document
     * @param probes limits of the new document
     * @param places of the same document as the schemas that calls must not miss
     */
    Calls(
            LoadedClient client,
            OperationModel operation,
            SpecOperation described,
            Schemas schemas,
            Probes probes,
            List<JsonNode> places) {
        this.client = client;
        this.values = new JavaValues(client);
        this.operation = operation;
        this.described = described;
        this.schemas = schemas;
        this.probes = probes;
        this.places = places;
        for (Node written : described.parameters()) {
            Node parameter = written.resolved();
            JsonNode node = parameter.value();
            Node schema = node.has("content")
                    ? parameter
                            .get("content")
                            .get(node.path("content").fieldNames().next())
                            .get("schema")
                    : parameter.get("schema");
            byParameter.put(key(node.path("in").asText(), node.path("name").asText()), fitting(schema));
        }
    }

    /** Optional parameters of which no value could be made, so that no call sets them; a sentence each. */
    Set<String> unmade() {
        Set<String> unmade = new TreeSet<>();
        for (ParameterModel parameter : operation.parameters()) {
            String key = key(parameter.in().name().toLowerCase(Locale.ROOT), parameter.jsonName());
            if (byParameter.getOrDefault(key, List.of()).isEmpty()) {
                unmade.add("no value could be made for the "
                        + parameter.in().name().toLowerCase(Locale.ROOT) + " parameter " + parameter.jsonName());
            }
        }
        return unmade;
    }

    private static String key(String in, String name) {
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }

    /** Values that the schema allows; none may be null, since that is how a client leaves out. */
    private List<JsonNode> fitting(Node schema) {
        return Variety.of(described.node().document(), schema.value(), schema.pointer(), probes, places).stream()
                .filter(value -> !value.isNull() && schemas.fits(schema.pointer(), value))
                .toList();
    }

    /**
     * Everything, then as little as possible, then every value once.
     *
     * @throws UnfitValueException if no value could be made for something required
     */
    List<Call> all() throws IOException {
        List<Call> calls = new ArrayList<>();
        int bodies = Math.max(1, operation.bodies().size());
        for (int body = 0; body < bodies; body++) {
            BodyModel model =
                    operation.bodies().isEmpty() ? null : operation.bodies().get(body);
            List<JsonNode> instances = model == null ? List.of() : bodies(model);
            int rounds = 2;
            for (List<JsonNode> each : byParameter.values()) {
                rounds = Math.max(rounds, each.size() + 2);
            }
            rounds = Math.max(rounds, instances.size() + 2);
            for (int round = 0; round < rounds; round++) {
                calls.add(new Call(operation.name(body), arguments(model, instances, round)));
            }
        }
        return calls;
    }

    private List<JsonNode> bodies(BodyModel model) {
        Node content = described.requestBody().get("content");
        for (String type : content.keys()) {
            if (MediaType.base(type).equals(MediaType.base(model.mediaType()))) {
                return fitting(content.get(type).get("schema"));
            }
        }
        return List.of();
    }

    /** Round 0 sets everything, round 1 what is required; later ones everything, with other values. */
    private List<@Nullable Object> arguments(@Nullable BodyModel model, List<JsonNode> instances, int round)
            throws IOException {
        List<@Nullable Object> arguments = new ArrayList<>();
        Map<String, JsonNode> optional = new LinkedHashMap<>();
        for (ParameterModel parameter : operation.parameters()) {
            JsonNode value = value(parameter, round);
            if (!parameter.argument()) {
                if (value != null) {
                    optional.put(parameter.jsonName(), value);
                }
                continue;
            }
            if (value == null && parameter.required()) {
                throw new UnfitValueException("no value could be made for " + parameter.jsonName());
            }
            arguments.add(value == null ? null : values.of(parameter.jsonName(), parameter.type(), value));
        }
        if (model != null) {
            arguments.add(body(model, instances, round));
        }
        ObjectType options = operation.options();
        if (options != null) {
            arguments.add(options(options, optional));
        }
        return arguments;
    }

    private @Nullable JsonNode value(ParameterModel parameter, int round) {
        List<JsonNode> candidates = byParameter.getOrDefault(
                key(parameter.in().name().toLowerCase(Locale.ROOT), parameter.jsonName()), List.of());
        if (candidates.isEmpty() || (round == 1 && !parameter.required())) {
            return null;
        }
        return candidates.get((round < 2 ? 0 : round - 2) % candidates.size());
    }

    private Object options(ObjectType options, Map<String, JsonNode> given) throws IOException {
        Object builder = LoadedClient.call(client.load(options.name()), "builder");
        for (PropertyModel property : options.properties()) {
            JsonNode value = given.get(property.jsonName());
            if (value != null) {
                LoadedClient.call(builder, property.name(), values.of(property.jsonName(), property.type(), value));
            }
        }
        return LoadedClient.call(builder, "build");
    }

    private @Nullable Object body(BodyModel model, List<JsonNode> instances, int round) {
        if (round == 1 && !model.required()) {
            return null;
        }
        if (model.kind() == BodyModel.Kind.BINARY) {
            return RequestBody.create(
                    "bytes".getBytes(StandardCharsets.UTF_8), okhttp3.MediaType.parse(model.mediaType()));
        }
        if (instances.isEmpty()) {
            if (model.kind() == BodyModel.Kind.TEXT) {
                return "text";
            }
            if (described.requestBody().value().path("content").findValue("schema") == null) {
                return values.of("the body", model.type(), JsonNodeFactory.instance.objectNode());
            }
            throw new UnfitValueException("no value could be made for the body");
        }
        JsonNode instance =
                round == 1 ? smallest(instances) : instances.get((round < 2 ? 0 : round - 2) % instances.size());
        return model.kind() == BodyModel.Kind.TEXT ? instance.asText() : values.of("the body", model.type(), instance);
    }

    private static JsonNode smallest(List<JsonNode> instances) {
        JsonNode smallest = instances.get(0);
        for (JsonNode each : instances) {
            smallest = each.toString().length() < smallest.toString().length() ? each : smallest;
        }
        return smallest;
    }
}
