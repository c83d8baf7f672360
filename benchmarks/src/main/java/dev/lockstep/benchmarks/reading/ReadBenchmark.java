package dev.lockstep.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A document from its text to a tree: our reader, which keeps each place's line and refuses what hides things, beside Jackson.
 * {@code -p spec=FILE} names the document.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReadBenchmark {
    @Param("benchmarks/src/main/openapi/orders.yaml")
    public String spec = "";

    private String text = "";
    private ObjectMapper jackson = new ObjectMapper();

    @Setup
    public void read() throws IOException {
        text = Files.readString(Path.of(spec));
        if (!spec.endsWith(".json")) {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            jackson = new ObjectMapper(
                    YAMLFactory.builder().loaderOptions(options).build());
        }
    }

    @Benchmark
    public SpecDocument specReader() {
        return SpecReader.parse(text, spec);
    }

    @Benchmark
    public JsonNode jacksonTree() throws IOException {
        return jackson.readTree(text);
    }
}
