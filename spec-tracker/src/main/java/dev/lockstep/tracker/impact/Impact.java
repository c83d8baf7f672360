package dev.lockstep.tracker.impact;

import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Joins findings with the code that uses what they touch. */
public final class Impact {
    /** Nobody's code was looked at: nothing is known to be used or unused. */
    public static final Impact UNKNOWN = new Impact(List.of(), false);

    private static final String BUILD = ".Builder#build()";
    /** What the ids of rules begin with that are about what a client sends. */
    private static final String REQUEST = "request-";

    private final boolean known;
    private final Map<String, List<Used>> bySymbol = new HashMap<>();

    private record Used(String service, Use use) {}

    private Impact(List<Usage> usages, boolean known) {
        this.known = known;
        for (Usage usage : usages) {
            for (Use use : usage.uses()) {
                Used used = new Used(usage.name(), use);
                bySymbol.computeIfAbsent(use.symbol(), symbol -> new ArrayList<>())
                        .add(used);
                String owner = Symbols.owner(use.symbol());
                if (!owner.equals(use.symbol())) {
                    bySymbol.computeIfAbsent(owner, symbol -> new ArrayList<>()).add(used);
                }
            }
        }
    }

    /** What is known from these code bases together. */
    public static Impact of(List<Usage> usages) {
        return new Impact(usages, true);
    }

    /** Whether anybody's code was looked at. */
    public boolean isKnown() {
        return known;
    }

    /**
     * The lines that a finding touches, sorted, each once. A line that uses an operation through a library is touched by what
     * happens on the wire; a change in Java alone touches the library. A line that only compares answers with a text is not
     * touched by what may be sent.
     */
    public List<UseSite> sites(Finding finding) {
        boolean sent = finding.id().startsWith(REQUEST) && finding.java() != JavaImpact.BREAKING;
        boolean wire = finding.wire().compareTo(Wire.RISKY) >= 0;
        Set<UseSite> sites = new TreeSet<>();
        Set<String> setters = setters(finding);
        Set<String> setting = new HashSet<>();
        for (String setter : setters) {
            bySymbol.getOrDefault(Symbols.erased(setter), List.of())
                    .forEach(used ->
                            setting.add(used.service() + "\0" + used.use().method()));
        }
        for (String symbol : finding.symbols()) {
            if (setters.contains(symbol)) {
                continue;
            }
            for (Used used : bySymbol.getOrDefault(Symbols.erased(symbol), List.of())) {
                Use use = used.use();
                boolean set = symbol.endsWith(BUILD) && setting.contains(used.service() + "\0" + use.method());
                if (!set && !(sent && use.compared()) && (wire || use.through().isEmpty())) {
                    sites.add(new UseSite(used.service(), use.file(), use.line(), use.method(), use.through()));
                }
            }
        }
        return List.copyOf(sites);
    }

    /** Where a property became required, code that sets it is not concerned; what is built without it is. */
    private static Set<String> setters(Finding finding) {
        Set<String> builders = new HashSet<>();
        finding.symbols().stream()
                .filter(symbol -> symbol.endsWith(BUILD))
                .forEach(symbol -> builders.add(Symbols.owner(symbol)));
        Set<String> setters = new HashSet<>(finding.symbols());
        setters.removeIf(symbol -> symbol.endsWith(BUILD)
                || !symbol.contains("#")
                || !builders.contains(Symbols.owner(symbol))
                || !finding.id().endsWith("-became-required"));
        return setters;
    }

    /** Whether it is known that no code uses what a finding touches. A finding that names no symbol may touch any code. */
    public boolean isUnused(Finding finding) {
        return known && !finding.symbols().isEmpty() && sites(finding).isEmpty();
    }

    /** How many lines the findings touch that are more than documentation. */
    public int used(List<Finding> findings) {
        Set<String> lines = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.wire() != Wire.DOCS_ONLY || finding.breaking()) {
                sites(finding).forEach(site -> lines.add(site.service() + "\0" + site.file() + "\0" + site.line()));
            }
        }
        return lines.size();
    }
}
