package dev.lockstep.benchmarks.orders;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole call, down to OkHttp's sockets, without a network: what is left of its time is the client's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
public class CallBenchmark {
    @Param
    public OrderText answer = OrderText.EMPTY;

    @Param
    public Peer peer = Peer.GENERATED;

    private Peer.Exchange exchange = () -> "";

    @Setup
    public void connect() {
        exchange = peer.to("http://127.0.0.1:1/", new MemorySockets(answer.answer()));
    }

    @Benchmark
    public Object call() throws IOException {
        return exchange.make();
    }
}
