package dev.lockstep.generator.names;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that generated code uses itself and that no schema, property or parameter may take. */
public final class Reserved {
    private static final Map<String, String> LIBRARY = new TreeMap<>();

    static {
        library(
                "dev.lockstep.client",
                List.of(
                        "ApiCall",
                        "ApiClient",
                        "BinaryBody",
                        "CallOptions",
                        "ClientBuilder",
                        "ClientDefinition",
                        "ErrorBody",
                        "EventStream",
                        "Operation",
                        "PathParameters",
                        "Requirement",
                        "RetryClass",
                        "Secured",
                        "SecurityScheme"));
        library(
                "dev.lockstep.client.json",
                List.of(
                        "AdapterTable",
                        "Bodies",
                        "EnumAdapter",
                        "Json",
                        "JsonModel",
                        "JsonUnion",
                        "JsonValue",
                        "ModelAdapter",
                        "ModelBuilder",
                        "ModelData",
                        "Need",
                        "OpenEnum",
                        "Parameters",
                        "Property",
                        "Trait",
                        "UnionShape",
                        "Upload",
                        "Variant"));
        library("com.squareup.moshi", List.of("JsonAdapter"));
        library("okhttp3", List.of("RequestBody"));
        library("okio", List.of("ByteString"));
        library("java.math", List.of("BigDecimal", "BigInteger"));
        library("java.net", List.of("URI"));
        library("java.time", List.of("Duration", "LocalDate", "OffsetDateTime", "OffsetTime"));
        library("java.util", List.of("List", "Map", "Objects", "UUID"));
        library("java.util.function", List.of("Supplier"));
        library("org.jspecify.annotations", List.of("NullMarked", "Nullable"));
        library(
                "retrofit2.http",
                List.of(
                        "Body",
                        "DELETE",
                        "GET",
                        "HEAD",
                        "HTTP",
                        "Header",
                        "Headers",
                        "OPTIONS",
                        "PATCH",
                        "POST",
                        "PUT",
                        "Path",
                        "Query",
                        "QueryMap"));
    }

    /** Of java.lang what generated code uses, and what an import on demand in a user's file would make ambiguous. */
    private static final Set<String> LANGUAGE = Set.of(
            "Boolean",
            "Builder",
            "Class",
            "Deprecated",
            "Double",
            "Enum",
            "Float",
            "Integer",
            "Iterable",
            "Long",
            "Module",
            "Number",
            "Object",
            "Override",
            "Package",
            "Record",
            "String",
            "SuppressWarnings",
            "System",
            "Thread",
            "Values",
            "Void");

    /** Windows has no file of these names, whatever their suffix. */
    private static final Set<String> DEVICES = Set.of(
            "aux", "con", "nul", "prn", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private static final Set<String> TYPES = Stream.of(LIBRARY.keySet(), LANGUAGE, DEVICES)
            .flatMap(Set::stream)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Constants of generated classes: within one, a class of such a name could not be named. */
    private static final Set<String> CONSTANTS = Set.of("ADAPTER", "NONE", "SHAPE", "UNKNOWN");

    /** What nested classes of unions are called. */
    private static final Pattern VARIANT = Pattern.compile("Of[A-Z0-9].*");

    /** Accessors of a model must not hide what every object or model can do. */
    private static final Set<String> MEMBERS = Set.of(
            "build",
            "builder",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toBuilder",
            "toString",
            "unknownProperties",
            "validate",
            "wait");

    /** Parameters must not hide fields of an API class. */
    private static final Set<String> PARAMETERS = Set.of("service", "callOptions", "options", "body", "cookies");

    private Reserved() {}

    private static void library(String packageName, List<String> names) {
        names.forEach(name -> LIBRARY.put(name, packageName + "." + name));
    }

    /** Simple name to full name of every library class that templates use. */
    public static Map<String, String> library() {
        return LIBRARY;
    }

    /** Class names that no class of a client is given, whatever their case. */
    public static Set<String> types() {
        return TYPES;
    }

    /** Whether Windows has no file and no folder of a name. */
    public static boolean isDevice(String name) {
        return DEVICES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a nested class of a union may be called so. */
    public static boolean isVariant(String name) {
        return VARIANT.matcher(name).matches();
    }

    /**
     * A class name that does not hide a library's: {@code Object} becomes {@code ObjectModel}. {@code Json} becomes {@code
     * JsonModelModel}, since {@code JsonModel} is a library's too.
     */
    public static String type(String name) {
        boolean taken = name.equals("Unknown") || isVariant(name) || CONSTANTS.contains(name);
        String free = taken ? name + "Model" : name;
        while (TYPES.contains(free.toLowerCase(Locale.ROOT))) {
            free += "Model";
        }
        return free;
    }

    /** An accessor name that does not collide with an inherited method. */
    public static String member(String name) {
        return MEMBERS.contains(name) ? name + "Value" : name;
    }

    /** A parameter name that does not hide a field. */
    public static String parameter(String name) {
        return PARAMETERS.contains(name) ? name + "Value" : name;
    }
}
