package dev.lockstep.tracker.workspace;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The folder of a vendor, {@code specs/<vendor>}, and the names of what is in it.
 *
 * @param path the folder
 */
public record VendorFolder(Path path) {
    /** The vendor's name. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Hand-written: sources, wanted operations, names. */
    public Path vendorYaml() {
        return path.resolve("vendor.yaml");
    }

    /** Hand-written: what the vendor says only in prose. */
    public Path overlay() {
        return path.resolve("overlay.yaml");
    }

    /** The spec that the client is generated from. */
    public Path spec() {
        return path.resolve("openapi.yaml");
    }

    /** Hashes and names of what is locked. */
    public Path lock() {
        return path.resolve("lock.json");
    }

    /** The client's public surface. */
    public Path api() {
        return path.resolve("client.api");
    }

    /** Hand-written: findings that the team judged wrong. */
    public Path muted() {
        return path.resolve("muted.yaml");
    }

    /** What changed when, and why it was accepted. */
    public Path changelog() {
        return path.resolve("CHANGELOG.md");
    }

    /** Where a source is kept. */
    public Path file(Source source) {
        return path.resolve(source.file());
    }

    /** How a file of this folder is called in messages: {@code specs/tavus/openapi.yaml}. */
    public String display(Path file) {
        return "specs/" + name() + "/" + path.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Reads a document of this folder under the name that messages use.
     *
     * @throws SpecException when it is missing, or its content is refused
     */
    public SpecDocument document(Path file) {
        try {
            return SpecReader.parse(Files.readString(file), display(file));
        } catch (NoSuchFileException e) {
            throw new SpecException(display(file), 0, "#", "no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + display(file), e);
        }
    }
}
