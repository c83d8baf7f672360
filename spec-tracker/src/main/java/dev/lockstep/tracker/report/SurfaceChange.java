package dev.lockstep.tracker.report;

import dev.lockstep.generator.surface.Member;
import dev.lockstep.generator.surface.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What two texts of a client's surface, as {@code client.api} holds them, differ in. */
public final class SurfaceChange {
    private SurfaceChange() {}

    /**
     * By class: its name, then each declaration that went after {@code -} and each that came after {@code +}. Empty where both
     * offer the same.
     */
    public static List<String> lines(String before, String after) {
        SortedMap<String, Member> old = members(before);
        SortedMap<String, Member> now = members(after);
        SortedSet<String> symbols = new TreeSet<>(old.keySet());
        symbols.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        String open = "";
        for (String symbol : symbols) {
            Member gone = old.get(symbol);
            Member come = now.get(symbol);
            if (declaration(gone).equals(declaration(come))) {
                continue;
            }
            String owner = owner(Objects.requireNonNull(gone == null ? come : gone));
            if (!owner.equals(open)) {
                lines.add("  " + owner);
                open = owner;
            }
            if (gone != null) {
                lines.add("- " + gone.declaration());
            }
            if (come != null) {
                lines.add("+ " + come.declaration());
            }
        }
        return List.copyOf(lines);
    }

    private static String declaration(@Nullable Member member) {
        return member == null ? "" : member.declaration();
    }

    /** Without the package, which all of a client's classes share. */
    private static String owner(Member member) {
        return CallSites.shortName(member.owner());
    }

    private static SortedMap<String, Member> members(String text) {
        SortedMap<String, Member> members = new TreeMap<>();
        Surface.parse(text).members().forEach(member -> members.put(member.symbol(), member));
        return members;
    }
}
