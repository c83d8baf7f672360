package dev.lockstep.it.faults;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/**
 * Calls of all operations, by GET and POST, sync and async, with pauses between them, at real Node servers, which close idle
 * connections after 5 s. Each must succeed in its first attempt. A program for CI: prints a figure, and exits with 1 if a
 * call failed.
 */
public final class NodePausesCheck {
    private static final List<Integer> PAUSES_SECONDS = List.of(4, 6, 20);
    private static final int LONGEST_SECONDS = 20;

    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();

    private NodePausesCheck() {}

    /**
     * Runs all pauses at once.
     *
     * @param arguments path of the script that Node runs
     */
    public static void main(String[] arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", arguments[0]));
        for (Subject subject : Subject.values()) {
            command.add(subject.success());
        }
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        NodePausesCheck check = new NodePausesCheck();
        try (BufferedReader out = node.inputReader(StandardCharsets.UTF_8)) {
            check.run(ports(out));
        } finally {
            node.destroy();
        }
        System.out.println("gate runtime-node-pauses " + check.right);
        System.exit(check.wrong.get() == 0 ? 0 : 1);
    }

    private static Map<Subject, Integer> ports(BufferedReader out) throws IOException {
        Subject[] subjects = Subject.values();
        Map<Subject, Integer> ports = new EnumMap<>(Subject.class);
        while (ports.size() < subjects.length) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("Node serves nothing");
            }
            String[] indexAndPort = line.split(" ", 2);
            ports.put(subjects[Integer.parseInt(indexAndPort[0])], Integer.parseInt(indexAndPort[1]));
        }
        return ports;
    }

    private void run(Map<Subject, Integer> ports) throws Exception {
        ExecutorService callers = Executors.newCachedThreadPool();
        List<Future<?>> all = new ArrayList<>();
        for (Map.Entry<Subject, Integer> port : ports.entrySet()) {
            Subject subject = port.getKey();
            for (boolean users : new boolean[] {false, true}) {
                for (boolean async : new boolean[] {false, true}) {
                    for (int pause : PAUSES_SECONDS) {
                        ClientSettings settings = settings(subject, port.getValue(), users);
                        all.add(callers.submit(() -> calls(subject.bind(settings, "Goodbye."), async, pause)));
                    }
                }
            }
        }
        for (Future<?> each : all) {
            each.get(2, TimeUnit.MINUTES);
        }
        callers.shutdown();
    }

    /** A client's own pool keeps an idle connection for 30 s, a user's for 5 minutes. */
    private static ClientSettings settings(Subject subject, int port, boolean users) {
        ClientSettings.Builder settings = ClientSettings.builder()
                .config(Config.of(Map.of(
                        subject.vendor() + ".base-url", "http://127.0.0.1:" + port, subject.credentialName(), "key")))
                .driftListener(event -> {});
        return (users ? settings.httpClient(new OkHttpClient()) : settings).build();
    }

    private Void calls(Subject.Bound bound, boolean async, int pauseSeconds) throws InterruptedException {
        for (int second = 0; second <= LONGEST_SECONDS; second += pauseSeconds) {
            if (second > 0) {
                TimeUnit.SECONDS.sleep(pauseSeconds);
            }
            call(bound.call().with(CallOptions.none()), async, pauseSeconds);
        }
        return null;
    }

    private void call(ApiCall<?> call, boolean async, int pauseSeconds) {
        try {
            ApiResponse<?> response = async ? call.enqueue().get(1, TimeUnit.MINUTES) : call.executeForResponse();
            if (response.attempts().size() == 1) {
                right.incrementAndGet();
                return;
            }
            System.out.println("repeated after a pause of " + pauseSeconds + " s: " + call + " " + response);
        } catch (Exception e) {
            System.out.println("failed after a pause of " + pauseSeconds + " s: " + e.getMessage());
        }
        wrong.incrementAndGet();
    }
}
