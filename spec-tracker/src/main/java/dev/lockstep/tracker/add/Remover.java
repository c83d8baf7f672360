package dev.lockstep.tracker.add;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.impact.KnownClients;
import dev.lockstep.tracker.store.Folders;
import dev.lockstep.tracker.workspace.Nearest;
import dev.lockstep.tracker.workspace.UsageException;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import dev.lockstep.tracker.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets a vendor go: its folder, its module, its BOM entry. The shared lists are then what they were before it came. */
public final class Remover {
    private final Workspace workspace;
    private final ClientModules modules;

    /** One for a repository. */
    public Remover(Workspace workspace) {
        this.workspace = workspace;
        this.modules = new ClientModules(workspace.root());
    }

    /**
     * What still uses a vendor's client.
     *
     * @param classes folders and jars with compiled code of the team's own
     * @return one line each; empty where nothing does
     * @throws UsageException when there is no such vendor
     */
    public List<String> users(String vendor, List<Path> classes) {
        require(vendor);
        String packageName = packageName(vendor);
        Users users = new Users(workspace.root(), vendor, packageName);
        List<String> all = new ArrayList<>(users.inSources());
        if (!classes.isEmpty()) {
            all.addAll(users.inClasses(classes, client(vendor, packageName)));
        }
        return all;
    }

    /** Removes a vendor. Callers hold the {@link dev.lockstep.tracker.store.StoreLock}. */
    public void remove(String vendor) {
        require(vendor);
        if (modules.exist()) {
            modules.unlist(vendor);
            Folders.delete(modules.module(vendor));
        }
        Folders.delete(workspace.specs().resolve(vendor));
    }

    /** What is left of an addition that was interrupted can be removed too. */
    private void require(String vendor) {
        List<String> known =
                workspace.vendors().stream().map(VendorFolder::name).toList();
        boolean plain = vendor.matches("[a-z][a-z0-9-]*") && !vendor.equals("bom");
        boolean left = plain
                && (Files.exists(workspace.specs().resolve(vendor))
                        || Files.exists(modules.module(vendor).resolve("pom.xml"))
                        || modules.isListed(vendor));
        if (!left) {
            String hint = Nearest.hint(vendor, known);
            throw new UsageException(
                    "unknown vendor " + vendor + (hint.isEmpty() ? "; tracked are " + String.join(", ", known) : hint));
        }
    }

    private KnownClients client(String vendor, String packageName) {
        try {
            return KnownClients.locked(
                            List.of(new VendorFolder(workspace.specs().resolve(vendor))))
                    .with(packageName, vendor);
        } catch (SpecException e) {
            // Of a broken vendor the package is enough: what is missed are copies of its constants.
            return KnownClients.of(List.of()).with(packageName, vendor);
        }
    }

    private String packageName(String vendor) {
        try {
            return VendorConfig.read(new VendorFolder(workspace.specs().resolve(vendor)))
                    .client()
                    .packageName();
        } catch (SpecException e) {
            // Whoever removes a broken vendor need not repair it first.
            return GeneratorOptions.builder(vendor).build().packageName();
        }
    }
}
