package dev.lockstep.generator.render;

import dev.lockstep.generator.model.Docs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of comments: builds one Javadoc comment, within 120 columns where words allow it. Foreign text cannot end
 * the comment, cannot be read as a tag, as HTML or as a Unicode escape, and holds no invisible characters. Of its Markdown,
 * paragraphs, bullets, code spans, strong text, line breaks and links to the web become Javadoc's; everything else stays as
 * it is written.
 *
 * <p>Not thread-safe.
 */
public final class Comments {
    private static final int COLUMNS = 120;
    private static final String SHORTENED = "(Shortened: the document says more.)";

    /** Longer descriptions are cut here: a comment is no place for a handbook. */
    private static final int LONGEST = 8_000;

    private final List<Markdown.Block> blocks = new ArrayList<>();
    private final List<List<String>> tags = new ArrayList<>();

    /** An empty comment. */
    public static Comments javadoc() {
        return new Comments();
    }

    private Comments() {}

    /** The lines of what a document says of something. */
    static String of(Docs docs, int indent) {
        return javadoc().text(docs.summary()).text(docs.text()).render(indent);
    }

    /** Adds foreign text, such as a description; null and blank text add nothing. */
    public Comments text(@Nullable String foreign) {
        if (foreign == null) {
            return this;
        }
        blocks.addAll(Markdown.blocks(cut(foreign)));
        if (foreign.length() > LONGEST) {
            markup(SHORTENED);
        }
        return this;
    }

    /** Adds a paragraph of our own, which may hold Javadoc markup and is written as it is. */
    public Comments markup(String own) {
        blocks.add(new Markdown.Block(false, List.of(own.strip().split(" +"))));
        return this;
    }

    /**
     * Adds a block tag; tags follow the text in the order in which they were added.
     *
     * @param tag our own, with the at sign and, for a parameter, its name
     * @param foreign text of the document; null or blank leaves the tag alone on its line
     */
    public Comments tag(String tag, @Nullable String foreign) {
        List<String> words = new ArrayList<>(List.of(tag.split(" ")));
        if (foreign != null) {
            words.addAll(JavadocWords.of(cut(foreign)));
        }
        tags.add(words);
        return this;
    }

    /** Adds a block tag whose text is our own and may hold Javadoc markup. */
    public Comments tagMarkup(String tag, String own) {
        List<String> words = new ArrayList<>(List.of(tag.split(" ")));
        words.addAll(List.of(own.strip().split(" +")));
        tags.add(words);
        return this;
    }

    /**
     * The comment.
     *
     * @param indent columns before it
     * @return lines that each end with a line feed; the empty string for a comment without content
     */
    public String render(int indent) {
        if (blocks.isEmpty() && tags.isEmpty()) {
            return "";
        }
        String margin = " ".repeat(indent);
        if (tags.isEmpty() && blocks.size() == 1 && !blocks.get(0).item()) {
            String line = margin + "/** " + String.join(" ", blocks.get(0).words()) + " */";
            if (line.length() <= COLUMNS) {
                return line + "\n";
            }
        }
        List<String> lines = new ArrayList<>();
        int width = COLUMNS - indent - 3;
        for (int i = 0; i < blocks.size(); i++) {
            Markdown.Block block = blocks.get(i);
            boolean inList = i > 0 && blocks.get(i - 1).item();
            if (!block.item()) {
                if (i > 0) {
                    lines.add("");
                }
                wrap(i > 0 ? "<p>" : "", block.words(), "", width, lines);
                continue;
            }
            if (!inList) {
                lines.add("<ul>");
            }
            wrap("  <li>", block.words(), "      ", width, lines);
            if (i + 1 == blocks.size() || !blocks.get(i + 1).item()) {
                lines.add("</ul>");
            }
        }
        if (!blocks.isEmpty() && !tags.isEmpty()) {
            lines.add("");
        }
        tags.forEach(tag -> wrap("", tag, "    ", width, lines));
        StringBuilder comment = new StringBuilder(margin).append("/**\n");
        for (String line : lines) {
            comment.append(margin)
                    .append(line.isEmpty() ? " *" : " * ")
                    .append(line)
                    .append('\n');
        }
        return comment.append(margin).append(" */\n").toString();
    }

    private static String cut(String foreign) {
        return foreign.length() > LONGEST ? foreign.substring(0, LONGEST) : foreign;
    }

    private static void wrap(String first, List<String> words, String next, int width, List<String> lines) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : words) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }
}
