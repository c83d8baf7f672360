package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.generator.model.UnionType;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.source.Reading;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five of GitHub's 767 operations make a client of those alone: {@code -Dlockstep.corpus=FOLDER}. */
class SelectionCorpusTest {
    private static final List<String> FIVE = List.of(
            "GET /repos/{owner}/{repo}/issues",
            "POST /repos/{owner}/{repo}/issues",
            "GET /repos/{owner}/{repo}/pulls/{pull_number}",
            "GET /user",
            "DELETE /gists/{gist_id}/star");

    @TempDir
    Path root;

    @Test
    void fiveOfGitHub() throws Exception {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        Path spec = Path.of(corpus).resolve("specs/github.json");

        Repository repository = Repository.in(root);
        wish(repository, FIVE, spec);

        long five = update(repository);
        ClientModel model = model();
        assertEquals(
                FIVE.stream().sorted().toList(),
                model.operations().stream().map(OperationModel::key).sorted().toList());
        assertEquals(Set.of(), unreached(model));

        List<String> before = repository.read("specs/things/client.api").lines().toList();
        List<String> six = new ArrayList<>(FIVE);
        six.add("GET /orgs/{org}/repos");
        wish(repository, six, spec);
        update(repository);
        List<String> after = repository.read("specs/things/client.api").lines().toList();
        assertTrue(after.size() > before.size(), "the sixth adds to the client");
        assertEquals(
                List.of(), before.stream().filter(line -> !after.contains(line)).toList());

        wish(repository, List.of(), spec);
        long whole = update(repository);
        System.out.printf(Locale.ROOT, "gate corpus-selection-times-faster %.1f%n", (double) whole / five);
    }

    private static void wish(Repository repository, List<String> operations, Path spec) throws IOException {
        StringBuilder text = new StringBuilder(
                        "name: things\nsources:\n  - url: https://docs.things.test/github.json\n")
                .append("    file: pages/github.json\n")
                .append("client:\n  group: dev.lockstep\n  package: dev.lockstep.vendor.things\n")
                .append("  className: ThingsClient\n  version: 1.0.0\n");
        if (!operations.isEmpty()) {
            text.append("operations:\n");
            operations.forEach(
                    operation -> text.append("  - ").append(operation).append('\n'));
        }
        repository.write("specs/things/vendor.yaml", text.toString());
        Files.deleteIfExists(repository.root.resolve("specs/things/overlay.yaml"));
        Files.copy(
                spec, repository.root.resolve("specs/things/pages/github.json"), StandardCopyOption.REPLACE_EXISTING);
        byte[] bytes = Files.readAllBytes(spec);
        repository.network((folder, config) -> Optional.of(
                new Reading(List.of(new Published(config.sources().get(0), "github.json", bytes)), List.of())));
    }

    /** Reads, selects, generates, compiles and locks; in nanoseconds. */
    private static long update(Repository repository) {
        long start = System.nanoTime();
        Repository.Run run = repository.run("update", "--accept", "--reason", "the selection moved");
        long took = System.nanoTime() - start;
        assertEquals(0, run.code(), run.err() + run.out());
        return took;
    }

    private ClientModel model() {
        VendorFolder folder = new VendorFolder(root.resolve("specs/things"));
        return ClientGenerator.model(
                folder.document(folder.spec()),
                GeneratorOptions.fromLock(LockVerifier.verify(folder.path()).orThrow()));
    }

    /** Classes that no operation leads to. */
    private static Set<TypeDef> unreached(ClientModel model) {
        Set<TypeDef> reached = new HashSet<>();
        for (OperationModel operation : model.operations()) {
            operation.parameters().forEach(each -> reach(each.type(), reached));
            operation.bodies().forEach(each -> reach(each.type(), reached));
            reach(operation.result().type(), reached);
            operation.errors().forEach(each -> reach(each.type(), reached));
            if (operation.options() != null) {
                reach(new TypeRef.Named(operation.options()), reached);
            }
        }
        Set<TypeDef> unreached = new HashSet<>(model.types());
        unreached.removeAll(reached);
        return unreached;
    }

    private static void reach(@Nullable TypeRef type, Set<TypeDef> reached) {
        if (type instanceof TypeRef.ListOf list) {
            reach(list.element(), reached);
        } else if (type instanceof TypeRef.MapOf map) {
            reach(map.value(), reached);
        } else if (type instanceof TypeRef.Named named && reached.add(named.def())) {
            if (named.def() instanceof ObjectType object) {
                object.properties().forEach(each -> reach(each.type(), reached));
                reach(object.additional(), reached);
            } else if (named.def() instanceof UnionType union) {
                union.variants().forEach(each -> reach(each.type(), reached));
            }
        }
    }
}
