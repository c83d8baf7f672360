package dev.lockstep.generator.sample;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.openapi.DeepWork;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A step of a client module's build: writes {@code META-INF/lockstep/<vendor>.json} into the client's jar, from which
 * {@code lockstep-testing} starts a fake of the vendor. The same locked spec gives the same bytes.
 *
 * <p>Run by Maven inside of its own process: it reports by exception, never by exiting.
 */
public final class WriteFixture {
    private WriteFixture() {}

    /**
     * Writes.
     *
     * @param args the vendor's folder, and the folder of its client's classes
     * @throws dev.lockstep.generator.lock.LockMismatchException when a file differs from the lock
     */
    public static void main(String... args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected: VENDOR_FOLDER CLASSES_FOLDER");
        }
        Path folder = Path.of(args[0]);
        Lock lock = LockVerifier.verify(folder).orThrow();
        SpecDocument document = SpecReader.read(folder.resolve(lock.spec().file()));
        Path file = Path.of(args[1], "META-INF", "lockstep", lock.vendor() + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text(document, GeneratorOptions.fromLock(lock)), StandardCharsets.UTF_8);
    }

    /** The fixture of a document: one line of JSON. */
    static String text(SpecDocument document, GeneratorOptions options) {
        return DeepWork.on(
                document, () -> new Fixture(document, ClientGenerator.model(document, options)).json() + "\n");
    }
}
