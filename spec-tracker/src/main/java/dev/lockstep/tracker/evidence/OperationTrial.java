package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ResultModel;
import dev.lockstep.generator.sample.Probes;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.loaded.StrictJson;
import dev.lockstep.tracker.loaded.UnfitValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tries one operation: its requests against the new document, the new document's answers against its client. */
final class OperationTrial {
    private final LockedClient client;
    private final OperationModel operation;
    private final Side old;
    private final Side now;
    private final Set<Failure> failures = new TreeSet<>();
    private final Set<String> gaps = new TreeSet<>();
    private int answers;
    private int requests;

    /** An operation in one document, as requests and as answers see it. */
    record Side(SpecOperation requests, Schemas requestSchemas, SpecOperation answers, Schemas answerSchemas) {}

    OperationTrial(LockedClient client, OperationModel operation, Side old, Side now) {
        this.client = client;
        this.operation = operation;
        this.old = old;
        this.now = now;
    }

    /**
     * Tries it.
     *
     * @throws UnfitValueException if no call could be made
     */
    void run() throws IOException {
        List<Schemas> read = List.of(now.requestSchemas(), now.answerSchemas());
        read.forEach(Schemas::unread);
        Set<String> schemes = schemes();
        List<JsonNode> places = Changes.of(old.requests(), now.requests());
        Calls made = new Calls(client.loaded(), operation, old.requests(), old.requestSchemas(), probes(), places);
        List<Calls.Call> calls = made.all();
        gaps.addAll(made.unmade());
        List<Loopback.Sent> sent = new ArrayList<>();
        Calls.Call plain = null;
        String refusal = "";
        for (Calls.Call call : calls) {
            LockedClient.Outcome outcome =
                    client.call(operation, schemes, call.method(), call.arguments(), Loopback.Answer.EMPTY);
            if (outcome.sent() != null) {
                sent.add(outcome.sent());
                plain = plain == null ? call : plain;
            } else {
                refusal = outcome.refusal();
            }
        }
        if (plain == null) {
            throw new UnfitValueException("no call could be made: " + refusal);
        }
        for (List<String> alternative : operation.security()) {
            Set<String> other = Set.copyOf(alternative);
            if (!other.equals(schemes)) {
                LockedClient.Outcome outcome =
                        client.call(operation, other, plain.method(), plain.arguments(), Loopback.Answer.EMPTY);
                if (outcome.sent() != null) {
                    sent.add(outcome.sent());
                }
            }
        }
        requests(sent);
        servers();
        if (!schemes.isEmpty() && now.requests().security().stream().allMatch(List::isEmpty)) {
            failures.add(new Failure("credentials", "$", "sent where none is wanted"));
        }
        answers(plain, schemes, sent.get(0).header("accept"));
        for (Schemas schemas : read) {
            schemas.unread().forEach(place -> gaps.add("no validator reads the schema at " + place));
        }
    }

    private Set<String> schemes() {
        return operation.security().isEmpty()
                ? Set.of()
                : Set.copyOf(operation.security().get(0));
    }

    /** Limits of the new document: what the old one leaves room for is tried at them. */
    private Probes probes() {
        return Probes.of(Description.of(now.requests()).values());
    }

    private void requests(List<Loopback.Sent> sent) {
        requests = sent.size();
        Set<String> carriers = RequestCheck.carriers(old.requests());
        RequestCheck check = new RequestCheck(now.requests(), now.requestSchemas());
        RequestCheck told =
                new RequestCheck(now.requests(), now.requestSchemas().nearest());
        RequestCheck own = new RequestCheck(old.requests(), old.requestSchemas());
        for (Loopback.Sent each : sent) {
            Set<Failure> found = check.failures(each, client.base(), carriers);
            if (!found.isEmpty()) {
                Set<String> known = places(own.failures(each, client.base(), carriers));
                found.removeIf(failure -> known.contains(place(failure)));
                Set<Failure> nearest = new TreeSet<>(told.failures(each, client.base(), carriers));
                nearest.retainAll(found);
                failures.addAll(nearest.isEmpty() ? found : nearest);
            }
        }
    }

    private static Set<String> places(Set<Failure> failures) {
        Set<String> places = new HashSet<>();
        failures.forEach(failure -> places.add(place(failure)));
        return places;
    }

    private static String place(Failure failure) {
        return failure.where() + " " + failure.path();
    }

    /** A server that was documented, and is not any more. */
    private void servers() {
        String server = client.loaded().model().server().replaceFirst("/+$", "");
        if (old.requests().servers().contains(server)
                && !now.requests().servers().contains(server)) {
            failures.add(new Failure("server " + server, "$", "no longer documented"));
        }
    }

    private void answers(Calls.Call plain, Set<String> schemes, String accept) {
        Answers documented = new Answers(now.answers(), now.answerSchemas(), Changes.of(now.answers(), old.answers()));
        Map<Integer, Node> statuses = documented.byStatus();
        Answers before = new Answers(old.answers(), old.answerSchemas(), Changes.of(old.answers(), now.answers()));
        boolean succeeded = before.byStatus().keySet().stream().anyMatch(status -> status < 300);
        if (succeeded && statuses.keySet().stream().noneMatch(status -> status < 300)) {
            failures.add(new Failure("answer", "$", "no success is documented any more"));
        }
        for (Map.Entry<Integer, Node> status : statuses.entrySet()) {
            Node known = before.byStatus().get(status.getKey());
            if (known != null
                    && operation.result().kind() != ResultModel.Kind.NONE
                    && status.getKey() < 300
                    && !known.value().path("content").isEmpty()
                    && status.getValue().value().path("content").isEmpty()) {
                failures.add(new Failure("answer " + status.getKey(), "$", "no body any more"));
            }
            List<Loopback.Answer> all = documented.of(status.getKey(), status.getValue(), accept);
            Set<Failure> found = taken(plain, schemes, all, known);
            if (!found.isEmpty()) {
                Set<String> usual = known == null
                        ? Set.of()
                        : places(taken(plain, schemes, before.of(status.getKey(), known, accept), known));
                found.removeIf(failure -> usual.contains(place(failure)));
                failures.addAll(found);
            }
            answers += all.size();
        }
        gaps.addAll(documented.unmade());
    }

    /**
     * What the client makes of answers. Where no answer has a shape or a listed value that it knows, it understands none; one
     * that claims to be of a shape that it knows must be read as such.
     *
     * @param known what the old document says of the status; null for nothing
     */
    private Set<Failure> taken(Calls.Call plain, Set<String> schemes, List<Loopback.Answer> all, @Nullable Node known) {
        Set<Failure> found = new TreeSet<>();
        Map<String, Integer> undecoded = new TreeMap<>();
        for (Loopback.Answer answer : new LinkedHashSet<>(all)) {
            LockedClient.Outcome outcome = client.call(operation, schemes, plain.method(), plain.arguments(), answer);
            found.addAll(outcome.failures());
            for (String path : outcome.undecoded()) {
                undecoded.merge(path, 1, Integer::sum);
                if (known != null && claims(known, answer, path)) {
                    found.add(new Failure(
                            "answer " + answer.status(), path, "not read as the shape that it says it has"));
                }
            }
            if (outcome.sent() == null) {
                found.add(new Failure("answer " + answer.status(), "$", outcome.refusal()));
            }
        }
        undecoded.forEach((path, count) -> {
            if (count == all.size()) {
                found.add(new Failure("answer " + all.get(0).status(), path, "nothing that was known before"));
            }
        });
        return found;
    }

    private boolean claims(Node known, Loopback.Answer answer, String path) {
        JsonNode schema = known.get("content").get(answer.type()).get("schema").value();
        if (schema.isMissingNode() || !MediaType.isJson(answer.type())) {
            return false;
        }
        try {
            return new Claims(old.answers().node().document(), schema)
                    .known(StrictJson.parse(answer.body().utf8()), path);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    Result result(String sunset) {
        return new Result(operation.key(), answers, requests, List.copyOf(failures), "", List.copyOf(gaps), sunset);
    }
}
