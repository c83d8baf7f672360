package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockReader;
import dev.lockstep.openapi.SpecReader;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's real history, version by version through {@code update --accept}: {@code -Dlockstep.corpus=FOLDER}. */
class ReplayCorpusTest {
    @TempDir
    Path root;

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyVersion() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        List<Path> versions = versions(Path.of(corpus).resolve("history/openhands-agent-sdk"));
        Repository repository = Repository.empty(root).write("specs/openhands/vendor.yaml", """
                name: openhands
                sources:
                  - url: https://docs.openhands.test/openapi/agent-sdk.json
                    file: pages/agent-sdk.json
                server: https://openhands.test
                client:
                  group: dev.lockstep
                  package: dev.lockstep.vendor.openhands
                  className: OpenhandsClient
                  version: 1.0.0
                """);
        Path given = root.resolve("from/openhands/agent-sdk.json");
        Files.createDirectories(given.getParent());
        byte[] before = new byte[0];
        Lock lock = null;
        System.out.println("| step | wire | java | client | findings | ms |\n|---|---|---|---|---|---|");
        for (Path version : versions) {
            Files.copy(version, given, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            long start = System.nanoTime();
            Repository.Run run = repository.run(
                    "update",
                    "--format",
                    "json",
                    "--from",
                    repository.path("from"),
                    "--accept",
                    "--reason",
                    "replayed");
            long millis = (System.nanoTime() - start) / 1_000_000;
            String step = version.getFileName().toString().substring(0, 3);
            JsonNode vendor = SpecReader.parse(run.out(), "update").root().at("/vendors/0");
            if (run.code() != 0) {
                faults.add(step + ": exit " + run.code() + " " + vendor.path("errors"));
                continue;
            }
            byte[] after = jar(root.resolve("target/lockstep/clients/openhands/classes"));
            Lock next =
                    LockReader.read(root.resolve("specs/openhands/lock.json")).lock();
            if (lock != null) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %d | %d |%n",
                        step,
                        vendor.path("wire").asText("unchanged"),
                        vendor.path("java").asText("none"),
                        vendor.at("/version/new").asText(),
                        vendor.path("findings").size(),
                        millis);
                renamed(step, lock, next);
                if (!vendor.path("java").asText().equals("breaking")) {
                    incompatible(step, before, after);
                }
            }
            before = after;
            lock = next;
        }
        System.out.println("gate corpus-replay-steps " + (versions.size() - 1 - faults.size()));

        assertEquals(List.of(), faults);
    }

    /**
     * A key is an operation, or the place of a shape: what is still there is still called what it was. Lists of members and of
     * places where a shape is used are no names; a variant's name goes with the shape that it wraps to another place of its
     * union, and one that is lost is a class that is lost.
     */
    private void renamed(String step, Lock before, Lock after) {
        before.names().forEach((key, name) -> {
            String now = after.names().get(key);
            boolean isRecord = key.endsWith(" (members)") || key.startsWith("use ") || key.endsWith(" variant");
            if (!isRecord && now != null && !now.equals(name)) {
                faults.add(step + ": " + key + " was " + name + " and is " + now);
            }
        });
    }

    private void incompatible(String step, byte[] before, byte[] after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        for (JApiClass type : new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(before, "before", "before"), new JApiCmpArchive(after, "after", "after"))) {
            if (!type.isBinaryCompatible() || !type.isSourceCompatible()) {
                faults.add(step + ": compatible, and japicmp does not find " + type.getFullyQualifiedName() + " so");
            }
        }
    }

    private static byte[] jar(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Path> versions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{3}-.*\\.json"))
                    .sorted()
                    .toList();
        }
    }
}
