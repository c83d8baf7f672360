package dev.lockstep.benchmarks.generation;

import dev.lockstep.benchmarks.process.Command;
import dev.lockstep.benchmarks.process.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** openapi-generator's java client of library retrofit2 with Jackson, without docs and tests; then javac. Two processes. */
final class Stock implements Generator {
    private final Path stock;
    private final String java;
    private final String javac;

    /**
     * @param stock holds openapi-generator-cli.jar, and lib/ with what its clients need
     */
    Stock(Path stock) {
        this.stock = stock;
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        this.java = bin.resolve("java").toString();
        this.javac = bin.resolve("javac").toString();
    }

    @Override
    public String name() {
        return "java/retrofit2";
    }

    @Override
    public Result run(Path spec, Path out) throws IOException, InterruptedException {
        Measured generate = Command.run(
                List.of(
                        java,
                        "-jar",
                        stock.resolve("openapi-generator-cli.jar").toString(),
                        "generate",
                        "--generator-name",
                        "java",
                        "--library",
                        "retrofit2",
                        "--additional-properties",
                        "serializationLibrary=jackson,hideGenerationTimestamp=true",
                        "--global-property",
                        "apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                        "--input-spec",
                        spec.toString(),
                        "--output",
                        out.toString()),
                out.resolveSibling("stock"));
        List<Path> sources = sources(out.resolve("src/main/java"));
        if (!generate.ok() || sources.isEmpty()) {
            return new Result(
                    false, false, 0, 0, sources.size(), lines(sources), 0, generate.wallMillis(), 0, generate);
        }
        Path arguments = out.resolve("sources.txt");
        Files.write(arguments, sources.stream().map(Path::toString).toList());
        Measured compile = Command.run(
                List.of(
                        javac,
                        "-proc:none",
                        "-nowarn",
                        "-encoding",
                        "UTF-8",
                        "-classpath",
                        stock.resolve("lib") + "/*",
                        "-d",
                        out.resolve("classes").toString(),
                        "@" + arguments),
                out.resolveSibling("javac"));
        return new Result(
                true,
                compile.ok(),
                0,
                0,
                sources.size(),
                lines(sources),
                0,
                generate.wallMillis(),
                compile.wallMillis(),
                generate.then(compile));
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static long lines(List<Path> sources) throws IOException {
        long lines = 0;
        for (Path source : sources) {
            try (Stream<String> text = Files.lines(source)) {
                lines += text.count();
            }
        }
        return lines;
    }
}
