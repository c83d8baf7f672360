package dev.lockstep.benchmarks.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.ByteString;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One page of orders from and to bytes: the generated adapters, Moshi's reflection, and Jackson's as the stock client sets it up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class JsonBenchmark {
    private final ByteString bytes = ByteString.encodeUtf8(OrderText.PAGE.json());
    private final JsonAdapter<OrderPage> generated = OrderPage.ADAPTER;
    private final JsonAdapter<PlainPage> reflection = PlainAdapters.moshi().adapter(PlainPage.class);
    private final ObjectMapper jackson = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private final OrderPage page = sample(generated);
    private final PlainPage plain = sample(reflection);

    private static <T> T sample(JsonAdapter<T> adapter) {
        try {
            return Objects.requireNonNull(adapter.fromJson(OrderText.PAGE.json()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public OrderPage decodeGenerated() throws IOException {
        return Objects.requireNonNull(generated.fromJson(new Buffer().write(bytes)));
    }

    @Benchmark
    public PlainPage decodeMoshiReflection() throws IOException {
        return Objects.requireNonNull(reflection.fromJson(new Buffer().write(bytes)));
    }

    @Benchmark
    public PlainPage decodeJackson() throws IOException {
        return jackson.readValue(new Buffer().write(bytes).inputStream(), PlainPage.class);
    }

    @Benchmark
    public Buffer encodeGenerated() throws IOException {
        Buffer buffer = new Buffer();
        generated.toJson(buffer, page);
        return buffer;
    }

    @Benchmark
    public Buffer encodeMoshiReflection() throws IOException {
        Buffer buffer = new Buffer();
        reflection.toJson(buffer, plain);
        return buffer;
    }

    @Benchmark
    public Buffer encodeJackson() throws IOException {
        Buffer buffer = new Buffer();
        jackson.writeValue(buffer.outputStream(), plain);
        return buffer;
    }
}
