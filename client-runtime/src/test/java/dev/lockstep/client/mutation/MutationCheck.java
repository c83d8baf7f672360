package dev.lockstep.client.mutation;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Turns each {@link Mutants mutant} into classes and runs the tests against them until one fails. A program for CI: prints
 * a figure, and exits with 1 if a mutant lives.
 *
 * <p>Arguments: the folder of the runtime's sources, and a folder for classes.
 */
public final class MutationCheck {
    private static final String PACKAGE = "dev.lockstep.client.";

    private static final List<String> TESTS = List.of(
            "RetryTableTest",
            "internal.HttpClientsTest",
            "SafetyTest",
            "RetryAfterTest",
            "CredentialTest",
            "LifecycleTest",
            "FaultTest",
            "InterruptTest",
            "TlsTest");

    private final Path sources;
    private final Path work;

    private MutationCheck(Path sources, Path work) {
        this.sources = sources;
        this.work = work;
    }

    /** Runs all mutants. */
    public static void main(String[] arguments) throws Exception {
        MutationCheck check = new MutationCheck(Path.of(arguments[0]), Path.of(arguments[1]));
        System.exit(check.run(System.out) ? 0 : 1);
    }

    private boolean run(PrintStream out) throws Exception {
        List<Mutant> mutants = Mutants.all();
        List<Mutant> alive = new ArrayList<>();
        for (Mutant mutant : mutants) {
            String killer = killer(mutant);
            out.printf(
                    "%-8s %s%n",
                    killer.isEmpty() ? "ALIVE" : "found", mutant + (killer.isEmpty() ? "" : ", by " + killer));
            if (killer.isEmpty()) {
                alive.add(mutant);
            }
        }
        out.println((mutants.size() - alive.size()) + " of " + mutants.size() + " mutants were found");
        out.println("gate runtime-flags-and-rows-found " + (mutants.size() - alive.size()));
        return alive.isEmpty();
    }

    /** The first test that fails, or an empty text. */
    private String killer(Mutant mutant) throws Exception {
        Path classes = Files.createTempDirectory(work, "mutant");
        compile(mutant, classes);
        for (String test : order(mutant)) {
            String failed = isolated(classes, PACKAGE + test).call();
            if (!failed.isEmpty()) {
                return failed;
            }
        }
        return "";
    }

    /** The test that is there for the mutant, then the others. */
    private static List<String> order(Mutant mutant) {
        List<String> tests = new ArrayList<>(TESTS);
        tests.remove(mutant.guard());
        tests.add(0, mutant.guard());
        return tests;
    }

    private void compile(Mutant mutant, Path classes) throws IOException {
        String path = "dev/lockstep/client/internal/" + mutant.file() + ".java";
        Path changed = Files.createDirectories(classes.resolve("src")).resolve(mutant.file() + ".java");
        Files.writeString(changed, mutant.applyTo(Files.readString(sources.resolve(path))));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(
                            new PrintWriter(messages), files, null, options, null, files.getJavaFileObjects(changed))
                    .call()) {
                throw new IllegalStateException(mutant + " does not compile: " + messages);
            }
        }
    }

    /** A run of a test class in a world of its own, whose runtime is the mutant's. */
    @SuppressWarnings("unchecked") // the other world's class is this world's source
    private static Callable<String> isolated(Path mutant, String test) throws Exception {
        List<URL> path = new ArrayList<>();
        path.add(mutant.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        World world = new World(path.toArray(URL[]::new));
        Class<?> runner = Class.forName(TestRun.class.getName(), true, world);
        Callable<String> run =
                (Callable<String>) runner.getDeclaredConstructor(String.class).newInstance(test);
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(world);
            try (world) {
                return run.call();
            } finally {
                thread.setContextClassLoader(before);
            }
        };
    }

    /** Classes of ours are loaded anew, libraries are shared. */
    private static final class World extends URLClassLoader {
        World(URL[] path) {
            super(path, MutationCheck.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.lockstep.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
