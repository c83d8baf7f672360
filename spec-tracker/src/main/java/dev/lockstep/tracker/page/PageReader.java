package dev.lockstep.tracker.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.openapi.SpecSanitizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the OpenAPI documents in a published page. A block counts when its info string names {@code METHOD /path}, or when
 * its body begins as an OpenAPI document does; headings are hints at most, and prose is never followed.
 */
public final class PageReader {
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\A(?:\\s|#[^\\n]*\\n|---\\s*\\n)*(?:\\{\\s*)?[\"']?(?:openapi|asyncapi|swagger)[\"']?\\s*:");
    private static final Pattern DOCUMENT_IN_ANY_ORDER =
            Pattern.compile("\\A\\s*\\{\\s*\"(?:info|servers|security|tags|paths|components|webhooks)\"\\s*:");
    private static final Pattern VERSION_KEY = Pattern.compile("\"(?:openapi|asyncapi|swagger)\"\\s*:\\s*\"\\d");
    private static final Pattern SUPPORTED = Pattern.compile("3\\.[01](?:\\.\\d+)?(?:-.*)?");

    private PageReader() {}

    /**
     * Reads a page, or a file that is one whole document.
     *
     * @throws SpecException when the file is missing or no UTF-8
     */
    public static List<Block> read(Path file) {
        return read(file, file.toString().replace('\\', '/'));
    }

    /** Like {@link #read(Path)}, with another name for messages. */
    public static List<Block> read(Path file, String name) {
        try {
            return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), name);
        } catch (NoSuchFileException e) {
            throw new SpecException(name, 0, "#", "no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /**
     * Reads a page's text.
     *
     * @param page what to call it in messages
     * @return what its blocks hold, or one refusal or pointer for the page; never empty
     */
    public static List<Block> read(String text, String page) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (isWhole(content)) {
            return List.of(block(page, 1, 1, content, new InfoString("", null, null), content));
        }
        List<Fence> fences = PageKind.isHtml(content) ? List.of() : Fence.all(content);
        List<Fence> candidates = fences.stream().filter(PageReader::isCandidate).toList();
        for (Fence fence : fences) {
            if (!fence.closed()) {
                return List.of(Block.refused(
                        page,
                        fence.line(),
                        InfoString.parse(fence.info()).spec(),
                        "unclosed fence: the page is truncated, and what is left of it cannot be trusted"));
            }
        }
        if (candidates.isEmpty()) {
            return List.of(PageKind.withoutDocument(page, content));
        }
        List<Block> blocks = new ArrayList<>();
        for (Fence fence : candidates) {
            InfoString info = InfoString.parse(fence.info());
            blocks.add(block(page, fence.line(), fence.line() + 1, fence.body(), info, content));
        }
        return agreeing(blocks);
    }

    /** Whether a text is a document, or a page with a block that claims to hold one; prose is neither. */
    public static boolean offers(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return isWhole(content)
                || (!PageKind.isHtml(content) && Fence.all(content).stream().anyMatch(PageReader::isCandidate));
    }

    /** Whether a text is one document, and not a page around some. */
    public static boolean isWhole(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return !PageKind.hasFrontMatter(content) && (DOCUMENT.matcher(content).lookingAt() || isJsonDocument(content));
    }

    private static boolean isCandidate(Fence fence) {
        InfoString info = InfoString.parse(fence.info());
        return info.isData()
                && (info.operation() != null
                        || DOCUMENT.matcher(fence.body()).lookingAt()
                        || isJsonDocument(fence.body()));
    }

    private static boolean isJsonDocument(String text) {
        return DOCUMENT_IN_ANY_ORDER.matcher(text).lookingAt()
                && VERSION_KEY.matcher(text).find();
    }

    private static Block block(String page, int line, int firstLine, String body, InfoString info, String content) {
        try {
            SpecDocument document = SpecReader.parse(body, page, firstLine);
            String reason = unusable(document.root());
            if (reason != null) {
                return Block.refused(page, line, info.spec(), reason);
            }
            Dialects.Normalised normalised = Dialects.normalise(document, content);
            SpecSanitizer.Sanitized sanitized = SpecSanitizer.sanitize(normalised.document(), false);
            List<String> operations = SpecOperation.all(sanitized.document()).stream()
                    .map(SpecOperation::key)
                    .toList();
            String named = info.operation();
            if (named != null && !operations.contains(named)) {
                return Block.refused(
                        page,
                        line,
                        info.spec(),
                        "the fence names " + named + ", which is not in its document"
                                + (operations.isEmpty() ? "" : "; that has " + String.join(", ", operations)));
            }
            List<Diagnostic> notes = new ArrayList<>(normalised.notes());
            notes.addAll(sanitized.diagnostics());
            return new Block(
                    page, line, BlockOutcome.OK, sanitized.document(), operations, info.spec(), "", List.copyOf(notes));
        } catch (SpecException e) {
            return Block.refused(page, e.line() > 0 ? e.line() : line, info.spec(), e.reason());
        }
    }

    /** Why a block is no OpenAPI document that we read, or null. */
    private static @Nullable String unusable(JsonNode root) {
        if (root.has("asyncapi")) {
            return "an AsyncAPI document (asyncapi: " + root.path("asyncapi").asText()
                    + "), which describes messages and not HTTP calls";
        }
        if (root.has("swagger")) {
            return "a Swagger " + root.path("swagger").asText() + " document; only OpenAPI 3.0 and 3.1 are read";
        }
        if (!root.has("openapi")) {
            JsonNode paths = root.path("paths");
            if (paths.path("path").isTextual() && paths.path("method").isTextual()) {
                return "legacy Mintlify: the block is that tool's own form (paths.path, .method, .request, .response),"
                        + " not OpenAPI";
            }
            return "no openapi key: the block is not an OpenAPI document";
        }
        String version = root.path("openapi").asText();
        if (!SUPPORTED.matcher(version).matches()) {
            return "openapi: " + version + " is not read; only 3.0.x and 3.1.x are";
        }
        return null;
    }

    /** Blocks of one page may repeat an operation only word for word. */
    private static List<Block> agreeing(List<Block> blocks) {
        Map<String, Block> seen = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (block.document() == null) {
                continue;
            }
            for (String operation : block.operations()) {
                Block first = seen.putIfAbsent(operation, block);
                if (first != null && !same(first, block, operation)) {
                    return List.of(Block.refused(
                            block.page(),
                            block.line(),
                            block.spec(),
                            "two blocks disagree about " + operation + ": this one and the one on line "
                                    + first.line()));
                }
            }
        }
        return List.copyOf(blocks);
    }

    private static boolean same(Block a, Block b, String operation) {
        return operation(a, operation).equals(operation(b, operation));
    }

    private static JsonNode operation(Block block, String key) {
        int space = key.indexOf(' ');
        return block.required()
                .root()
                .path("paths")
                .path(key.substring(space + 1))
                .path(key.substring(0, space).toLowerCase(Locale.ROOT));
    }
}
