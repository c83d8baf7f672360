package dev.lockstep.tracker.compare;

import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.surface.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which members of the deployed client a change on the wire concerns although Java does not see it: the accessor of a
 * property, the setter of a parameter, the constant of an enum, else the operation's methods.
 */
final class TouchedMembers {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{[^}]*}");
    /** Inherited, so that no surface lists it. */
    private static final String BUILD = ".Builder#build()";

    private static final String REQUIRED = "-became-required";
    private static final Set<String> SURROUNDINGS = Set.of("security", "server");

    private final Map<String, List<Member>> byOrigin = new HashMap<>();
    private final Map<String, List<String>> byShape = new HashMap<>();
    private final Set<String> symbols = new HashSet<>();
    private final Map<String, TypeDef> types = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    TouchedMembers(ClientModel deployed) {
        for (Member member : deployed.surface().members()) {
            symbols.add(member.symbol());
            byOrigin.computeIfAbsent(member.origin(), origin -> new ArrayList<>())
                    .add(member);
        }
        for (TypeDef type : deployed.types()) {
            types.put(type.key(), type);
            names.put(type.key(), deployed.packageName() + "." + type.name());
        }
        for (OperationModel operation : deployed.operations()) {
            List<String> methods = byShape.computeIfAbsent(shape(operation.key()), shape -> new ArrayList<>());
            byOrigin.getOrDefault(operation.key(), List.of()).forEach(method -> methods.add(method.symbol()));
        }
    }

    /** Whether the deployed client has one of these. */
    boolean knows(Set<String> candidates) {
        return candidates.stream().anyMatch(symbol -> symbols.contains(symbol) || symbol.endsWith(BUILD));
    }

    /**
     * Adds to what a change touches in Java what it concerns on the wire: the members at its place, and the operation's methods
     * where there is no member at all.
     */
    void extend(Judged item, Set<String> touched) {
        if (!item.finding().breaking() && item.finding().wire() != Wire.RISKY) {
            return;
        }
        if (!item.finding().operation().isEmpty()) {
            touched.addAll(inside(item));
        }
        if (!knows(touched)) {
            touched.addAll(methods(item));
        }
    }

    private Set<String> inside(Judged item) {
        String origin = origin(item.oldPointer());
        if (origin.isEmpty()) {
            return Set.of();
        }
        boolean request = item.rule().direction().equals("request");
        TypeDef type = types.get(origin);
        String owner = names.getOrDefault(origin, "");
        if (type instanceof EnumType constants) {
            return constants(constants, owner, item.finding().before());
        }
        if (type instanceof ObjectType) {
            return request ? Set.of(owner + BUILD) : Set.of();
        }
        Set<String> found = new TreeSet<>();
        for (Member member : byOrigin.getOrDefault(origin, List.of())) {
            if (setter(member) == request) {
                found.add(member.symbol());
                if (item.rule().id().endsWith(REQUIRED)) {
                    found.add(member.owner().replaceAll("\\.Builder$", "") + BUILD);
                }
            }
        }
        return found;
    }

    /** The deepest place of a member that contains a pointer, or is it. */
    private String origin(String pointer) {
        for (String place = pointer; place.startsWith("#/"); place = place.substring(0, place.lastIndexOf('/'))) {
            if (byOrigin.containsKey(place)) {
                return place;
            }
        }
        return "";
    }

    private static boolean setter(Member member) {
        return member.owner().endsWith(".Builder");
    }

    private Set<String> constants(EnumType type, String owner, @Nullable String value) {
        Set<String> found = new TreeSet<>();
        for (EnumType.Constant constant : type.constants()) {
            if (constant.value().asText().equals(value)
                    || constant.value().toString().equals(value)) {
                List<String> both =
                        new ArrayList<>(List.of(owner + "#" + constant.name(), owner + ".Values#" + constant.name()));
                both.retainAll(symbols);
                found.addAll(both);
            }
        }
        return found;
    }

    private Set<String> methods(Judged item) {
        String operation = item.finding().operation();
        boolean all = operation.isEmpty() && SURROUNDINGS.contains(item.rule().area());
        Set<String> found = new TreeSet<>(byShape.getOrDefault(shape(operation), List.of()));
        if (all) {
            byShape.values().forEach(found::addAll);
        }
        return found;
    }

    private static String shape(String operation) {
        return PATH_PARAMETER.matcher(operation).replaceAll("{}");
    }
}
