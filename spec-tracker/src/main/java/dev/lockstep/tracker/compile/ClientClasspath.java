package dev.lockstep.tracker.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What generated clients are compiled against: client-runtime and what it brings, as the build listed it beside this class.
 * Never the class path of this process, which has more.
 */
public final class ClientClasspath {
    private static final String LIST = "client.classpath";

    private ClientClasspath() {}

    /**
     * The libraries, which lie in {@code lib/} beside the command line's jar.
     *
     * @throws IllegalStateException when this is not run from that jar, or a library is missing there
     */
    public static List<Path> load() {
        List<Path> libraries = new ArrayList<>();
        Path home = home();
        for (String entry : list().strip().split(":", -1)) {
            Path library = home.resolve(entry);
            if (!Files.isRegularFile(library)) {
                throw new IllegalStateException(
                        "missing " + library + "; build the command line again: run ./lockstep");
            }
            libraries.add(library);
        }
        return List.copyOf(libraries);
    }

    private static String list() {
        try (InputStream in = ClientClasspath.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the list of client libraries is written when the command line is packaged; run ./lockstep");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }

    private static Path home() {
        CodeSource source = ClientClasspath.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).resolveSibling(".").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
