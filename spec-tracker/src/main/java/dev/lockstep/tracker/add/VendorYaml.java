package dev.lockstep.tracker.add;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.canonical.YamlWriter;
import dev.lockstep.tracker.workspace.Access;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;

/** The text of a {@code vendor.yaml}. */
final class VendorYaml {
    private VendorYaml() {}

    /** The text that {@link VendorConfig#of} reads as this. */
    static String text(VendorConfig config) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", config.name());
        ArrayNode sources = root.putArray("sources");
        for (Source source : config.sources()) {
            ObjectNode entry = sources.addObject();
            if (!source.url().isEmpty()) {
                entry.put("url", source.url());
            }
            if (source.kind() == Source.Kind.INDEX) {
                entry.put("kind", source.kind().text());
                if (!source.pages().isEmpty()) {
                    source.pages().forEach(entry.putArray("pages")::add);
                }
                continue;
            }
            entry.put("file", source.file());
            if (source.kind() != Source.Kind.ofFile(source.file())) {
                entry.put("kind", source.kind().text());
            }
        }
        if (config.spec() != null) {
            root.put("spec", config.spec());
        }
        for (Access access : config.access()) {
            ObjectNode entry = root.withArray("access").addObject();
            entry.put("host", access.host()).put("header", access.header());
            if (!access.prefix().isEmpty()) {
                entry.put("prefix", access.prefix());
            }
            entry.put("variable", access.variable());
        }
        if (!config.operations().isEmpty()) {
            config.operations().forEach(root.putArray("operations")::add);
        }
        if (config.server() != null) {
            root.put("server", config.server());
        }
        root.putObject("client")
                .put("group", config.client().group())
                .put("package", config.client().packageName())
                .put("className", config.client().className())
                .put("version", config.client().version());
        if (!config.credentials().isEmpty()) {
            config.credentials().forEach(root.putObject("credentials")::put);
        }
        return "# What we read of " + config.name() + ", what we use of it, and what the client is called.\n"
                + YamlWriter.write(root);
    }
}
