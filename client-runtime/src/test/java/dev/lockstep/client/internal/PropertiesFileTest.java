package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.Config;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesFileTest {
    @TempDir
    Path directory;

    private Path file(String text) throws Exception {
        return Files.writeString(directory.resolve("lockstep.properties"), text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b = 1\nc.d: 2\ne.f 3\n",
                "# comment \\\na.b = 1\n! another\n  # third\n\n  c.d = 2",
                "a.b = one \\\n   two \\\n   three\nc.d = \\\\\ne.f = \\\\\\\n  x",
                "a.b = \\\n# no comment\n",
                "a.b = last \\",
                "a\\ b\\=c = \\u00e9\\t\u00fc\r\nd = x\r\n",
                "empty =\nempty.too",
            })
    void sameAsJavas(String text) throws Exception {
        Properties expected = new Properties();
        expected.load(new java.io.StringReader(text));
        SortedMap<String, PropertiesFile.Entry> read = PropertiesFile.read(file(text));
        assertEquals(expected.stringPropertyNames(), read.keySet());
        read.forEach((name, entry) -> assertEquals(expected.getProperty(name).strip(), entry.value(), name));
    }

    @Test
    void linesAreThoseOfTheNames() throws Exception {
        SortedMap<String, PropertiesFile.Entry> read =
                PropertiesFile.read(file("# top\n\na.b = one \\\n  two\n\nc.d = 2\n"));
        assertEquals("{a.b=Entry[value=one two, line=3], c.d=Entry[value=2, line=6]}", read.toString());
    }

    @Test
    void aNameThatStandsTwiceIsAnError() throws Exception {
        Path file = file("a.b = 1\nc.d = 2\na.b = 3\n");
        assertEquals(
                "a.b stands twice in " + file + ": in line 1 and in line 3",
                assertThrows(IllegalArgumentException.class, () -> Config.properties(file))
                        .getMessage());
    }

    @Test
    void whatIsNoPropertiesFileSaysWhy() throws Exception {
        Path escape = file("a.b = 1\nc.d = \\u12\n");
        UncheckedIOException broken = assertThrows(UncheckedIOException.class, () -> Config.properties(escape));
        assertEquals("cannot read configuration " + escape, broken.getMessage());
        assertEquals("java.io.IOException: malformed \\u escape in line 2", String.valueOf(broken.getCause()));
        Path latin = Files.write(directory.resolve("latin"), new byte[] {'a', '=', (byte) 0xe9});
        assertEquals(
                "java.io.IOException: not UTF-8",
                String.valueOf(assertThrows(UncheckedIOException.class, () -> Config.properties(latin))
                        .getCause()));
    }

    @Test
    void placesGoWithTheNames() throws Exception {
        Path file = file("\na.b = 1\n");
        Config config = Config.environment(java.util.Map.of("C_D", "2")).or(Config.properties(file));
        assertEquals(file + ":2", config.place("a.b"));
        assertEquals("environment", config.place("c.d"));
        assertEquals("environment, " + file, config.place("unknown"));
        assertEquals(file + ":2", Config.properties(file).or(Config.empty()).place("a.b"));
    }
}
