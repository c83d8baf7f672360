package dev.lockstep.generator.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little of Markdown's block structure that a Javadoc comment shows: paragraphs and bullets. */
final class Markdown {
    private static final Pattern BULLET = Pattern.compile("\\s{0,12}(?:[-*+]|\\d{1,3}[.)])\\s+(\\S.*)");

    /** A paragraph or one bullet, as words that are safe in Javadoc; never without words. */
    record Block(boolean item, List<String> words) {}

    private Markdown() {}

    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        boolean item = false;
        for (String line : text.split("\\R", -1)) {
            Matcher bullet = BULLET.matcher(line);
            boolean isBullet = bullet.matches();
            if (isBullet || line.isBlank()) {
                flush(item, paragraph, blocks);
                item = isBullet;
            }
            if (isBullet) {
                paragraph.append(bullet.group(1));
            } else if (!line.isBlank()) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            }
        }
        flush(item, paragraph, blocks);
        return blocks;
    }

    private static void flush(boolean item, StringBuilder paragraph, List<Block> blocks) {
        List<String> words = JavadocWords.of(paragraph.toString());
        if (!words.isEmpty()) {
            blocks.add(new Block(item, words));
        }
        paragraph.setLength(0);
    }
}
