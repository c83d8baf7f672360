package dev.lockstep.openapi;

/**
 * Counts what it costs to follow the schemas of one document into each other. What published documents need is far below; a
 * document that needs more is refused at the schema where the count ends, before anybody waits for it. Not safe for use by
 * several threads.
 */
public final class Budget {
    private final SpecDocument document;
    private final int most;
    private final String unit;
    private int spent;

    /**
     * A count that begins at 0.
     *
     * @param most how much may be spent
     * @param unit what is counted, in the plural, as the refusal names it
     */
    public Budget(SpecDocument document, int most, String unit) {
        this.document = document;
        this.most = most;
        this.unit = unit;
    }

    /**
     * Counts.
     *
     * @param cost at least 0
     * @param pointer the schema that costs it
     * @throws SpecException when that is more than is left
     */
    public void spend(int cost, String pointer) {
        if (cost > most - spent) {
            throw document.refusal(
                    pointer,
                    "its schemas lead into each other in too many ways: more than " + most + " " + unit
                            + "; let each schema name once what it is made of, or leave the operations out that use it");
        }
        spent += cost;
    }

    /**
     * Refuses what is nested through references more deeply than anybody nests.
     *
     * @param depth of the schema at {@code pointer}, from the operation or component that leads to it
     * @throws SpecException when that is too deep
     */
    public void enter(int depth, String pointer) {
        if (depth > Limits.NESTED) {
            throw document.refusal(
                    pointer,
                    "more than " + Limits.NESTED
                            + " schemas lead to this one in a row; shorten the chain of references,"
                            + " or leave the operations out that use it");
        }
    }
}
