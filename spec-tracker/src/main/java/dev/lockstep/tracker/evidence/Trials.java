package dev.lockstep.tracker.evidence;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.DeepWork;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compile.ClientCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The trials of a check: all vendors', side by side. Safe to share. */
public final class Trials {
    /** How many changed operations of one vendor are tried, so that a check of a large one ends. */
    public static final int MOST = 200;

    private final ClientCompiler compiler;
    private final Path clients;
    private final int most;
    private final AtomicInteger operations = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    /**
     * @param clients gets {@code <vendor>/locked}, the class files of the locked client's changed operations
     */
    public Trials(ClientCompiler compiler, Path clients) {
        this(compiler, clients, MOST);
    }

    /**
     * The same with another bound.
     *
     * @param most how many changed operations of one vendor are tried
     */
    public Trials(ClientCompiler compiler, Path clients, int most) {
        this.compiler = compiler;
        this.clients = clients;
        this.most = most;
    }

    /**
     * Lets a vendor's locked client meet its new document, and joins what comes of it with the rules.
     *
     * @param rules the comparison of the two, with nothing muted
     */
    public JoinedVerdict judge(
            String vendor, SpecDocument old, GeneratorOptions options, SpecDocument now, Comparison rules) {
        return JoinedVerdict.of(rules, evidence(vendor, old, options, now, rules.findings()), old, options, now);
    }

    /**
     * Lets a vendor's locked client meet its new document. Never throws for what the documents say.
     *
     * @param findings of the comparison of the two, muted ones included
     */
    public Evidence evidence(
            String vendor, SpecDocument old, GeneratorOptions options, SpecDocument now, List<Finding> findings) {
        long start = System.nanoTime();
        Tryout tryout = new Tryout(compiler, clients.resolve(vendor).resolve("locked"), most);
        Evidence evidence = Judgement.of(DeepWork.on(old, () -> tryout.run(old, options, now)), findings);
        operations.addAndGet(evidence.operations().size());
        nanos.addAndGet(System.nanoTime() - start);
        return evidence;
    }

    /** How many operations were tried or found gone so far. */
    public int operations() {
        return operations.get();
    }

    /** What the trials took so far, added up over vendors. */
    public long millis() {
        return nanos.get() / 1_000_000;
    }
}
