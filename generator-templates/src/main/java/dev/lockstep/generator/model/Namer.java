package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.generator.names.SymbolTable;
import dev.lockstep.openapi.Pointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Assigns every Java name of a client. Names of the lock are kept, whatever the document now calls the thing. */
final class Namer {
    private final Map<String, String> sticky;
    private final SortedMap<String, String> names = new TreeMap<>();
    private final String clientName;
    private final Map<String, String> apiNames = new TreeMap<>();

    Namer(Map<String, String> sticky, String clientName) {
        this.sticky = sticky;
        this.clientName = clientName;
    }

    /** What later generations must keep. */
    SortedMap<String, String> names() {
        return names;
    }

    /** Names operations and the resources that they belong to. Names that were given up on purpose stay taken. */
    void operations(List<OperationParts> operations) {
        Map<String, String> wanted = OperationNames.wanted(operations);
        Set<String> former = new HashSet<>();
        for (OperationParts operation : operations) {
            operation.former =
                    DeprecatedNames.names(operation.key(), operation.key(), sticky.get(operation.key()), sticky, names);
            former.addAll(operation.former);
        }
        SymbolTable table = new SymbolTable(true, former);
        for (OperationParts operation : operations) {
            String key = operation.key();
            table.want(key, Reserved.member(wanted.getOrDefault(key, "call")));
            if (sticky.containsKey(key)) {
                table.keep(key, sticky.get(key));
            }
        }
        Map<String, String> assigned = table.assign();
        for (OperationParts operation : operations) {
            String key = operation.key();
            operation.name = assigned.getOrDefault(key, "call");
            operation.api = sticky.getOrDefault(key + " api", OperationNames.api(operation));
            names.put(key, operation.name);
            names.put(key + " api", operation.api);
        }
    }

    /** Names the methods of operations with several bodies. */
    void bodies(Collection<OperationParts> operations) {
        BodyNames.name(operations, sticky, names);
    }

    /** Names classes and all that is in them.
     *
     * @param root of the document
     */
    void types(Map<String, TypeDef> types, Collection<OperationParts> operations, JsonNode root) {
        SymbolTable table = new SymbolTable(true, List.of(clientName, clientName + "Adapters", "package-info"));
        table.avoid(Reserved.types());
        sticky.forEach((key, name) -> {
            if (key.endsWith(Members.VARIANT)) {
                table.avoid(List.of(name));
            }
        });
        Set<String> apis = new TreeSet<>();
        Set<String> locked = new HashSet<>();
        operations.forEach(operation -> {
            apis.add(operation.api);
            locked.add(sticky.getOrDefault(operation.key() + " api", ""));
        });
        apis.stream().filter(locked::contains).forEach(api -> keepApi(api, table));
        Map<String, String> uses = Uses.of(operations);
        Renames renames = Renames.of(types.keySet(), uses, sticky, root);
        types.forEach((key, type) -> {
            String kept = sticky.get(renames.former(key));
            if (kept != null) {
                table.keep(key, kept);
            } else {
                table.want(key, Reserved.type(type.wanted()));
            }
        });
        apis.stream().filter(api -> !locked.contains(api)).forEach(api -> keepApi(api, table));
        Map<String, String> assigned = table.assign();
        types.forEach((key, type) -> {
            String name = assigned.getOrDefault(key, type.wanted());
            type.name(name);
            names.put(key, name);
            if (Pointer.isSchema(key) && uses.containsKey(key)) {
                names.put("use " + uses.get(key), name);
            }
        });
        for (String api : apis) {
            for (String kind : List.of("Api", "Service")) {
                String key = apiKey(api, kind);
                String name = assigned.getOrDefault(key, api + kind);
                apiNames.put(key, name);
                if (!name.equals(apiClass(api, kind))) {
                    names.put(key, name);
                }
            }
        }
        Set<String> classes = new HashSet<>(assigned.values());
        types.values().forEach(type -> Members.name(type, renames.former(type.key()), classes, sticky, names));
        operations.forEach(this::parameters);
    }

    private void keepApi(String api, SymbolTable table) {
        for (String kind : List.of("Api", "Service")) {
            String key = apiKey(api, kind);
            table.keep(key, sticky.getOrDefault(key, apiClass(api, kind)));
        }
    }

    /** The key of a class of a resource; the lock has it where a class has not the name that follows from the resource. */
    private static String apiKey(String api, String kind) {
        return kind.toLowerCase(Locale.ROOT) + " " + api;
    }

    /** Of a long resource the last words. */
    private static String apiClass(String api, String kind) {
        return Reserved.type(
                api.length() + kind.length() > JavaNames.LONGEST_MADE ? ClassNames.within(api, kind) : api + kind);
    }

    private void parameters(OperationParts operation) {
        SymbolTable table = new SymbolTable(false, List.of());
        List<String> arguments = new ArrayList<>();
        for (ParameterModel parameter : operation.parameters) {
            table.want(parameter.key(), Reserved.parameter(JavaNames.member(parameter.jsonName())));
            if (parameter.argument() && parameter.in() != ParameterModel.In.PATH) {
                arguments.add(parameter.key());
            }
        }
        Map<String, String> assigned = table.assign();
        operation.parameters.forEach(each -> each.name(assigned.getOrDefault(each.key(), each.jsonName())));
        if (!arguments.isEmpty()) {
            names.put(operation.key() + " arguments", String.join("\n", arguments));
        }
        if (operation.object) {
            names.put(operation.key() + " object", "options");
        }
        if (!operation.results.isEmpty()) {
            names.put(operation.key() + " results", operation.results);
        }
    }

    /** Groups operations by their resource. */
    List<ApiModel> apis(Collection<OperationParts> operations) {
        Map<String, List<OperationModel>> byApi = new TreeMap<>();
        operations.stream()
                .sorted(Comparator.comparing(OperationParts::key))
                .forEach(each -> byApi.computeIfAbsent(each.api, api -> new ArrayList<>())
                        .add(new OperationModel(each)));
        SymbolTable accessors = new SymbolTable(false, Set.of("builder", "client", "with", "toString", "hashCode"));
        byApi.keySet().forEach(api -> accessors.want(api, Reserved.member(JavaNames.member(api))));
        Map<String, String> assigned = new LinkedHashMap<>(accessors.assign());
        List<ApiModel> apis = new ArrayList<>();
        byApi.forEach((api, members) -> apis.add(new ApiModel(
                api,
                apiNames.getOrDefault(apiKey(api, "Api"), api + "Api"),
                apiNames.getOrDefault(apiKey(api, "Service"), api + "Service"),
                assigned.getOrDefault(api, api),
                members)));
        return apis;
    }
}
