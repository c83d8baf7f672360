package dev.lockstep.client.internal;

import dev.lockstep.client.Config;
import dev.lockstep.client.ConfiguredClient;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** Any properties file is read, or refused in words that hold no credential. */
public final class PropertiesFuzz {
    private static final String CANARY = "canary-9c1f40b2";

    private PropertiesFuzz() {}

    /** Called by the fuzzer, and with each file of the corpus. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (spells(input)) {
            return;
        }
        Path file = Files.createTempFile("fuzz", ".properties");
        try {
            Files.write(file, ("acme.api-key=" + CANARY + "\n").getBytes(StandardCharsets.UTF_8));
            Files.write(file, input, StandardOpenOption.APPEND);
            read(file);
        } finally {
            Files.delete(file);
        }
    }

    /** A fuzzer learns the canary from our own comparison; where it says it itself, its being told is no leak. */
    private static boolean spells(byte[] input) throws IOException {
        Properties own = new Properties();
        try {
            own.load(new StringReader(new String(input, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException refused) {
            return new String(input, StandardCharsets.UTF_8).contains(CANARY);
        }
        return own.toString().contains(CANARY);
    }

    private static void read(Path file) {
        try {
            String printed = ConfiguredClient.describe(Config.properties(file));
            if (printed.contains(CANARY)) {
                throw new AssertionError("a credential is printed: " + printed);
            }
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            if (String.valueOf(refused.getMessage()).contains(CANARY)) {
                throw new AssertionError("a credential is in the message", refused);
            }
        }
    }
}
