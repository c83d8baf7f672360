package dev.lockstep.tracker.compare;

import dev.lockstep.generator.surface.Member;
import dev.lockstep.generator.surface.Surface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What two surfaces differ in.
 *
 * @param broken members of the old surface that are gone, or declared in another way
 * @param grown members of the new surface that the old one lacks
 * @param annotated members that differ in annotations alone: code compiles and links as before
 */
record SurfaceDelta(List<Member> broken, List<Member> grown, List<Member> annotated) {
    /** Of two equal surfaces. */
    static final SurfaceDelta NONE = new SurfaceDelta(List.of(), List.of(), List.of());

    private static final Pattern ANNOTATION = Pattern.compile("@[A-Za-z.]+ ");

    static SurfaceDelta of(Surface before, Surface after) {
        Map<String, Member> left = new LinkedHashMap<>();
        before.members().forEach(member -> left.put(member.symbol(), member));
        List<Member> broken = new ArrayList<>();
        List<Member> grown = new ArrayList<>();
        List<Member> annotated = new ArrayList<>();
        for (Member member : after.members()) {
            Member old = left.remove(member.symbol());
            if (old == null) {
                grown.add(member);
            } else if (!old.declaration().equals(member.declaration())) {
                (plain(old).equals(plain(member)) ? annotated : broken).add(old);
            }
        }
        broken.addAll(left.values());
        return new SurfaceDelta(List.copyOf(broken), List.copyOf(grown), List.copyOf(annotated));
    }

    private static String plain(Member member) {
        return ANNOTATION.matcher(member.declaration()).replaceAll("");
    }

    boolean isEmpty() {
        return broken.isEmpty() && grown.isEmpty() && annotated.isEmpty();
    }
}
