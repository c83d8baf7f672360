package dev.lockstep.tracker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.openapi.SpecException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kills {@link Generations} at random points and looks at what it left. */
final class KillRun {
    private final Path folder;
    private final Path lock;
    private final Random random;
    /** Microseconds; twice as many with each kill before which no update was whole, as on a busy machine. */
    private int longest = 60_000;

    private int interrupted;
    private int updates;

    KillRun(Path folder, Path lock, long seed) {
        this.folder = folder;
        this.lock = lock;
        this.random = new Random(seed);
        new VendorStore(folder).write(Generations.files(0));
    }

    /** Kills, and fails on the first mixed state. */
    void run(int kills) throws IOException, InterruptedException {
        for (int i = 0; i < kills; i++) {
            int before = Integer.parseInt(Generations.read(folder));
            kill();
            VendorStore store = new VendorStore(folder);
            if (store.isInterrupted()) {
                interrupted++;
            } else if (!java.nio.file.Files.exists(folder.resolve(".update-staged"))) {
                Integer.parseInt(Generations.read(folder));
            }
            store.recover();
            String after = Generations.read(folder);
            assertEquals(true, after.matches("\\d+") && Integer.parseInt(after) >= before, after);
            updates = Integer.parseInt(after);
            longest = updates == 0 ? 2 * longest : longest;
        }
    }

    /** Kills that came while files moved. */
    int interrupted() {
        return interrupted;
    }

    /** Updates that were whole before a kill. */
    int updates() {
        return updates;
    }

    private void kill() throws IOException, InterruptedException {
        Process process = start(List.of());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("writing", out.readLine());
            boolean ended = process.waitFor(random.nextInt(longest), TimeUnit.MICROSECONDS);
            assertEquals(false, ended, "it updates until it is killed");
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts the program, by way of another one where one is named. */
    Process start(List<String> prefix) throws IOException {
        String classpath = Stream.of(VendorStore.class, Generations.class, LockVerifier.class, SpecException.class)
                .map(KillRun::location)
                .distinct()
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                classpath,
                Generations.class.getName(),
                folder.toString(),
                lock.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
