package dev.lockstep.benchmarks.comparison;

import java.util.regex.Pattern;

/** What a vendor might publish next: the same text with some of its limits raised and some of its sentences changed. */
final class EditedCopy {
    private static final Pattern LIMIT = Pattern.compile("\\s*\"?maxLength\"?: *[0-9]+,?");
    private static final Pattern SENTENCE = Pattern.compile("\\s*\"?description\"?: .*[a-z]\"?,?");

    private EditedCopy() {}

    /** Every third limit and every fiftieth description that ends on its line; the same for the same text. */
    static String of(String text) {
        StringBuilder edited = new StringBuilder(text.length());
        int limits = 0;
        int sentences = 0;
        for (String line : text.split("\n", -1)) {
            String changed = line;
            if (LIMIT.matcher(line).matches()) {
                changed = limits++ % 3 == 0 ? line.replaceFirst("([0-9])", "1$1") : line;
            } else if (SENTENCE.matcher(line).matches()) {
                changed = sentences++ % 50 == 0 ? line.replaceFirst("([a-z])(\"?,?)$", "$1 now$2") : line;
            }
            edited.append(changed).append('\n');
        }
        edited.setLength(edited.length() - 1);
        return edited.toString();
    }
}
