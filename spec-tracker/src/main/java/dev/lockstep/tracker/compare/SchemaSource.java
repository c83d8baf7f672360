package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The raw schemas that hold at one place at once: one usually, several where members of an allOf say something about it.
 *
 * @param key identifies the place within its document
 */
record SchemaSource(List<Node> members, String key) {

    SchemaSource {
        members = List.copyOf(members);
    }

    static SchemaSource of(Node member) {
        return new SchemaSource(List.of(member), member.pointer());
    }

    /** The same place, where another schema holds too. */
    SchemaSource and(SchemaSource other) {
        if (members.containsAll(other.members)) {
            return this;
        }
        List<Node> both = new ArrayList<>(members);
        both.addAll(other.members);
        return new SchemaSource(both, both.stream().map(Node::pointer).collect(Collectors.joining(" & ")));
    }

    Node first() {
        return members.get(0);
    }
}
