package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files and classes that pages for contributors name exist, so that no page outlives what it describes. */
class ContributorsPagesTest {
    private static final Path ROOT = Path.of(System.getProperty("lockstep.root"));
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+[A-Z]\\w*|SpecReader");

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "docs/architecture.md"})
    void whatTheyNameExists(String page) throws IOException {
        Set<String> files = files();
        Set<String> names = files.stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        int found = 0;
        String prose = Files.readString(ROOT.resolve(page)).replaceAll("(?s)```.*?```", "");
        for (Matcher span = SPAN.matcher(prose); span.find(); ) {
            String text = span.group(1);
            boolean exists;
            if (text.matches("[\\w./-]+/\\*\\.\\w+")) {
                String folder = text.substring(0, text.lastIndexOf('/') + 1);
                exists = files.stream().anyMatch(file -> file.startsWith(folder));
            } else if (text.matches("[\\w.-]+(/[\\w.-]+)+\\.\\w+")) {
                exists = files.contains(text);
            } else if (text.matches("\\w+/\\w+")) {
                exists = files.stream().anyMatch(file -> file.endsWith("/" + text + ".java"));
            } else if (CLASS.matcher(text).matches()) {
                exists = names.contains(text + ".java");
            } else if (text.matches("[\\w-]+\\.txt")) {
                exists = names.contains(text);
            } else {
                continue;
            }
            found++;
            if (!exists) {
                missing.add(text);
            }
        }

        assertFalse(found < 5, () -> page + " names too little to be of use");
        assertEquals(Set.of(), missing);
    }

    private static Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path folder : modules.filter(Files::isDirectory).toList()) {
                Path source = folder.resolve("src");
                for (Path walked : List.of(source, folder)) {
                    if (!Files.isDirectory(walked) || (walked.equals(folder) && !folder.endsWith("docs"))) {
                        continue;
                    }
                    try (Stream<Path> walk = Files.walk(walked)) {
                        walk.filter(Files::isRegularFile)
                                .forEach(file -> files.add(
                                        ROOT.relativize(file).toString().replace('\\', '/')));
                    }
                }
            }
        }
        return files;
    }
}
