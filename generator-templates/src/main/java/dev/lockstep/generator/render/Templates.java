package dev.lockstep.generator.render;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The Mustache templates, each compiled once. A folder of the user may stand in for single ones. */
final class Templates {
    private static final String FOLDER = "/retrofit-moshi/";
    private static final Map<String, Template> OURS = new ConcurrentHashMap<>();

    private final @Nullable Path folder;
    private final Map<String, Template> theirs = new ConcurrentHashMap<>();

    Templates(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * Fills a template.
     *
     * @param name without folder and suffix: {@code model}
     */
    String render(String name, Object view) {
        return template(name).execute(view);
    }

    private Template template(String name) {
        if (folder != null) {
            Path file = folder.resolve(name + ".mustache");
            if (Files.isRegularFile(file)) {
                return theirs.computeIfAbsent(name, key -> compile(read(file)));
            }
        }
        return OURS.computeIfAbsent(name, key -> compile(resource(key)));
    }

    private static Template compile(String text) {
        return Mustache.compiler().escapeHTML(false).compile(text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + file + " cannot be read", e);
        }
    }

    private static String resource(String name) {
        String path = FOLDER + name + ".mustache";
        try (InputStream stream = Templates.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no template " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
