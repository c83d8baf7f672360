package dev.lockstep.generator.model;

/** A union whose variants are being read. A variant that refers back to it makes it a class in any case. */
final class PendingUnion {
    private final UnionType type;
    private final boolean nullable;
    private boolean referred;

    PendingUnion(UnionType type, boolean nullable) {
        this.type = type;
        this.nullable = nullable;
    }

    UnionType refer() {
        referred = true;
        return type;
    }

    UnionType type() {
        return type;
    }

    boolean nullable() {
        return nullable;
    }

    boolean referred() {
        return referred;
    }
}
