package dev.lockstep.tracker.compare;

import java.util.List;
import java.util.stream.Collectors;

/** The raw schemas that hold at one place at once: one usually, several where members of an allOf say something about it. */
record SchemaSource(List<SpecNode> members) {

    SchemaSource {
        members = List.copyOf(members);
    }

    static SchemaSource of(SpecNode member) {
        return new SchemaSource(List.of(member));
    }

    /** The same place, where another schema holds too. */
    SchemaSource and(SchemaSource other) {
        if (members.containsAll(other.members)) {
            return this;
        }
        List<SpecNode> both = new java.util.ArrayList<>(members);
        both.addAll(other.members);
        return new SchemaSource(both);
    }

    /** Identifies the place within its document. */
    String key() {
        return members.size() == 1
                ? members.get(0).pointer()
                : members.stream().map(SpecNode::pointer).collect(Collectors.joining(" & "));
    }

    SpecNode first() {
        return members.get(0);
    }
}
