package dev.lockstep.tracker.page;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A fenced code block of a page, as CommonMark has them.
 *
 * @param line 1-based line of the opening fence; the body begins on the next one
 * @param info the info string, without the fence
 * @param body the text between the fences
 * @param closed whether the fence is closed; an open one means that the page was cut
 */
record Fence(int line, String info, String body, boolean closed) {
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /** The fences of a page, in its order. */
    static List<Fence> all(String page) {
        List<Fence> fences = new ArrayList<>();
        PARSER.parse(page).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                int line = block.getSourceSpans().get(0).getLineIndex() + 1;
                String info = block.getInfo() == null ? "" : block.getInfo();
                fences.add(new Fence(line, info.strip(), block.getLiteral(), block.getClosingFenceLength() != null));
            }
        });
        return List.copyOf(fences);
    }
}
