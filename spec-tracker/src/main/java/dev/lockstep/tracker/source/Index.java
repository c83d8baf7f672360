package dev.lockstep.tracker.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A docs site's {@code llms.txt}: a title, then items that begin with a link. What stands under {@code ## OpenAPI Specs} may be
 * a whole spec, and often is something else: whoever reads it looks at the content.
 *
 * @param pages addresses of pages in Markdown, in the index's order
 * @param specs addresses under {@code OpenAPI Specs}, in the index's order
 */
record Index(List<String> pages, List<String> specs) {
    private static final Parser PARSER = Parser.builder().build();

    Index {
        pages = List.copyOf(pages);
        specs = List.copyOf(specs);
    }

    /** Whether a text reads as an index: a title of the first level, and items that begin with links. */
    static boolean is(String text) {
        if (!text.stripLeading().startsWith("# ")) {
            return false;
        }
        Items items = new Items();
        PARSER.parse(text).accept(items);
        return items.linked > 0 && items.linked >= items.other && items.fences == 0;
    }

    /**
     * Reads an index.
     *
     * @param url where it was read: links are relative to it
     */
    static Index of(String text, String url) {
        Items items = new Items();
        PARSER.parse(text).accept(items);
        Set<String> pages = new LinkedHashSet<>();
        Set<String> specs = new LinkedHashSet<>();
        for (Item item : items.found) {
            String address = resolve(url, item.target);
            if (address == null) {
                continue;
            }
            if (item.spec) {
                specs.add(address);
            } else if (isMarkdown(address)) {
                pages.add(address);
            }
        }
        return new Index(new ArrayList<>(pages), new ArrayList<>(specs));
    }

    private static boolean isMarkdown(String address) {
        int query = address.indexOf('?');
        String path = (query < 0 ? address : address.substring(0, query)).toLowerCase(Locale.ROOT);
        return path.endsWith(".md") || path.endsWith(".mdx");
    }

    /** The absolute address without its fragment; null for what is no http address. */
    private static @Nullable String resolve(String base, String target) {
        try {
            URI uri = new URI(base).resolve(new URI(target.replace(" ", "%20")));
            String scheme = String.valueOf(uri.getScheme());
            if (!scheme.equals("https") && !scheme.equals("http")) {
                return null;
            }
            String address = uri.toString();
            int fragment = address.indexOf('#');
            return fragment < 0 ? address : address.substring(0, fragment);
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Prose that only looks like a link.
            return null;
        }
    }

    private record Item(String target, boolean spec) {}

    /** Collects the first link of each item, and under which heading it stands. */
    private static final class Items extends AbstractVisitor {
        private final List<Item> found = new ArrayList<>();
        private boolean specs;
        private int linked;
        private int other;
        private int fences;

        @Override
        public void visit(Heading heading) {
            StringBuilder text = new StringBuilder();
            for (Node node = heading.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof Text words) {
                    text.append(words.getLiteral());
                }
            }
            specs = text.toString().strip().toLowerCase(Locale.ROOT).equals("openapi specs");
        }

        @Override
        public void visit(org.commonmark.node.FencedCodeBlock block) {
            fences++;
        }

        @Override
        public void visit(ListItem item) {
            if (item.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Link link) {
                found.add(new Item(link.getDestination(), specs));
                linked++;
            } else {
                other++;
            }
            visitChildren(item);
        }
    }
}
