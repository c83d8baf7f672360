package dev.lockstep.tracker.add;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.UsageException;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import dev.lockstep.tracker.workspace.Workspace;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A name that a new vendor can have: of its folder, its module, its package and its configuration. */
final class VendorName {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;

    /** Folders and artifacts that are something else. */
    private static final Set<String> TAKEN = Set.of("bom", "runtime", "lockstep", "target", "src");

    private VendorName() {}

    /**
     * Refuses a name that cannot be had.
     *
     * @throws UsageException with what is wrong and what would be right
     */
    static void check(String name, Workspace workspace) {
        if (!NAME.matcher(name).matches()) {
            String near =
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
            throw new UsageException("'" + name
                    + "' is no vendor name: use lower-case letters, digits and single hyphens, a letter first"
                    + (near.isEmpty() ? "" : "; " + near + " would do"));
        }
        if (name.length() > LONGEST) {
            throw new UsageException(
                    "'" + name + "' has " + name.length() + " characters; a vendor name has at most " + LONGEST);
        }
        if (TAKEN.contains(name) || Reserved.isDevice(name)) {
            throw new UsageException("a vendor cannot be called " + name + ": that name means something else here");
        }
        if (Files.exists(workspace.specs().resolve(name))) {
            throw new UsageException(name + " is tracked already (specs/" + name + "); ./lockstep update " + name
                    + " reads it again, ./lockstep remove " + name + " lets it go");
        }
        if (Files.exists(
                workspace.root().resolve("generated-clients").resolve(name).resolve("pom.xml"))) {
            throw new UsageException("generated-clients/" + name + " exists, although specs/" + name
                    + " does not; ./lockstep remove " + name + " clears what is left of it");
        }
        String packageName = GeneratorOptions.builder(name).build().packageName();
        for (VendorFolder other : workspace.vendors()) {
            if (packageName.equals(packageOf(other))) {
                throw new UsageException("the package of " + name + " would be " + packageName + ", which is "
                        + other.name() + "'s; choose another name");
            }
        }
    }

    private static String packageOf(VendorFolder folder) {
        try {
            return VendorConfig.read(folder).client().packageName();
        } catch (SpecException e) {
            // A vendor.yaml that cannot be read has its own message in status; its folder's name has to do here.
            return "dev.lockstep.vendor." + folder.name().replace("-", "");
        }
    }
}
