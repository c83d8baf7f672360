package dev.lockstep.tracker.page;

import dev.lockstep.openapi.SpecOperation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names what a page is that holds no OpenAPI block: a pointer to one, or a known kind that never has any. */
final class PageKind {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\r?\\n(.*?)\\r?\\n---\\s*(?:\\r?\\n|\\z)", Pattern.DOTALL);
    private static final Pattern OPENAPI_KEY =
            Pattern.compile("^openapi(?:-schema)?:[ \\t]*[\"']?(.+?)[\"']?[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern DOCUSAURUS = Pattern.compile("^api:[ \\t]*[\"']?eJ", Pattern.MULTILINE);
    private static final Pattern SWAGGER = Pattern.compile("^swagger:[ \\t]*[\"']?2", Pattern.MULTILINE);
    private static final Pattern GITBOOK = Pattern.compile("\\{%\\s*(?:openapi|swagger)(?:-operation)?\\s([^%]*)%\\}");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
    private static final Pattern LISTED = Pattern.compile("^- OpenAPI:[ \\t]*(\\S+)[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern LISTED_METHOD = Pattern.compile("^- Method:[ \\t]*(\\S+)", Pattern.MULTILINE);
    private static final Pattern LISTED_PATH = Pattern.compile("^- Path:[ \\t]*(\\S+)", Pattern.MULTILINE);
    private static final Pattern SOURCE_MARK = Pattern.compile("^(?:# )?Source: https?://", Pattern.MULTILINE);
    private static final Pattern PARAM_FIELDS =
            Pattern.compile("^\\s*<(?:ParamField|ResponseField|EndpointRequestSnippet)\\b", Pattern.MULTILINE);

    private PageKind() {}

    /** Whether the text is a web page: usually a login page or a captcha in place of the docs. */
    static boolean isHtml(String text) {
        String start =
                text.substring(0, Math.min(text.length(), 512)).stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml");
    }

    static boolean hasFrontMatter(String text) {
        return FRONT_MATTER.matcher(text).find();
    }

    static Block withoutDocument(String page, String text) {
        if (text.isBlank()) {
            return Block.refused(page, 1, null, "the page is empty");
        }
        if (isHtml(text)) {
            return Block.refused(
                    page, 1, null, "an HTML page (a login page or a captcha?), not the page's Markdown source");
        }
        Matcher matter = FRONT_MATTER.matcher(text);
        Block block = matter.find() ? frontMatter(page, matter.group(1)) : null;
        if (block == null) {
            block = reference(page, text);
        }
        if (block != null) {
            return block;
        }
        if (SOURCE_MARK.matcher(text).results().limit(3).count() == 3) {
            return Block.refused(page, 1, null, "many pages in one file (llms-full.txt): name the pages instead");
        }
        Matcher fields = PARAM_FIELDS.matcher(text);
        if (fields.find()) {
            return Block.refused(
                    page,
                    line(text, fields.end()),
                    null,
                    "a hand-written page (ParamField, ResponseField): it has no OpenAPI block");
        }
        return Block.refused(page, 1, null, "no OpenAPI found: the page has no block that holds a document");
    }

    private static @Nullable Block frontMatter(String page, String matter) {
        Matcher openapi = OPENAPI_KEY.matcher(matter);
        if (openapi.find()) {
            InfoString info = InfoString.parse("yaml " + openapi.group(1));
            String spec = info.spec() == null ? "the site's own spec" : info.spec();
            String what = info.operation() == null ? openapi.group(1) : info.operation() + " of " + spec;
            return Block.pointer(
                    page, line(matter, openapi.start()) + 1, info.operation(), "front matter points to " + what);
        }
        Matcher docusaurus = DOCUSAURUS.matcher(matter);
        if (docusaurus.find()) {
            return Block.refused(
                    page,
                    line(matter, docusaurus.start()) + 1,
                    null,
                    "a Docusaurus page: its operation is packed into the front matter (api: eJ…), which is not read");
        }
        Matcher swagger = SWAGGER.matcher(matter);
        if (swagger.find()) {
            return Block.refused(
                    page,
                    line(matter, swagger.start()) + 1,
                    null,
                    "Swagger 2 in the front matter; only OpenAPI 3.0 and 3.1 are read");
        }
        return null;
    }

    private static @Nullable Block reference(String page, String text) {
        Matcher gitbook = GITBOOK.matcher(text);
        if (gitbook.find()) {
            String src = "";
            String path = "";
            String method = "";
            Matcher attribute = ATTRIBUTE.matcher(gitbook.group(1));
            while (attribute.find()) {
                switch (attribute.group(1)) {
                    case "src" -> src = attribute.group(2);
                    case "path" -> path = attribute.group(2);
                    case "method" -> method = attribute.group(2);
                    default -> {}
                }
            }
            return pointer(page, line(text, gitbook.start()), "a GitBook reference points to ", src, method, path);
        }
        Matcher listed = LISTED.matcher(text);
        if (listed.find()) {
            return pointer(
                    page,
                    line(text, listed.start()),
                    "the page points to ",
                    listed.group(1),
                    first(LISTED_METHOD, text),
                    first(LISTED_PATH, text));
        }
        return null;
    }

    private static Block pointer(String page, int line, String intro, String spec, String method, String path) {
        String operation =
                SpecOperation.isMethod(method) && path.startsWith("/") ? SpecOperation.key(method, path) : null;
        List<String> words = operation == null ? List.of(spec) : List.of(operation, "of", spec);
        return Block.pointer(page, line, operation, intro + String.join(" ", words));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
