package dev.lockstep.generator.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.openapi.SpecException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockTest {
    private static final String HASH = "0".repeat(64);

    static Lock lock() {
        return new Lock(
                "tavus",
                "1",
                new Lock.Spec("openapi.yaml", HASH),
                List.of(new Lock.Source("https://docs.example/end.md", "pages/end.md", HASH)),
                new TreeMap<>(Map.of("vendor.yaml", HASH)),
                List.of("POST /b", "POST /a"),
                new TreeMap<>(Map.of("operation POST /a", "endA")),
                new Lock.Client(
                        "dev.lockstep.vendor.tavus",
                        "TavusClient",
                        "1.0.0",
                        "https://api.example",
                        new TreeMap<>(Map.of("apiKey", "api-key"))),
                List.of(new Lock.Acceptance(List.of("b", "a"), "they said só")));
    }

    @Test
    void textIsSortedIndentedAndAscii() {
        assertEquals("""
                {
                  "acceptances": [
                    {
                      "fingerprints": [
                        "a",
                        "b"
                      ],
                      "reason": "they said s\\u00F3"
                    }
                  ],
                  "client": {
                    "className": "TavusClient",
                    "credentials": {
                      "apiKey": "api-key"
                    },
                    "package": "dev.lockstep.vendor.tavus",
                    "server": "https://api.example",
                    "version": "1.0.0"
                  },
                  "generator": "1",
                  "inputs": {
                    "vendor.yaml": "%1$s"
                  },
                  "names": {
                    "operation POST /a": "endA"
                  },
                  "operations": [
                    "POST /a",
                    "POST /b"
                  ],
                  "sha256": "%2$s",
                  "sources": [
                    {
                      "file": "pages/end.md",
                      "sha256": "%1$s",
                      "url": "https://docs.example/end.md"
                    }
                  ],
                  "spec": {
                    "file": "openapi.yaml",
                    "sha256": "%1$s"
                  },
                  "vendor": "tavus"
                }
                """.formatted(HASH, lock().sha256()), LockWriter.write(lock()));
    }

    @Test
    void readsWhatItWrites() {
        LockReader.Recorded recorded = LockReader.parse(LockWriter.write(lock()), "lock.json");

        assertEquals(lock(), recorded.lock());
        assertEquals(lock().sha256(), recorded.recorded());
    }

    @Test
    void everyPartIsHashed() {
        assertEquals(64, lock().sha256().length());
        String renamed = lock().withNames(new TreeMap<>(Map.of("operation POST /a", "endB")))
                .sha256();
        assertEquals(false, renamed.equals(lock().sha256()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"vendor\": \"tavus\"              | \"vendor\": \"../x\"       | lock.json:43: not a name of lower-case letters, digits and hyphens: \"../x\"",
                "\"file\": \"openapi.yaml\"         | \"file\": \"../openapi.yaml\" | lock.json:40: not a relative path beneath the vendor's folder: \"../openapi.yaml\"",
                "\"file\": \"pages/end.md\"         | \"file\": \"/etc/passwd\"   | lock.json:34: not a relative path beneath the vendor's folder: \"/etc/passwd\"",
                "\"className\": \"TavusClient\"     | \"className\": \"a b\"      | lock.json:12: not a class name: \"a b\"",
                "\"package\": \"dev.lockstep.vendor.tavus\" | \"package\": \"a;b\" | lock.json:16: not a package of lower-case letters and digits: \"a;b\"",
                "\"vendor.yaml\"                    | \"../vendor.yaml\"         | lock.json:22: not a relative path beneath the vendor's folder: \"../vendor.yaml\"",
                "\"generator\": \"1\",              | ''                         | lock.json:1: missing: #/generator",
                "\"generator\": \"1\",              | '\"generator\": 1,'        | lock.json:20: not a text: #/generator",
                "\"generator\": \"1\",              | '\"generator\": \"1\", \"extra\": 1,' | lock.json:20: unknown entry \"extra\" in a lock",
                "\"names\": {                       | '\"names\": [], \"names\": {' | lock.json:24: duplicate key \"names\", first on line 24; keep one of the two",
            })
    void editedLockIsRefusedWithItsLine(String written, String edited, String message) {
        String text = LockWriter.write(lock()).replace(written, edited);

        SpecException refused = assertThrows(SpecException.class, () -> LockReader.parse(text, "lock.json"));

        assertEquals(message, refused.getMessage());
    }

    @Test
    void wrongHashIsRefusedAsNoHash() {
        String text = LockWriter.write(lock()).replace(lock().sha256(), "abc");

        SpecException refused = assertThrows(SpecException.class, () -> LockReader.parse(text, "lock.json"));

        assertEquals("lock.json:31: not a SHA-256 of 64 hexadecimal digits: \"abc\"", refused.getMessage());
    }
}
