package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of OkHttp on a class path are both named. */
class ClassPathCheckTest {
    @TempDir
    Path directory;

    private URL jar(String name) throws Exception {
        Path jar = directory.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new ZipEntry("okhttp3/OkHttpClient.class"));
            entries.closeEntry();
        }
        return jar.toUri().toURL();
    }

    @Test
    void oneCopy() throws Exception {
        URL[] path = {jar("okhttp-jvm-5.jar")};
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            assertNull(ClassPathCheck.problem(loader));
        }
        ClassPathCheck.run();
    }

    @Test
    void twoCopies() throws Exception {
        URL[] path = {jar("okhttp-4.12.0.jar"), jar("okhttp-jvm-5.5.1.jar")};
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            assertEquals(
                    "OkHttp is on the class path 2 times: jar:" + path[0] + " and jar:" + path[1]
                            + ". Which one runs depends on their order. Keep okhttp-jvm 5 and exclude the other"
                            + " (com.squareup.okhttp3:okhttp), or import lockstep-bom first",
                    ClassPathCheck.problem(loader));
        }
    }

    @Test
    void noCopyThatCanBeSeen() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[0], null)) {
            assertNull(ClassPathCheck.problem(loader));
        }
    }
}
