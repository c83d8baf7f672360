package dev.lockstep.tracker.impact;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ErrorModel;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.generator.model.UnionType;
import dev.lockstep.generator.surface.Member;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The clients that code may use, as their locks describe them. */
public final class KnownClients {
    private final Map<String, String> vendors = new TreeMap<>();
    private final Map<String, String> operations = new HashMap<>();
    private final Map<String, Set<String>> types = new HashMap<>();
    private final Map<String, List<String>> texts = new HashMap<>();

    private KnownClients() {}

    /** Clients by their models. */
    public static KnownClients of(List<ClientModel> models) {
        KnownClients clients = new KnownClients();
        models.forEach(clients::add);
        return clients;
    }

    /** The clients of all locked vendors; what is not locked, or differs from its lock, has none. */
    public static KnownClients locked(List<VendorFolder> folders) {
        List<ClientModel> models = new ArrayList<>();
        for (VendorFolder folder : folders) {
            if (!Files.exists(folder.lock())) {
                continue;
            }
            LockVerifier.Verification verification = LockVerifier.verify(folder.path());
            if (verification.mismatches().isEmpty()) {
                GeneratorOptions options = GeneratorOptions.fromLock(verification.orThrow());
                models.add(ClientGenerator.model(folder.document(folder.spec()), options));
            }
        }
        return of(models);
    }

    /** These, and one of which the package alone is known. */
    public KnownClients with(String packageName, String vendor) {
        KnownClients clients = new KnownClients();
        clients.vendors.putAll(vendors);
        clients.vendors.putIfAbsent(packageName, vendor);
        clients.operations.putAll(operations);
        clients.types.putAll(types);
        clients.texts.putAll(texts);
        return clients;
    }

    private void add(ClientModel model) {
        vendors.put(model.packageName(), model.vendor());
        Map<String, List<Member>> byOrigin = new HashMap<>();
        for (Member member : model.surface().members()) {
            byOrigin.computeIfAbsent(member.origin(), origin -> new ArrayList<>())
                    .add(member);
        }
        for (OperationModel operation : model.operations()) {
            Set<String> reached = new HashSet<>();
            operation.parameters().stream().map(ParameterModel::type).forEach(type -> visit(type, model, reached));
            operation.bodies().stream().map(BodyModel::type).forEach(type -> visit(type, model, reached));
            operation.errors().stream().map(ErrorModel::type).forEach(type -> visit(type, model, reached));
            visit(operation.result().type(), model, reached);
            for (Member method : byOrigin.getOrDefault(operation.key(), List.of())) {
                String symbol = Symbols.erased(method.symbol());
                operations.put(symbol, operation.key());
                types.put(symbol, reached);
            }
        }
        for (TypeDef type : model.types()) {
            if (type instanceof EnumType constants && constants.wire() == EnumType.Wire.STRING) {
                String owner = model.packageName() + "." + type.name();
                constants
                        .constants()
                        .forEach(constant -> texts.computeIfAbsent(
                                        constant.value().asText(), text -> new ArrayList<>())
                                .add(owner + ".Values#" + constant.name()));
            }
        }
    }

    private static void visit(@Nullable TypeRef type, ClientModel model, Set<String> reached) {
        if (type instanceof TypeRef.ListOf list) {
            visit(list.element(), model, reached);
        } else if (type instanceof TypeRef.MapOf map) {
            visit(map.value(), model, reached);
        } else if (type instanceof TypeRef.Named named
                && reached.add(model.packageName() + "." + named.def().name())) {
            if (named.def() instanceof ObjectType object) {
                object.properties().forEach(property -> visit(property.type(), model, reached));
            } else if (named.def() instanceof UnionType union) {
                union.variants().forEach(variant -> visit(variant.type(), model, reached));
            }
        }
    }

    /** Whether a class, by its internal name, was generated. */
    boolean generated(String internalName) {
        return vendors.containsKey(packageOf(internalName));
    }

    private static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
    }

    /** The operation that a method calls, {@code METHOD /path}; null for other symbols. */
    @Nullable
    String operation(String symbol) {
        return operations.get(symbol);
    }

    /** The classes of an operation's parameters, bodies and answers. */
    Set<String> types(String operationSymbol) {
        return types.getOrDefault(operationSymbol, Set.of());
    }

    /** The text constants of enums that have this value: javac writes the value into its user, and no name. */
    List<String> constants(String value) {
        return texts.getOrDefault(value, List.of());
    }

    /** The operations that uses call, by vendor: what {@code vendor.yaml} would have to list. */
    public Map<String, Set<String>> called(List<Usage> usages) {
        Map<String, Set<String>> called = new TreeMap<>();
        vendors.values().forEach(vendor -> called.put(vendor, new TreeSet<>()));
        for (Usage usage : usages) {
            for (Use use : usage.uses()) {
                String key = operations.get(use.symbol());
                String owner = Symbols.owner(use.symbol());
                int dot = owner.lastIndexOf('.');
                String vendor = vendors.get(dot < 0 ? "" : owner.substring(0, dot));
                if (key != null && vendor != null) {
                    called.computeIfAbsent(vendor, name -> new TreeSet<>()).add(key);
                }
            }
        }
        return called;
    }
}
