package dev.lockstep.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The fenced code blocks of README.md and docs/*.md. */
final class DocumentedSamples {
    /**
     * A fenced block.
     *
     * @param line of its opening fence, 1-based
     * @param language all that stands behind the opening fence
     * @param text lines that end with {@code \n}
     */
    record Block(String page, int line, String language, String text) {
        /** For test names and messages: {@code README.md:12}. */
        String place() {
            return page + ":" + line;
        }
    }

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private DocumentedSamples() {}

    /** The repository. */
    static Path root() {
        return Path.of(System.getProperty("lockstep.root"));
    }

    /** Used as a condition by name. */
    static boolean readmeExists() {
        return Files.exists(root().resolve("README.md"));
    }

    /** Every block in one of these languages, in the order of pages and lines. */
    static List<Block> in(Set<String> languages) {
        List<Block> found = new ArrayList<>();
        try {
            for (Path page : pages()) {
                for (Block block : blocks(page.getFileName().toString(), Files.readString(page))) {
                    if (languages.contains(block.language())) {
                        found.add(block);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Every fenced block of a page. */
    static List<Block> blocks(String page, String markdown) {
        List<Block> blocks = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                int line = block.getSourceSpans().get(0).getLineIndex() + 1;
                blocks.add(new Block(page, line, block.getInfo(), block.getLiteral()));
            }
        });
        return blocks;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        if (readmeExists()) {
            pages.add(root().resolve("README.md"));
        }
        Path docs = root().resolve("docs");
        if (Files.isDirectory(docs)) {
            try (Stream<Path> files = Files.list(docs)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }
}
