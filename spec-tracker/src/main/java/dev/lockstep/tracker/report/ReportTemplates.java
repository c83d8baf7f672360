package dev.lockstep.tracker.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The templates beside this class, each with the escaping of its format: a template cannot print text without it. */
final class ReportTemplates {
    private static final Mustache.Escaper HTML = text -> Escapers.HTML.escape(Visible.line(text));
    private static final Mustache.Escaper MARKDOWN = text -> escapeMarkdown(Visible.line(text));

    private ReportTemplates() {}

    static Template html(String name) {
        return compiler(HTML).compile(text(name));
    }

    static Template markdown(String name) {
        return compiler(MARKDOWN).compile(text(name));
    }

    private static Mustache.Compiler compiler(Mustache.Escaper escaper) {
        return Mustache.compiler().withEscaper(escaper).withLoader(name -> {
            throw new IllegalArgumentException("reports have no partial templates: " + name);
        });
    }

    /** The text of a resource beside this class. */
    static String text(String name) {
        try (InputStream stream = ReportTemplates.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that reads the same where Markdown is rendered: no markup, no mention, no link of its own. */
    static String escapeMarkdown(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!' ->
                    escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
    }
}
