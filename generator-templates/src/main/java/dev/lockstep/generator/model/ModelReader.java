package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.ServerCheck;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads a sanitized document into a client model. */
public final class ModelReader {
    /** More arguments than this make a method unreadable: they move to a request object. */
    private static final int MOST_ARGUMENTS = 8;

    private final SpecDocument document;
    private final ClientModel.Identity identity;
    private final Map<String, String> sticky;
    private final List<Diagnostic> diagnostics;
    private final SchemaReader schemas;
    private final SecurityReader security;

    private ModelReader(
            SpecDocument document,
            ClientModel.Identity identity,
            Map<String, String> sticky,
            Map<String, String> credentials,
            List<Diagnostic> diagnostics) {
        this.document = document;
        this.identity = identity;
        this.sticky = sticky;
        this.diagnostics = diagnostics;
        this.security = new SecurityReader(document, credentials, diagnostics);
        this.schemas = new SchemaReader(document, diagnostics, security.secretNames(), sticky);
    }

    /**
     * Reads a document.
     *
     * @param server the base URL; null takes the document's first server
     * @param credentials configuration suffix by security scheme
     * @param sticky names decided earlier, by stable key
     * @param diagnostics hears of what was dropped or replaced
     */
    public static ClientModel read(
            SpecDocument document,
            ClientModel.Identity identity,
            @Nullable String server,
            Map<String, String> credentials,
            SortedMap<String, String> sticky,
            List<Diagnostic> diagnostics) {
        Map<String, String> known = new LinkedHashMap<>(sticky); // whose keys are long and begin alike: to be hashed
        return new ModelReader(
                        InputOutputSchemas.joined(StableOrder.of(document), known),
                        identity,
                        known,
                        credentials,
                        diagnostics)
                .model(server);
    }

    private ClientModel model(@Nullable String given) {
        List<OperationParts> operations =
                SpecOperation.all(document).stream().map(OperationParts::new).toList();
        String server = given == null ? firstServer(operations) : given;
        Namer namer = new Namer(sticky, identity.className());
        namer.operations(operations);
        OperationReader reader = new OperationReader(schemas, security, sticky, server);
        operations.stream().sorted(Comparator.comparing(OperationParts::key)).forEach(reader::read);
        namer.bodies(operations);
        Node components = Node.at(document, "#/components/schemas");
        List<String> names = components.keys();
        List<TypeRef> resolved = new ArrayList<>();
        names.stream()
                .sorted()
                .forEach(name -> resolved.add(schemas.resolve(components.get(name), JavaNames.type(name))
                        .type()));
        operations.forEach(this::arguments);
        Reachable.retain(schemas.definitions(), operations, resolved);
        namer.types(schemas.definitions(), operations, document.root());
        Discriminators.complete(schemas.definitions().values());
        List<ApiModel> apis = namer.apis(operations);
        List<TypeDef> types = schemas.definitions().values().stream()
                .sorted(Comparator.comparing(TypeDef::name))
                .toList();
        return new ClientModel(
                identity,
                server,
                document.root().path("info").path("title").asText(""),
                apis,
                security.schemes(),
                types,
                namer.names());
    }

    /** Decides which parameters are arguments; the others become properties of the operation's options. */
    private void arguments(OperationParts operation) {
        Set<String> kept = new HashSet<>(
                List.of(sticky.getOrDefault(operation.key() + " arguments", "").split("\n")));
        long required =
                operation.parameters.stream().filter(ParameterModel::required).count();
        // Where once there were too many for arguments, they stay where they are.
        operation.object = required > MOST_ARGUMENTS || sticky.containsKey(operation.key() + " object");
        for (ParameterModel parameter : operation.parameters) {
            boolean always = parameter.in() == ParameterModel.In.PATH;
            boolean wanted = parameter.required() && !operation.object;
            parameter.argument(always || wanted || kept.contains(parameter.key()));
        }
        if (operation.parameters.stream().allMatch(ParameterModel::argument)) {
            return;
        }
        ObjectType type = new ObjectType(
                operation.key() + " options",
                ClassNames.within(JavaNames.type(operation.name), "Options"),
                Docs.NONE,
                true);
        Set<String> used = new HashSet<>();
        for (ParameterModel parameter : operation.parameters) {
            if (!parameter.argument()) {
                String name = used.add(parameter.jsonName()) ? parameter.jsonName() : parameter.key();
                type.add(new PropertyModel(
                        name,
                        parameter.pointer(),
                        parameter.type(),
                        parameter.required(),
                        false,
                        PropertyModel.Access.NONE,
                        parameter.docs()));
            }
        }
        schemas.define(type);
        operation.options = type;
    }

    /** The document's first https server, else its first absolute one, else that of its first operation that names one. */
    private String firstServer(Collection<OperationParts> operations) {
        String first = substituted(document.root().path("servers").path(0));
        boolean absolute = first.startsWith("https://") || first.startsWith("http://");
        Optional<String> url = ServerCheck.baseUrl(document)
                .or(() -> Optional.of(first).filter(each -> absolute))
                .or(() -> operations.stream()
                        .sorted(Comparator.comparing(OperationParts::key))
                        .flatMap(each -> ServerCheck.baseUrls(each.node.value().path("servers")).stream())
                        .findFirst());
        if (url.isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    document.place("#/servers"), "no absolute server; callers must give the base URL"));
        }
        return url.orElseGet(() -> "https://localhost" + (first.matches("/[^/].*") ? first : ""));
    }

    private static String substituted(JsonNode server) {
        String url = ServerCheck.substituted(server, true);
        return url.startsWith("http") && url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
