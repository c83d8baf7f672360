package dev.lockstep.generator.model;

/**
 * What a schema became.
 *
 * @param type its Java type
 * @param nullable whether it allows JSON null
 */
record Resolved(TypeRef type, boolean nullable) {
    static final Resolved ANY = new Resolved(TypeRef.Scalar.ANY, false);

    Resolved orNull(boolean more) {
        return more && !nullable ? new Resolved(type, true) : this;
    }
}
