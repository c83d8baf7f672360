package dev.lockstep.generator.model;

import dev.lockstep.generator.surface.Surface;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A client before it is text. What is generated, compared and dumped is all read from here. Immutable. */
public final class ClientModel {
    private final String vendor;
    private final String packageName;
    private final String className;
    private final String version;
    private final String server;
    private final String title;
    private final List<ApiModel> apis;
    private final List<SchemeModel> schemes;
    private final List<TypeDef> types;
    private final SortedMap<String, String> names;
    private @Nullable Surface surface;

    ClientModel(
            Identity identity,
            String server,
            String title,
            List<ApiModel> apis,
            List<SchemeModel> schemes,
            List<TypeDef> types,
            SortedMap<String, String> names) {
        this.vendor = identity.vendor();
        this.packageName = identity.packageName();
        this.className = identity.className();
        this.version = identity.version();
        this.server = server;
        this.title = title;
        this.apis = List.copyOf(apis);
        this.schemes = List.copyOf(schemes);
        this.types = List.copyOf(types);
        this.names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    /**
     * What a client is called.
     *
     * @param vendor first part of configuration names
     */
    public record Identity(String vendor, String packageName, String className, String version) {}

    public String vendor() {
        return vendor;
    }

    public String packageName() {
        return packageName;
    }

    public String className() {
        return className;
    }

    public String version() {
        return version;
    }

    /** The base URL. */
    public String server() {
        return server;
    }

    /** The document's title, foreign text. */
    public String title() {
        return title;
    }

    /** Sorted by name. */
    public List<ApiModel> apis() {
        return apis;
    }

    /** Every operation, sorted by key. */
    public List<OperationModel> operations() {
        return apis.stream()
                .flatMap(api -> api.operations().stream())
                .sorted(java.util.Comparator.comparing(OperationModel::key))
                .toList();
    }

    /** In the document's order. */
    public List<SchemeModel> schemes() {
        return schemes;
    }

    /** Every generated class of a schema, sorted by name. */
    public List<TypeDef> types() {
        return types;
    }

    /** All Java names that a later generation must keep, by stable key: what the lock stores. */
    public SortedMap<String, String> names() {
        return names;
    }

    /** What the client offers to its users. */
    public synchronized Surface surface() {
        if (surface == null) {
            surface = new SurfaceWriter(this).surface();
        }
        return surface;
    }
}
