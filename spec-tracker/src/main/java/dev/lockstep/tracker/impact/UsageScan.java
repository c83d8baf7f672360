package dev.lockstep.tracker.impact;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.ClassNode;

/** Reads compiled code and lists what it uses of generated clients. */
public final class UsageScan {
    private final KnownClients clients;
    private final List<Path> through;

    /**
     * @param through folders and jars of libraries between the code and the clients: a call into one is a use of the operations
     *     behind it; what they use themselves is not listed
     */
    public UsageScan(KnownClients clients, List<Path> through) {
        this.clients = clients;
        this.through = List.copyOf(through);
    }

    /**
     * The uses in folders of classes and jars. The clients' own classes in them are passed over.
     *
     * @param name what reports call this code; empty for the code at hand
     * @throws dev.lockstep.openapi.SpecException if a path does not exist, or a class cannot be read
     */
    public Usage scan(String name, List<Path> classes) {
        List<ClassNode> own = ClassFiles.read(classes);
        own.removeIf(type -> clients.generated(type.name));
        Libraries libraries = new Libraries(clients, ClassFiles.read(through));
        LibraryUses behind = new LibraryUses(clients, libraries, own);
        Set<Use> uses = new TreeSet<>();
        for (ClassNode type : own) {
            new ClassUses(clients, type, uses::add).find();
            if (!libraries.has(type.name)) {
                behind.find(type, uses::add);
            }
        }
        return Usage.of(name, uses);
    }
}
