package dev.lockstep.generator.gate;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether code against one client goes on with another: by japicmp, by compiling such code, and by linking it. */
final class Compatibility {
    private final List<String> problems = new ArrayList<>();
    private final List<String> members = new ArrayList<>();

    private Compatibility() {}

    /**
     * @param folder where the usage is compiled
     */
    static Compatibility of(CompiledClient before, CompiledClient after, Path folder) throws Exception {
        Compatibility compatibility = new Compatibility();
        compatibility.compare(before.jar(), after.jar());
        compatibility.use(before, after, folder);
        return compatibility;
    }

    /** What no longer compiles or links, and what japicmp says; empty if all goes on. */
    List<String> problems() {
        return problems;
    }

    /** How many public members were used. */
    int members() {
        return members.size();
    }

    private void use(CompiledClient before, CompiledClient after, Path folder) throws Exception {
        Map<String, String> usage = Usage.of(before, members);
        Path usages = Files.createTempDirectory(folder, "usage");
        Path old = usages.resolve("old.jar");
        String mistakes = JavaSources.compile(usage, old, List.of(before.jar()));
        if (!mistakes.isEmpty()) {
            problems.add("the usage itself does not compile: " + mistakes);
            return;
        }
        String complaints = JavaSources.compile(usage, usages.resolve("new.jar"), List.of(after.jar()));
        complaints.lines().forEach(line -> problems.add("source: " + line));
        Usage.link(old, after.loader()).forEach(line -> problems.add("binary: " + line));
    }

    private void compare(Path before, Path after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        List<String> libraries =
                JavaSources.libraries().stream().map(Path::toString).toList();
        options.getClassPathEntries().addAll(libraries);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        List<JApiClass> classes = new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(before.toFile(), "before"), new JApiCmpArchive(after.toFile(), "after"));
        for (JApiClass type : classes) {
            if (!type.isBinaryCompatible() || !type.isSourceCompatible()) {
                List<String> changes = new ArrayList<>();
                collect(type.getCompatibilityChanges(), "", changes);
                type.getMethods().forEach(each -> collect(each.getCompatibilityChanges(), each.getName(), changes));
                type.getFields().forEach(each -> collect(each.getCompatibilityChanges(), each.getName(), changes));
                problems.add("japicmp: " + type.getFullyQualifiedName() + " " + changes);
            }
        }
    }

    private static void collect(List<JApiCompatibilityChange> changes, String member, List<String> found) {
        changes.forEach(change -> found.add(member + " " + change.getType()));
    }
}
