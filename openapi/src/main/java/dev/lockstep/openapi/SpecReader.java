package dev.lockstep.openapi;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one door for documents, YAML and JSON alike: vendors' specs, blocks of pages, overlays and settings.
 *
 * <p>Scalars are typed by YAML 1.2's core schema, so that {@code on}, {@code 1_000}, {@code 12:30:00} and
 * {@code 2020-01-01} stay strings; mapping keys are always strings. A text is refused when it is too large or too deep,
 * says a key twice, uses a YAML tag or merge key, or hides its size behind aliases. Nothing is ever fetched.
 */
public final class SpecReader {
    private static final char BOM = '\uFEFF';
    /** What a lenient decoder writes for octets that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private SpecReader() {}

    /**
     * Reads a file of UTF-8, with or without a byte order mark.
     *
     * @throws SpecException when the file is missing, or its content is refused
     */
    public static SpecDocument read(Path file) {
        String source = file.toString().replace('\\', '/');
        byte[] bytes;
        try {
            if (Files.size(file) > 4L * Limits.TEXT) {
                throw tooLarge(source);
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new SpecException(source, 0, Pointer.ROOT, "no such file");
        } catch (IOException e) {
            throw new SpecException(
                    source,
                    0,
                    Pointer.ROOT,
                    Files.isDirectory(file) ? "is a folder, not a document" : "cannot be read: " + e);
        }
        return parse(decode(bytes, source), source);
    }

    /**
     * Reads a text.
     *
     * @param source what to call it in messages
     * @throws SpecException when it is refused
     */
    public static SpecDocument parse(String text, String source) {
        return parse(text, source, 1);
    }

    /**
     * Reads a block of a larger text, such as a fence of a page.
     *
     * @param firstLine the 1-based line of the larger text on which the block's content begins
     * @throws SpecException when it is refused
     */
    public static SpecDocument parse(String text, String source, int firstLine) {
        if (text.length() > Limits.TEXT) {
            throw tooLarge(source);
        }
        String content = !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        List<Diagnostic> notes = new ArrayList<>();
        TreeBuilder.Built root = tree(content, source, firstLine, notes);
        if (root == null || root.node().isNull()) {
            throw new SpecException(source, firstLine, Pointer.ROOT, "is empty");
        }
        if (root.lines() == null || !root.node().isObject()) {
            throw new SpecException(
                    source, firstLine, Pointer.ROOT, "is not a mapping of keys to values at its top level");
        }
        return new SpecDocument(root.node(), source, root.lines(), notes);
    }

    private static TreeBuilder.@Nullable Built tree(String text, String source, int firstLine, List<Diagnostic> notes) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        char first = start < text.length() ? text.charAt(start) : '\0';
        if (first == '<') {
            throw new SpecException(
                    source, firstLine, Pointer.ROOT, "is an HTML or XML page, not a YAML or JSON document");
        }
        if (first != '{' && first != '[') {
            return YamlText.read(text, source, firstLine, notes);
        }
        try {
            return JsonText.read(text, source, firstLine);
        } catch (JsonParseException e) {
            if (!source.toLowerCase(Locale.ROOT).endsWith(".json")) {
                return YamlText.read(text, source, firstLine, notes);
            }
            throw new SpecException(
                    source,
                    e.getLocation().getLineNr() + firstLine - 1,
                    Pointer.ROOT,
                    "is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String decode(byte[] bytes, String source) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw new SpecException(source, 0, Pointer.ROOT, "is encoded in UTF-16; only UTF-8 is read");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        // Either the file holds that character, or it is not UTF-8: the decoder tells, and where.
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
            throw new SpecException(source, line, Pointer.ROOT, "is not UTF-8");
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static SpecException tooLarge(String source) {
        return new SpecException(source, 0, Pointer.ROOT, "is larger than " + Limits.TEXT / (1024 * 1024) + " MiB");
    }
}
