package dev.lockstep.tracker.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * One kind of drift, as a log line names it.
 *
 * @param operation the operation's Java name
 * @param status of the answer
 * @param type Java name of the type that met it; may be empty
 * @param name of the property or header; may be empty
 * @param path where in the answer, array indexes as {@code *}
 */
record DriftLine(DriftKind kind, String vendor, String operation, int status, String type, String name, String path)
        implements Comparable<DriftLine> {
    private static final int LONGEST = 300;
    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]*");

    /** Why a text is no such line. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    /** Reads the object of a line. */
    static DriftLine of(JsonNode json) throws MalformedException {
        String word = text(json, "drift");
        DriftKind kind = DriftKind.of(word);
        if (kind == null) {
            throw new MalformedException("unknown kind of drift '" + shown(word) + "'");
        }
        String vendor = text(json, "vendor");
        if (!VENDOR.matcher(vendor).matches()) {
            throw new MalformedException("'" + shown(vendor) + "' is no vendor's name");
        }
        int status = json.path("status").asInt(-1);
        if (!json.path("status").isInt() || status < 100 || status > 999) {
            throw new MalformedException("status is no HTTP status");
        }
        String path = text(json, "path");
        if (!path.startsWith("$")) {
            throw new MalformedException("path does not begin with $");
        }
        return new DriftLine(
                kind, vendor, text(json, "operation"), status, text(json, "type"), text(json, "name"), path);
    }

    /** How often the writer of the line had seen it. */
    static long count(JsonNode json) throws MalformedException {
        JsonNode count = json.path("count");
        if (!count.isIntegralNumber() || !count.canConvertToLong() || count.asLong() < 1) {
            throw new MalformedException("count is no positive number");
        }
        return count.asLong();
    }

    static String text(JsonNode json, String name) throws MalformedException {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new MalformedException(name + " is missing");
        }
        if (value.textValue().length() > LONGEST) {
            throw new MalformedException(name + " is longer than " + LONGEST + " characters");
        }
        return value.textValue();
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    @Override
    public int compareTo(DriftLine other) {
        return key().compareTo(other.key());
    }

    private String key() {
        return String.join("\n", vendor, operation, Integer.toString(status), path, kind.word(), name, type);
    }

    /** {@code tavus endConversation 200: unknown-property extra at $.extra}. */
    @Override
    public String toString() {
        return vendor + " " + operation + " " + status + ": " + kind.word() + (name.isEmpty() ? "" : " " + name)
                + " at " + path;
    }
}
