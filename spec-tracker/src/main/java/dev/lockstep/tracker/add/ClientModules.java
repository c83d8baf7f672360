package dev.lockstep.tracker.add;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.store.VendorStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shared lists that a vendor's client stands in: the modules of {@code generated-clients/pom.xml} and the entries of the
 * BOM. What {@link #list} writes, {@link #unlist} takes out again byte for byte.
 */
final class ClientModules {
    private static final Pattern VERSION = Pattern.compile("<parent>.*?<version>([^<]+)</version>", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("[ \\t]*<module>([^<]+)</module>\\r?\\n");
    private static final Pattern ENTRY = Pattern.compile(
            "[ \\t]*<dependency>\\s*<groupId>dev\\.lockstep</groupId>\\s*<artifactId>lockstep-client-([a-z0-9-]+)</artifactId>"
                    + "\\s*<version>[^<]+</version>\\s*</dependency>\\r?\\n");

    private final Path folder;

    /**
     * @param root of the repository
     */
    ClientModules(Path root) {
        this.folder = root.resolve("generated-clients");
    }

    /** Whether this repository builds clients at all. */
    boolean exist() {
        return Files.isRegularFile(modules());
    }

    Path module(String vendor) {
        return folder.resolve(vendor);
    }

    private Path modules() {
        return folder.resolve("pom.xml");
    }

    private Path bom() {
        return folder.resolve("bom/pom.xml");
    }

    /** Whether a vendor's client is among the modules. */
    boolean isListed(String vendor) {
        return exist() && read(modules()).contains("<module>" + vendor + "</module>");
    }

    /** Writes a client's pom, and puts it among the modules and into the BOM. */
    void list(String vendor, String title) {
        String modules = read(modules());
        String bom = Files.isRegularFile(bom()) ? read(bom()) : null;
        String listed = withModule(modules, vendor);
        String entered = bom == null ? null : withEntry(bom, vendor);
        VendorStore.replace(module(vendor).resolve("pom.xml"), pom(modules, vendor, title));
        if (entered != null) {
            VendorStore.replace(bom(), entered);
        }
        VendorStore.replace(modules(), listed);
    }

    /** Takes a client off the lists; its own folder stays. */
    void unlist(String vendor) {
        VendorStore.replace(
                modules(), read(modules()).replaceFirst("[ \\t]*<module>" + vendor + "</module>\\r?\\n", ""));
        if (Files.isRegularFile(bom())) {
            String bom = read(bom());
            Matcher entries = ENTRY.matcher(bom);
            while (entries.find()) {
                if (entries.group(1).equals(vendor)) {
                    VendorStore.replace(bom(), bom.substring(0, entries.start()) + bom.substring(entries.end()));
                    return;
                }
            }
        }
    }

    /** Sorted among the other clients; the BOM's module stays the last. */
    private String withModule(String pom, String vendor) {
        Matcher modules = MODULE.matcher(pom);
        int at = -1;
        int afterLast = -1;
        while (modules.find() && at < 0) {
            if (modules.group(1).equals("bom")) {
                afterLast = afterLast < 0 ? modules.start() : afterLast;
            } else if (modules.group(1).compareTo(vendor) > 0) {
                at = modules.start();
            } else {
                afterLast = modules.end();
            }
        }
        at = at < 0 ? afterLast : at;
        if (at < 0) {
            throw new SpecException(modules().toString(), 0, "#", "has no <modules> to list the client in");
        }
        return pom.substring(0, at) + "    <module>" + vendor + "</module>" + newline(pom) + pom.substring(at);
    }

    private String withEntry(String pom, String vendor) {
        Matcher entries = ENTRY.matcher(pom);
        int at = -1;
        while (entries.find()) {
            boolean runtime = entries.group(1).equals("runtime");
            if (!runtime && entries.group(1).compareTo(vendor) > 0) {
                at = entries.start();
                break;
            }
            at = entries.end();
        }
        if (at < 0) {
            int end = pom.lastIndexOf("</dependencies>");
            if (end < 0) {
                throw new SpecException(bom().toString(), 0, "#", "has no <dependencies> to enter the client in");
            }
            at = pom.lastIndexOf('\n', end) + 1;
        }
        String entry = """
                      <dependency>
                        <groupId>dev.lockstep</groupId>
                        <artifactId>lockstep-client-%s</artifactId>
                        <version>${project.version}</version>
                      </dependency>
                """.formatted(vendor);
        return pom.substring(0, at) + entry.replace("\n", newline(pom)) + pom.substring(at);
    }

    private static String pom(String parent, String vendor, String title) {
        Matcher version = VERSION.matcher(parent);
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>dev.lockstep</groupId>
                    <artifactId>lockstep-generated-clients</artifactId>
                    <version>%s</version>
                  </parent>

                  <artifactId>lockstep-client-%s</artifactId>

                  <name>Lockstep client of %s</name>

                  <properties>
                    <lockstep.vendor>%s</lockstep.vendor>
                  </properties>

                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.codehaus.mojo</groupId>
                        <artifactId>exec-maven-plugin</artifactId>
                      </plugin>
                      <plugin>
                        <groupId>org.openapitools</groupId>
                        <artifactId>openapi-generator-maven-plugin</artifactId>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """;
        return text.formatted(version.find() ? version.group(1) : "0.1.1", vendor, title, vendor)
                .replace("\n", newline(parent));
    }

    private static String newline(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
