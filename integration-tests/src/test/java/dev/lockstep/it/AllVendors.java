package dev.lockstep.it;

import dev.lockstep.client.Config;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.testing.Answer;
import dev.lockstep.testing.FakeVendor;
import dev.lockstep.testing.Received;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fake of each vendor, and conversations that hold a different credential for each. */
final class AllVendors implements AutoCloseable {
    /** Part of every credential: it must show up nowhere but in the one header. */
    static final String CANARY = "canary0";

    private final SortedMap<String, FakeVendor> fakes = new TreeMap<>();
    private final List<DriftEvent> drift = new CopyOnWriteArrayList<>();

    AllVendors() {
        for (String vendor : Documented.VENDORS) {
            fakes.put(vendor, FakeVendor.of(vendor));
        }
    }

    static String credential(String vendor) {
        return CANARY + "-" + vendor;
    }

    FakeVendor fake(String vendor) {
        FakeVendor fake = fakes.get(vendor);
        if (fake == null) {
            throw new IllegalArgumentException(vendor);
        }
        return fake;
    }

    /** Answers the next requests, one each. */
    void answer(Documented operation, Answer... answers) {
        fake(operation.vendor()).answerNext(operation.method + " " + operation.template, answers);
    }

    /** A JSON answer, or one without a body where the text is empty. */
    void answer(Documented operation, int status, String body) {
        answer(operation, Answer.of(status, body));
    }

    Received received(Documented operation) {
        return fake(operation.vendor()).received(operation.method + " " + operation.template);
    }

    /** Base URLs of all vendors, and every vendor's credential. */
    Map<String, String> configuration() {
        Map<String, String> values = new TreeMap<>();
        fakes.forEach((vendor, fake) -> {
            values.put(vendor + ".base-url", fake.baseUrl());
            values.put(Documented.credentialName(vendor), credential(vendor));
        });
        return values;
    }

    Conversations.Builder builder() {
        return Conversations.builder().config(Config.of(configuration())).driftListener(drift::add);
    }

    Conversations conversations() {
        return builder().build();
    }

    /** What the drift listener of {@link #builder()} was told. */
    List<DriftEvent> drift() {
        return drift;
    }

    @Override
    public void close() {
        fakes.values().forEach(FakeVendor::close);
    }
}
