package dev.lockstep.generator.surface;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers to its users, as sorted members; {@link #text()} is the {@code client.api} file. Two surfaces are
 * equal when their texts are: origins do not count.
 */
public final class Surface {
    private static final String INDENT = "    ";

    private final List<Member> members;

    private Surface(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /** A surface of these members, in any order. */
    public static Surface of(Collection<Member> members) {
        // Class by class: symbols are long and begin alike. A class sorts before the classes in it, as '#' does before
        // '.'.
        SortedMap<String, SortedMap<String, Member>> byOwner = new TreeMap<>();
        String owner = "";
        SortedMap<String, Member> own = new TreeMap<>();
        for (Member member : members) {
            if (!member.owner().equals(owner)) {
                owner = member.owner();
                own = byOwner.computeIfAbsent(owner, unseen -> new TreeMap<>());
            }
            own.put(member.symbol().substring(owner.length()), member);
        }
        List<Member> sorted = new ArrayList<>(members.size());
        byOwner.values().forEach(each -> sorted.addAll(each.values()));
        return new Surface(sorted);
    }

    /** Sorted by symbol; a class comes before what it declares. */
    public List<Member> members() {
        return members;
    }

    /** Reads what {@link #text()} wrote. Origins are empty. */
    public static Surface parse(String text) {
        List<Member> members = new ArrayList<>();
        String owner = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(INDENT)) {
                String declaration = line.strip();
                members.add(new Member(owner + "#" + key(declaration), declaration, ""));
            } else if (line.endsWith(" {")) {
                String declaration = line.substring(0, line.length() - 2);
                owner = className(declaration);
                members.add(new Member(owner, declaration, ""));
            }
        }
        return of(members);
    }

    private static String className(String declaration) {
        for (String word : List.of(" class ", " interface ")) {
            int at = declaration.indexOf(word);
            if (at >= 0) {
                String rest = declaration.substring(at + word.length());
                int end = rest.indexOf(' ');
                return end < 0 ? rest : rest.substring(0, end);
            }
        }
        throw new IllegalArgumentException("no class in line: " + declaration);
    }

    /** A method's name with its parameters, or a constant's name: what follows the type. */
    static String key(String declaration) {
        int open = declaration.indexOf('(');
        int start = declaration.lastIndexOf(' ', open < 0 ? declaration.length() : open);
        return declaration.substring(start + 1);
    }

    /** One block a class, one line a member. */
    public String text() {
        StringBuilder text = new StringBuilder();
        boolean open = false;
        for (Member member : members) {
            if (member.isClass()) {
                text.append(open ? "}\n\n" : "").append(member.declaration()).append(" {\n");
                open = true;
            } else {
                text.append(INDENT).append(member.declaration()).append('\n');
            }
        }
        return text.append(open ? "}\n" : "").toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Surface that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
