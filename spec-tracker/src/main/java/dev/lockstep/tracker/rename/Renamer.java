package dev.lockstep.tracker.rename;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.DeprecatedNames;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.check.ClientBuild;
import dev.lockstep.tracker.compare.Semver;
import dev.lockstep.tracker.store.Changelog;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.UsageException;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/** Moves one Java name of a locked client, and proves that the client compiles under it. */
public final class Renamer {
    private final ClientBuild build;
    private final LocalDate today;

    /**
     * @param today for the vendor's changelog
     */
    public Renamer(ClientBuild build, LocalDate today) {
        this.build = build;
        this.today = today;
    }

    /**
     * What was done.
     *
     * @param kind what has the name: {@code operation}, {@code class}
     * @param oldName before
     * @param bridged whether something deprecated keeps the old name
     * @param version the client's, from now on
     */
    public record Renamed(String kind, String oldName, boolean bridged, String version) {}

    /**
     * Renames something. Callers hold the {@link dev.lockstep.tracker.store.StoreLock}.
     *
     * @param symbol as {@code endCall}, {@code CallsApi}, {@code Call}, {@code Call#status} or {@code Status#ENDED}
     * @param bridge whether the old name shall stay, deprecated, where Java allows it
     * @throws UsageException when there is no such thing, or the new name cannot be had
     */
    public Renamed rename(VendorFolder folder, String symbol, String newName, boolean bridge) {
        Lock lock = LockVerifier.verify(folder.path()).orThrow();
        VendorConfig config = VendorConfig.read(folder);
        SpecDocument document = folder.document(folder.spec());
        ClientModel before = ClientGenerator.model(document, GeneratorOptions.fromLock(lock));
        Symbol found = Symbol.find(before, symbol);
        check(found, newName);
        SortedMap<String, String> names = new TreeMap<>(before.names());
        boolean bridged = bridge && found.kind().bridged();
        String stored = found.kind() == Symbol.Kind.API ? newName.substring(0, newName.length() - 3) : newName;
        for (String key : found.keys()) {
            names.put(key, stored);
            if (bridged) {
                names.merge(DeprecatedNames.key(key), found.name(), (a, b) -> a + "\n" + b);
            }
        }
        Semver step = bridged ? Semver.MINOR : Semver.MAJOR;
        String version = step.raise(lock.client().version());
        Lock moved = moved(lock, names, version);
        ClientModel after = ClientGenerator.model(document, GeneratorOptions.fromLock(moved));
        if (!names(after, found).equals(List.of(newName))) {
            throw new UsageException(newName + " is taken; " + found.kind().text() + " " + found.name() + " would be "
                    + names(after, found).get(0));
        }
        ClientBuild.Built built = build.build(config, document, lock.client().server(), version, names);
        write(folder, moved(lock, built.names(), version), built.surface(), found, newName, bridged);
        return new Renamed(found.kind().text(), found.name(), bridged, version);
    }

    private static void check(Symbol found, String newName) {
        Symbol.Kind kind = found.kind();
        if (!kind.fits(newName) || SourceVersion.isKeyword(newName)) {
            throw new UsageException(
                    "'" + newName + "' names no " + kind.text() + "; such a name has the form " + kind.form());
        }
        if (newName.equals(found.name())) {
            throw new UsageException(newName + " is its name already");
        }
        String allowed = switch (kind) {
            case OPERATION, PROPERTY -> Reserved.member(newName);
            case CLASS, API -> Reserved.type(newName);
            case CONSTANT -> newName;
        };
        if (!allowed.equals(newName)) {
            throw new UsageException(newName + " cannot be had: generated code uses it; " + allowed + " would do");
        }
    }

    /** What a symbol is called in another model of the same document. */
    private static List<String> names(ClientModel model, Symbol symbol) {
        String key = symbol.keys().get(0);
        return switch (symbol.kind()) {
            case OPERATION ->
                model.operations().stream()
                        .filter(operation -> operation.key().equals(key))
                        .map(operation -> operation.name())
                        .toList();
            case API ->
                model.apis().stream()
                        .filter(api -> api.operations().stream().anyMatch(each -> key.equals(each.key() + " api")))
                        .map(api -> api.className())
                        .toList();
            default -> List.of(model.names().getOrDefault(key, natural(model, key)));
        };
    }

    /** Names that follow from the vendor's own are not in the lock one by one. */
    private static String natural(ClientModel model, String key) {
        return model.types().stream()
                .filter(type -> key.startsWith(type.key() + " "))
                .flatMap(type -> type instanceof ObjectType object
                        ? object.properties().stream()
                                .filter(property -> key.equals(type.key() + " " + property.jsonName()))
                                .map(property -> property.name())
                        : ((EnumType) type)
                                .constants().stream()
                                        .filter(constant -> key.equals(type.key() + " " + constant.value()))
                                        .map(constant -> constant.name()))
                .findFirst()
                .orElse("");
    }

    private static Lock moved(Lock lock, SortedMap<String, String> names, String version) {
        Lock.Client client = lock.client();
        return new Lock(
                lock.vendor(),
                lock.generator(),
                lock.spec(),
                lock.sources(),
                lock.inputs(),
                lock.operations(),
                names,
                new Lock.Client(
                        client.packageName(), client.className(), version, client.server(), client.credentials()),
                lock.acceptances());
    }

    private void write(VendorFolder folder, Lock lock, String surface, Symbol symbol, String newName, boolean bridged) {
        String line = "The " + symbol.kind().text() + " " + symbol.name() + " is now called " + newName
                + (bridged ? "; the old name stays, deprecated." : ".");
        try {
            String before = Files.exists(folder.changelog()) ? Files.readString(folder.changelog()) : "";
            SortedMap<String, byte[]> files = new TreeMap<>();
            files.put("client.api", bytes(surface));
            files.put(
                    "CHANGELOG.md",
                    bytes(Changelog.with(before, folder.name(), lock.client().version(), today, List.of(line), null)));
            files.put("lock.json", bytes(LockWriter.write(lock)));
            new VendorStore(folder.path()).write(files);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.display(folder.changelog()), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
