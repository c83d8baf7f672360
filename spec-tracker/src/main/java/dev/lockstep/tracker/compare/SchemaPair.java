package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An old and a new schema at the same place of the contract, in one direction. */
final class SchemaPair {
    /** A part that both have.
     *
     * @param path what it appends to the path: {@code .name}, {@code []}
     */
    record Edge(String path, SchemaPair target) {}

    final SchemaSource oldSource;
    final SchemaSource newSource;
    final Schema before;
    final Schema after;
    final Direction direction;
    final List<SchemaDelta> deltas = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();
    /** Parts that do not travel this way: judged by being left out. */
    final List<SchemaPair> silent = new ArrayList<>();
    /** Likewise, parts that only the new one has, or only the old one. */
    final List<Node> unseen = new ArrayList<>();

    boolean compared;
    /** Whether the two are too unlike for their parts to be compared. */
    boolean stopped;

    SchemaPair(SchemaSource oldSource, SchemaSource newSource, Schema before, Schema after, Direction direction) {
        this.oldSource = oldSource;
        this.newSource = newSource;
        this.before = before;
        this.after = after;
        this.direction = direction;
    }

    /** Adds a difference of a keyword. */
    void add(
            String kind,
            String keyword,
            boolean present,
            String name,
            @Nullable String oldText,
            @Nullable String newText) {
        deltas.add(new SchemaDelta(
                kind, "", "", before.place(keyword), after.place(keyword), present, name, oldText, newText));
    }
}
