package dev.lockstep.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command and measures it from outside. */
public final class Command {
    private static final long LOOK_MILLIS = 10;

    private Command() {}

    /**
     * Runs a command to its end; what it says goes to a file beside its output.
     *
     * @param log where both of its outputs are kept: {@code log.out} and {@code log.err}
     */
    public static Measured run(List<String> command, Path log) throws IOException, InterruptedException {
        Path out = log.resolveSibling(log.getFileName() + ".out");
        Path err = log.resolveSibling(log.getFileName() + ".err");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        long cpu = 0;
        long peak = 0;
        boolean ended = false;
        while (!ended) {
            ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            cpu = Math.max(cpu, cpuMillis(process));
            peak = Math.max(peak, peakKib(process.pid()));
        }
        long wall = (System.nanoTime() - start) / 1_000_000;
        return new Measured(process.exitValue(), wall, cpu, peak, Files.readString(out));
    }

    private static long cpuMillis(Process process) {
        return process.info()
                .totalCpuDuration()
                .map(java.time.Duration::toMillis)
                .orElse(0L);
    }

    /** The high-water mark that Linux keeps of each process. */
    private static long peakKib(long pid) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            if (Files.isDirectory(Path.of("/proc", Long.toString(pid)))) {
                throw e;
            }
            return 0;
        }
    }
}
