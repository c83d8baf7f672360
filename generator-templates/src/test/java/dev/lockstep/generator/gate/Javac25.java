package dev.lockstep.generator.gate;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.JavaCompiler;

/** The compiler of JDK 25, out of a jar: none of its classes meets those of the JDK that runs this. */
final class Javac25 {
    private static final JavaCompiler COMPILER = load();

    private Javac25() {}

    static JavaCompiler compiler() {
        return COMPILER;
    }

    private static JavaCompiler load() {
        Path jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(each -> each.getFileName().toString().startsWith("nb-javac-jdk-25"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nb-javac is not on the class path"));
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return (JavaCompiler) loader.loadClass("com.sun.tools.javac.api.JavacTool")
                    .getMethod("create")
                    .invoke(null);
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException(jar + " has no javac", e);
        }
    }
}
