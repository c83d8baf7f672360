package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.DocumentWalk;
import dev.lockstep.openapi.Kind;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import java.util.List;
import java.util.Map;

/**
 * Compares a document with its client: what is not in the client though no reader had to stop for it, and classes that could
 * not have their own name. Each is told with its place.
 */
public final class UnsupportedFeatures {
    private final SpecDocument document;
    private final List<Diagnostic> diagnostics;

    private UnsupportedFeatures(SpecDocument document, List<Diagnostic> diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /**
     * Finds them.
     *
     * @param locked whether names were given: then they are as they should be
     * @param diagnostics what is found is added here
     */
    public static void find(SpecDocument document, ClientModel model, boolean locked, List<Diagnostic> diagnostics) {
        UnsupportedFeatures losses = new UnsupportedFeatures(document, diagnostics);
        if (!locked) {
            losses.renames(model);
        }
        losses.paths();
        DocumentWalk.visit(Kind.DOCUMENT, document.root(), Pointer.ROOT, (kind, object, pointer) -> {
            if (kind == Kind.SCHEMA) {
                losses.keywords(object, pointer);
            }
        });
    }

    private void renames(ClientModel model) {
        for (TypeDef type : model.types()) {
            // A schema in line has no name of the vendor's that could be lost.
            if (Pointer.isSchema(type.key()) && !type.name().equals(type.wanted())) {
                warn(type.key(), "the class is called " + type.name() + ", since " + type.wanted() + " is taken");
            }
        }
    }

    private void paths() {
        JsonNode ofDocument = document.root().path("servers");
        for (Map.Entry<String, JsonNode> path : document.root().path("paths").properties()) {
            String at = Pointer.of("paths", path.getKey());
            servers(path.getValue(), at, ofDocument);
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (SpecOperation.METHODS.contains(operation.getKey())) {
                    servers(operation.getValue(), Pointer.child(at, operation.getKey()), ofDocument);
                    callbacks(operation.getValue(), Pointer.child(at, operation.getKey()));
                }
            }
        }
    }

    private void servers(JsonNode holder, String at, JsonNode ofDocument) {
        JsonNode servers = holder.path("servers");
        if (!servers.isEmpty() && !servers.equals(ofDocument)) {
            warn(Pointer.child(at, "servers"), "servers of their own are not used; calls go to the client's base URL");
        }
    }

    private void callbacks(JsonNode operation, String at) {
        if (!operation.path("callbacks").isEmpty()) {
            diagnostics.add(Diagnostic.note(
                    document.place(Pointer.child(at, "callbacks")),
                    "callbacks are calls of the vendor's; the client does not have them"));
        }
    }

    private void keywords(JsonNode schema, String at) {
        if (schema.path("if").isContainerNode() && (schema.has("then") || schema.has("else"))) {
            warn(
                    Pointer.child(at, "if"),
                    "if, then and else are not read; what only they name is in unknownProperties()");
        }
        if (schema.path("prefixItems").isArray() && !schema.path("prefixItems").isEmpty()) {
            warn(Pointer.child(at, "prefixItems"), "a tuple is read as raw JSON");
        }
        if (schema.path("$dynamicRef").isTextual()) {
            warn(Pointer.child(at, "$dynamicRef"), "a dynamic reference is not followed; any value is accepted here");
        }
    }

    private void warn(String pointer, String message) {
        diagnostics.add(Diagnostic.warning(document.place(pointer), message));
    }
}
