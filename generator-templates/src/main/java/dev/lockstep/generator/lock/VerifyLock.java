package dev.lockstep.generator.lock;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.openapi.SpecSanitizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * The first step of a client module's build: verifies the lock by hash, then the document by our reader, so that
 * openapi-generator's own parser never opens one that fetches, expands or repeats anything. Then it writes the manifest of
 * the client's jar.
 *
 * <p>Run by Maven inside of its own process: it reports by exception, never by exiting.
 */
public final class VerifyLock {
    private VerifyLock() {}

    /**
     * Verifies, then writes.
     *
     * @param args the vendor's folder, and the manifest to write
     * @throws LockMismatchException when a file differs from the lock
     * @throws dev.lockstep.openapi.SpecException when the document is refused
     */
    public static void main(String... args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected: VENDOR_FOLDER MANIFEST_FILE");
        }
        Path folder = Path.of(args[0]);
        Lock lock = LockVerifier.verify(folder).orThrow();
        SpecDocument document = SpecReader.read(folder.resolve(lock.spec().file()));
        SpecSanitizer.sanitize(document, true);
        write(Path.of(args[1]), manifest(lock));
    }

    /** A client jar's manifest. */
    static Manifest manifest(Lock lock) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.IMPLEMENTATION_TITLE, lock.client().className());
        attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, lock.client().version());
        attributes.putValue("Automatic-Module-Name", lock.client().packageName());
        attributes.putValue("Lockstep-Vendor", lock.vendor());
        attributes.putValue("Lockstep-Generator", lock.generator());
        return manifest;
    }

    private static void write(Path file, Manifest manifest) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            manifest.write(out);
        }
    }
}
