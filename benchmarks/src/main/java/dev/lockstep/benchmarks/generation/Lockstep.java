package dev.lockstep.benchmarks.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.benchmarks.process.Command;
import dev.lockstep.benchmarks.process.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Ours: {@code ./lockstep generate SPEC --compile}, one process. */
final class Lockstep implements Generator {
    private final Path root;

    Lockstep(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "retrofit-moshi";
    }

    @Override
    public Result run(Path spec, Path out) throws IOException, InterruptedException {
        Measured whole = Command.run(
                List.of(
                        root.resolve("lockstep").toString(),
                        "generate",
                        spec.toString(),
                        "--out",
                        out.toString(),
                        "--compile",
                        "--format",
                        "json"),
                out.resolveSibling("lockstep"));
        JsonNode line = new ObjectMapper().readTree(whole.output());
        JsonNode millis = line.path("millis");
        return new Result(
                line.path("files").asInt() > 0,
                line.path("ok").asBoolean(),
                line.path("operations").asInt(),
                line.path("schemas").asInt(),
                line.path("files").asInt(),
                line.path("lines").asLong(),
                millis.path("read").asLong(),
                millis.path("generate").asLong(),
                millis.path("compile").asLong(),
                whole);
    }
}
