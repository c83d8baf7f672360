package dev.lockstep.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a class path without a vendor's jar the other vendors work, and only a call to the absent one says so. */
class AbsentClientTest {
    /** Runs on the smaller class path. */
    public static final class Probe implements Supplier<String> {
        @Override
        public String get() {
            Conversations conversations = Conversations.builder().build();
            StringBuilder told = new StringBuilder(conversations.toString());
            for (Target<?> target : targets()) {
                try {
                    conversations.end(target);
                } catch (IllegalStateException | IOException e) {
                    told.append('\n').append(e.getMessage());
                }
            }
            return told.toString();
        }

        private static List<Target<?>> targets() {
            return List.of(
                    AnyReach.conversation("1"),
                    Hamsa.conversation(new java.util.UUID(0, 1)),
                    OpenHands.conversation("3"),
                    Tavus.conversation("4"),
                    Tavus.deployment("5", "6"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "anyreach, 'Conversations[acme, hamsa, openhands, tavus]', endConversation 1",
        "hamsa, 'Conversations[acme, anyreach, openhands, tavus]', terminateConversation 00000000-0000-0000-0000-000000000001",
        "openhands, 'Conversations[acme, anyreach, hamsa, tavus]', stopConversation 3",
        "tavus, 'Conversations[acme, anyreach, hamsa, openhands]', endConversation 4"
    })
    void costsNothing(String vendor, String conversations, String target) throws Exception {
        String told = probeWithout(vendor);

        assertTrue(told.startsWith(conversations + "\n"), told);
        String message = "the client of " + vendor + " is not on the class path: add dev.lockstep:lockstep-client-"
                + vendor + " to end " + vendor + " " + target;
        assertTrue(told.contains(message), told);
    }

    @Test
    void noVendorAtAllIsNoError() throws Exception {
        String told = probeWithout("anyreach|hamsa|openhands|tavus");

        assertEquals("Conversations[acme]", told.lines().findFirst().orElseThrow());
        assertEquals(6, told.lines().count(), told);
    }

    /** In a class loader of its own, without the clients that match. */
    private static String probeWithout(String vendors) throws Exception {
        Pattern absent =
                Pattern.compile("generated-clients[/\\\\](" + vendors + ")[/\\\\]|lockstep-client-(" + vendors + ")-");
        List<URL> urls = new ArrayList<>();
        int left = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (absent.matcher(entry).find()) {
                left++;
            } else {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        assertEquals(vendors.split("\\|", -1).length, left, "clients found on the class path");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Class<?> probe = loader.loadClass(Probe.class.getName());
            return (String) ((Supplier<?>) probe.getConstructor().newInstance()).get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
