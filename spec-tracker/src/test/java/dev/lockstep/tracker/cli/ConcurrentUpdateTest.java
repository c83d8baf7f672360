package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two updates at once are one after the other: each sees what the other locked, or waits for it. */
class ConcurrentUpdateTest {
    @TempDir
    Path folder;

    @Test
    void oneAfterTheOther() throws Exception {
        Map<String, String> firstThenSecond = inTurn("a", "one", "two");
        Map<String, String> secondThenFirst = inTurn("b", "two", "one");
        Repository repository = repository("c");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<Repository.Run> one = executor.submit(() -> {
                start.await();
                return update(repository, "one");
            });
            Future<Repository.Run> two = executor.submit(() -> {
                start.await();
                return update(repository, "two");
            });

            assertEquals(0, one.get().code(), () -> "one failed");
            assertEquals(0, two.get().code(), () -> "two failed");
        } finally {
            executor.shutdownNow();
        }

        assertTrue(
                List.of(firstThenSecond, secondThenFirst).contains(repository.specs()),
                () -> "neither of the two orders: " + repository.specs());
        assertEquals(0, repository.run("status").code());
    }

    private Map<String, String> inTurn(String name, String... changes) throws Exception {
        Repository repository = repository(name);
        for (String change : changes) {
            assertEquals(0, update(repository, change).code());
        }
        return repository.specs();
    }

    private Repository repository(String name) throws Exception {
        Repository repository = Repository.locked(Files.createDirectories(folder.resolve(name)));
        for (String change : List.of("one", "two")) {
            repository.write(
                    change + "/things/end.md",
                    Repository.page()
                            .replace("description: Ends a thing.", "description: It is ended by " + change + "."));
        }
        return repository;
    }

    private static Repository.Run update(Repository repository, String change) {
        return repository.run(
                "update", "--from", repository.path(change), "--report", repository.path("report-" + change));
    }
}
