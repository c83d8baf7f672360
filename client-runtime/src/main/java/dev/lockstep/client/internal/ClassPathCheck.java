package dev.lockstep.client.internal;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Finds two copies of OkHttp: which of them runs would be a matter of order. */
final class ClassPathCheck {
    private static final String RESOURCE = "okhttp3/OkHttpClient.class";

    private ClassPathCheck() {}

    /**
     * Looks once.
     *
     * @throws IllegalStateException naming both jars
     */
    static void run() {
        String problem = Found.PROBLEM;
        if (problem != null) {
            throw new IllegalStateException(problem);
        }
    }

    /** What is wrong with the class path of a loader, or null. */
    static @Nullable String problem(ClassLoader loader) {
        Set<String> jars = new LinkedHashSet<>();
        try {
            List<URL> found = new ArrayList<>(Collections.list(loader.getResources(RESOURCE)));
            for (URL url : found) {
                String text = url.toString();
                jars.add(
                        text.endsWith("!/" + RESOURCE)
                                ? text.substring(0, text.length() - RESOURCE.length() - 2)
                                : text);
            }
        } catch (IOException e) {
            return null;
        }
        if (jars.size() < 2) {
            return null;
        }
        return "OkHttp is on the class path " + jars.size() + " times: " + String.join(" and ", jars)
                + ". Which one runs depends on their order. Keep okhttp-jvm 5 and exclude the other"
                + " (com.squareup.okhttp3:okhttp), or import lockstep-bom first";
    }

    private static final class Found {
        static final @Nullable String PROBLEM = find();

        private static @Nullable String find() {
            ClassLoader loader = OkHttpClient.class.getClassLoader();
            return problem(loader != null ? loader : ClassLoader.getSystemClassLoader());
        }
    }
}
