package dev.lockstep.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * A document of {@code hostile.txt} and what becomes of it, whichever way it enters: the command line's tests read the same
 * file.
 *
 * @param number of the case
 * @param refused whether it is refused
 * @param text how the refusal's reason begins, or what stands in the code
 * @param yaml the document
 */
record HostileDocument(String number, boolean refused, String text, String yaml) {
    static List<HostileDocument> all() {
        String file = Fixtures.text("hostile.txt");
        List<HostileDocument> all = new ArrayList<>();
        for (String block : file.split("(?m)^=== (?=\\d)", -1)) {
            String[] head = block.lines().findFirst().orElseThrow().split(" ", 3);
            if (head[0].matches("\\d+")) {
                String yaml = block.substring(block.indexOf('\n') + 1);
                all.add(new HostileDocument(head[0], head[1].equals("refused"), head.length > 2 ? head[2] : "", yaml));
            }
        }
        return all;
    }

    HostileDocument expecting(String otherText) {
        return new HostileDocument(number, refused, otherText, yaml);
    }

    @Override
    public String toString() {
        return "case " + number + (refused ? " is refused: " : " is made: ")
                + yaml.lines().skip(3).findFirst().orElse(yaml);
    }
}
