package dev.lockstep.tracker.compare;

import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.surface.Member;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Says of each finding which symbols of the client it touches, and judges it by what becomes of them. */
final class SymbolAttribution {
    /** Areas of rules that change what a method takes or returns; other findings lie inside of that. */
    private static final Set<String> SIGNATURE = Set.of("operation", "parameter", "request body", "response");

    private static final int MOST_SHARED = 10_000;

    private final List<Judged> judged;
    private final SurfaceDelta delta;
    private final TouchedMembers reach;
    private final List<OperationModel> swapped;
    private final SpecDocument document;
    private final Map<Judged, JavaImpact> impacts = new LinkedHashMap<>();
    private final Map<Judged, Set<String>> symbols = new HashMap<>();
    private final Set<Member> explained = new HashSet<>();

    SymbolAttribution(
            List<Judged> judged,
            SurfaceDelta delta,
            TouchedMembers reach,
            List<OperationModel> swapped,
            SpecDocument document) {
        this.judged = judged;
        this.delta = delta;
        this.reach = reach;
        this.swapped = swapped;
        this.document = document;
    }

    List<Finding> findings() {
        for (Judged item : judged) {
            impacts.put(item, item.rule().hidden() ? item.finding().java() : JavaImpact.NONE);
        }
        delta.grown().forEach(member -> attribute(member, JavaImpact.COMPATIBLE));
        delta.annotated().forEach(member -> attribute(member, JavaImpact.COMPATIBLE));
        delta.broken().forEach(member -> attribute(member, JavaImpact.BREAKING));
        List<Member> rest = delta.broken().stream()
                .filter(member -> !explained.contains(member))
                .toList();
        // A class goes with the last place that used it, which its own place in the document does not tell.
        List<Judged> causes = judged.stream()
                .filter(item -> item.finding().java() == JavaImpact.BREAKING)
                .filter(item -> !rest.isEmpty() || impacts.get(item) == JavaImpact.BREAKING)
                .toList();
        boolean cause = !causes.isEmpty();
        for (Judged item : causes) {
            impacts.put(item, JavaImpact.BREAKING);
        }
        share(rest, causes);
        List<Finding> findings = new ArrayList<>();
        for (Judged item : judged) {
            Set<String> touched = symbols(item);
            if (impacts.get(item) != JavaImpact.BREAKING || !reach.knows(touched)) {
                reach.extend(item, touched);
            }
            findings.add(item.finding().with(impacts.getOrDefault(item, JavaImpact.NONE), List.copyOf(touched)));
        }
        if (!cause && !rest.isEmpty()) {
            findings.add(surface("java-surface-broken", rest));
        } else if (!delta.isEmpty() && findings.stream().allMatch(item -> item.java() == JavaImpact.NONE)) {
            List<Member> all = new ArrayList<>(delta.grown());
            all.addAll(delta.annotated());
            findings.add(surface("java-surface-grown", all));
        }
        swapped.forEach(operation -> findings.add(swap(operation)));
        return findings;
    }

    /** Gives a member to the findings that are nearest to where it comes from. */
    private void attribute(Member member, JavaImpact impact) {
        List<Judged> nearest = new ArrayList<>();
        int best = 0;
        for (Judged item : judged) {
            int score = nearness(member.origin(), item, impact);
            if (score > best) {
                best = score;
                nearest.clear();
            }
            if (score == best && score > 0) {
                nearest.add(item);
            }
        }
        for (Judged item : nearest) {
            explained.add(member);
            impacts.merge(item, impact, JavaImpact::or);
            symbols(item).add(member.symbol());
        }
    }

    /** Members that no place explains belong to every change that takes some away; to the first one where these are many. */
    private void share(List<Member> rest, List<Judged> causes) {
        int sharers = (long) rest.size() * causes.size() > MOST_SHARED ? 1 : causes.size();
        for (Judged item : causes.subList(0, Math.min(sharers, causes.size()))) {
            rest.forEach(member -> symbols(item).add(member.symbol()));
        }
    }

    private Set<String> symbols(Judged item) {
        return symbols.computeIfAbsent(item, unseen -> new TreeSet<>());
    }

    /** 0 where a finding has nothing to do with a place; more the nearer it is, and the likelier its rule. */
    private static int nearness(String origin, Judged item, JavaImpact impact) {
        if (origin.isEmpty() || item.finding().wire() == Wire.DOCS_ONLY) {
            return 0;
        }
        int likely = item.rule().java() == impact ? 1 : 0;
        if (!origin.startsWith(Pointer.ROOT)) {
            boolean shapes = SIGNATURE.contains(item.rule().area());
            return item.finding().operation().equals(origin) ? 2 + likely + (shapes ? 2 : 0) : 0;
        }
        int near = Math.max(shared(origin, item.oldPointer()), shared(origin, item.newPointer()));
        return near == 0 ? 0 : 4 * near + likely;
    }

    /** How deep the one place is that contains the other; 0 where neither does. */
    private static int shared(String origin, String pointer) {
        boolean inside = pointer.equals(origin) || pointer.startsWith(origin + "/");
        boolean around = origin.startsWith(pointer + "/") && !pointer.equals(Pointer.ROOT);
        return inside || around ? Math.min(origin.length(), pointer.length()) : 0;
    }

    private Finding surface(String kind, List<Member> members) {
        Set<String> names = new TreeSet<>();
        members.forEach(member -> names.add(member.symbol()));
        String first = names.iterator().next();
        String simple = Wording.code(first.substring(first.lastIndexOf('.') + 1));
        String more = names.size() > 1 ? simple + " and " + (names.size() - 1) + " more" : simple;
        return Finding.of(kind, "", place(Pointer.ROOT), more, null, List.copyOf(names));
    }

    private Finding swap(OperationModel operation) {
        String name = Wording.code(operation.name());
        return Finding.of("java-arguments-swapped", operation.key(), place(operation.pointer()), name, null, List.of());
    }

    private Place place(String pointer) {
        return Place.of(Node.at(document, pointer));
    }
}
