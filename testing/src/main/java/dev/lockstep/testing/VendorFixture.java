package dev.lockstep.testing;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * What a client's jar says of its vendor, in {@code META-INF/lockstep/<vendor>.json}. The build of the client wrote it, so it
 * is as it should be.
 *
 * @param path of the base URL, without a slash at its end
 * @param schemes by name
 * @param operations sorted by key
 */
record VendorFixture(String vendor, String path, Map<String, Scheme> schemes, List<FakeOperation> operations) {

    /** Where a credential is, and under which name it is configured after the vendor's. */
    record Scheme(String name, String kind, String parameter, String prefix, String config) {}

    /** A documented body. */
    record Documented(String type, @Nullable String body) {}

    /**
     * Reads the fixture of a vendor.
     *
     * @throws IllegalArgumentException if no jar on the class path has it
     */
    static VendorFixture of(String vendor, ClassLoader loader) {
        String resource = "META-INF/lockstep/" + vendor + ".json";
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "nothing is known of the vendor '" + vendor + "': no jar on the class" + " path has " + resource
                                + ". Add its client, usually dev.lockstep:lockstep-client-" + vendor);
            }
            return read(Objects.requireNonNull(
                    JsonReader.of(Okio.buffer(Okio.source(in))).readJsonValue()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static VendorFixture read(Object json) {
        Map<String, Scheme> schemes = new LinkedHashMap<>();
        object(at(json, "schemes"))
                .forEach((name, scheme) -> schemes.put(
                        name,
                        new Scheme(
                                name,
                                text(scheme, "kind"),
                                text(scheme, "name"),
                                text(scheme, "prefix"),
                                text(scheme, "config"))));
        String path = text(json, "path");
        List<FakeOperation> operations = new ArrayList<>();
        for (Object operation : list(at(json, "operations"))) {
            operations.add(operation(operation, path));
        }
        return new VendorFixture(text(json, "vendor"), path, schemes, List.copyOf(operations));
    }

    private static FakeOperation operation(Object json, String path) {
        List<List<String>> security = new ArrayList<>();
        for (Object alternative : list(at(json, "security"))) {
            security.add(list(alternative).stream().map(String.class::cast).toList());
        }
        List<FakeOperation.Parameter> parameters = new ArrayList<>();
        for (Object parameter : list(at(json, "parameters"))) {
            parameters.add(new FakeOperation.Parameter(text(parameter, "in"), text(parameter, "name")));
        }
        Map<String, Documented> responses = new LinkedHashMap<>();
        object(at(json, "responses"))
                .forEach((status, response) -> responses.put(
                        status,
                        object(response).containsKey("type")
                                ? new Documented(text(response, "type"), text(response, "body"))
                                : new Documented("", null)));
        return new FakeOperation(
                text(json, "key"),
                text(json, "name"),
                path,
                security,
                parameters,
                "required".equals(object(json).get("body")),
                responses);
    }

    private static Object at(Object json, String name) {
        return Objects.requireNonNull(object(json).get(name), name);
    }

    private static String text(Object json, String name) {
        return (String) at(json, name);
    }

    @SuppressWarnings("unchecked") // what JsonReader makes of objects
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked") // what JsonReader makes of arrays
    private static List<Object> list(Object json) {
        return (List<Object>) json;
    }
}
