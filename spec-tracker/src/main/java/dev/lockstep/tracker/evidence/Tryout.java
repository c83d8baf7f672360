package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.loaded.LoadedClient;
import dev.lockstep.tracker.loaded.UnfitValueException;
import dev.lockstep.tracker.merge.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Lets a client that was generated from one document meet another. Only operations that the two describe differently are
 * tried, and the client is made of these alone; nothing leaves this machine.
 */
public final class Tryout {
    private final ClientCompiler compiler;
    private final Path classes;
    private final int most;

    /**
     * @param classes a folder for the client's class files
     * @param most how many changed operations are tried at most; the others are told
     */
    public Tryout(ClientCompiler compiler, Path classes, int most) {
        this.compiler = compiler;
        this.classes = classes;
        this.most = most;
    }

    /**
     * What came of it.
     *
     * @param results of the operations that changed or went, by their keys
     * @param unchanged how many operations both documents describe alike
     */
    public record Tried(List<Result> results, int unchanged) {
        public Tried {
            results = List.copyOf(results);
        }
    }

    /** An operation in both documents. */
    private record Pair(String key, SpecOperation before, SpecOperation after) {
        String sunset() {
            return Tryout.sunset(after).isEmpty() ? Tryout.sunset(before) : Tryout.sunset(after);
        }

        Result obstacle(String why) {
            return new Result(before.key(), 0, 0, List.of(), why, sunset());
        }
    }

    /** Tries the operations of {@code old}, of which a client with these options is deployed, against {@code now}. */
    public Tried run(SpecDocument old, GeneratorOptions options, SpecDocument now) {
        Map<String, SpecOperation> after = SpecOperation.byTemplate(now);
        List<Result> results = new ArrayList<>();
        List<Pair> changed = new ArrayList<>();
        int unchanged = 0;
        for (Map.Entry<String, SpecOperation> each :
                SpecOperation.byTemplate(old).entrySet()) {
            SpecOperation before = each.getValue();
            SpecOperation other = after.get(each.getKey());
            if (other == null) {
                Failure gone = new Failure("operation", "$", "no longer documented");
                results.add(new Result(before.key(), 0, 0, List.of(gone), "", sunset(before)));
            } else if (Description.of(before).equals(Description.of(other))) {
                unchanged++;
            } else {
                changed.add(new Pair(each.getKey(), before, other));
            }
        }
        List<Pair> some = changed.subList(0, Math.min(most, changed.size()));
        if (!some.isEmpty()) {
            results.addAll(tryOut(old, options, now, some));
        }
        for (Pair pair : changed.subList(some.size(), changed.size())) {
            results.add(pair.obstacle(changed.size() + " operations changed, and the first " + most + " were tried"));
        }
        results.sort(Comparator.comparing(Result::operation));
        return new Tried(results, unchanged);
    }

    /** The announced end, {@code x-sunset}; empty for none. */
    private static String sunset(SpecOperation operation) {
        return operation.node().text("x-sunset").strip();
    }

    private List<Result> tryOut(SpecDocument old, GeneratorOptions options, SpecDocument now, List<Pair> changed) {
        SpecDocument part = part(old, changed.stream().map(Pair::before).toList());
        Sides olds = new Sides(part);
        Sides news = new Sides(part(now, changed.stream().map(Pair::after).toList()));
        try (LoadedClient loaded = LoadedClient.of(part, options, compiler, classes);
                Loopback server = new Loopback()) {
            LockedClient client = new LockedClient(loaded, server);
            return changed.stream().map(pair -> one(client, pair, olds, news)).toList();
        } catch (SpecException e) {
            String why = "no client could be made: " + e.getMessage();
            return changed.stream().map(pair -> pair.obstacle(why)).toList();
        }
    }

    private static SpecDocument part(SpecDocument document, List<SpecOperation> operations) {
        ObjectNode root = document.root().deepCopy();
        return document.withRoot(Selection.select(
                root, operations.stream().map(SpecOperation::key).toList()));
    }

    private static Result one(LockedClient client, Pair pair, Sides olds, Sides news) {
        OperationModel operation = client.operation(pair.key());
        if (operation == null) {
            return pair.obstacle("the client does not have it");
        }
        OperationTrial trial = new OperationTrial(client, operation, olds.of(pair.before()), news.of(pair.after()));
        try {
            trial.run();
            return trial.result(pair.sunset());
        } catch (UnfitValueException | IOException e) {
            return pair.obstacle(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return pair.obstacle("internal error, please report: " + e);
        }
    }

    /** A document as requests and as answers see it. */
    private static final class Sides {
        private final SpecDocument requests;
        private final SpecDocument answers;
        private final Schemas requestSchemas;
        private final Schemas answerSchemas;

        Sides(SpecDocument document) {
            requests = Directed.without(document, "readOnly");
            answers = Directed.without(document, "writeOnly");
            requestSchemas = new Schemas(requests);
            answerSchemas = new Schemas(answers);
        }

        OperationTrial.Side of(SpecOperation operation) {
            return new OperationTrial.Side(
                    operation.in(requests), requestSchemas, operation.in(answers), answerSchemas);
        }
    }
}
