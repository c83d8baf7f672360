package dev.lockstep.it.faults;

import dev.lockstep.it.faults.Subject.Trait;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A row of the matrix. Immutable. */
final class Fault {
    /** Makes the fault happen in a world whose call has not been made. */
    @FunctionalInterface
    interface Setup {
        void in(World world) throws Exception;
    }

    /** Looks closer at what came of the call. */
    @FunctionalInterface
    interface Check {
        void of(World world, Outcome outcome) throws Exception;
    }

    private final String name;
    private final Setup setup;
    private final Expected.Rule expected;
    private final boolean starred;
    private final Set<Trait> needs;
    private final Check check;

    private Fault(String name, Setup setup, Expected.Rule expected, boolean starred, Set<Trait> needs, Check check) {
        this.name = name;
        this.setup = setup;
        this.expected = expected;
        this.starred = starred;
        this.needs = needs;
        this.check = check;
    }

    static Fault fault(String name, Setup setup, Expected.Rule expected) {
        return new Fault(name, setup, expected, false, EnumSet.noneOf(Trait.class), (world, outcome) -> {});
    }

    /** A fault that may follow the operation's effect: it is tried under both retry classes. */
    static Fault starred(String name, Setup setup, Expected.Rule expected) {
        return new Fault(name + " *", setup, expected, true, EnumSet.noneOf(Trait.class), (world, outcome) -> {});
    }

    /** This fault where the operation has what it needs. */
    Fault needing(Trait... traits) {
        return new Fault(name, setup, expected, starred, EnumSet.copyOf(Arrays.asList(traits)), check);
    }

    Fault and(Check closer) {
        return new Fault(name, setup, expected, starred, needs, closer);
    }

    String name() {
        return name;
    }

    Setup setup() {
        return setup;
    }

    Expected.Rule expected() {
        return expected;
    }

    boolean starred() {
        return starred;
    }

    Set<Trait> needs() {
        return needs;
    }

    Check check() {
        return check;
    }

    @Override
    public String toString() {
        return name;
    }
}
