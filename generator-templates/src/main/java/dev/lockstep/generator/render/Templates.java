package dev.lockstep.generator.render;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Mustache templates, each compiled once. A folder of the user may stand in for single ones, those that others include too.
 */
final class Templates {
    private static final String FOLDER = "/retrofit-moshi/";
    private static final Templates OURS = new Templates(null);

    private final @Nullable Path folder;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    private Templates(@Nullable Path folder) {
        this.folder = folder;
    }

    static Templates of(@Nullable Path folder) {
        return folder == null ? OURS : new Templates(folder);
    }

    /**
     * Fills a template.
     *
     * @param name without folder and suffix: {@code model}
     * @throws IllegalArgumentException if it asks for what the view does not have
     */
    String render(String name, Object view) {
        try {
            return template(name).execute(view);
        } catch (MustacheException e) {
            throw new IllegalArgumentException(
                    "template " + name + ": " + e.getMessage() + "; docs/templates.md lists what templates may use", e);
        }
    }

    /** The template of a name. */
    Template template(String name) {
        return compiled.computeIfAbsent(
                name,
                key -> Mustache.compiler()
                        .escapeHTML(false)
                        .withLoader(part -> new StringReader(withoutLineEnd(text(part))))
                        .compile(text(key)));
    }

    /** What is included stands within a line. */
    private static String withoutLineEnd(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private String text(String name) {
        Path file = folder == null ? null : folder.resolve(name + ".mustache");
        try {
            if (file != null && Files.isRegularFile(file)) {
                return Files.readString(file);
            }
            return resource(FOLDER + name + ".mustache");
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name + " cannot be read", e);
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream stream = Templates.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no template " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
