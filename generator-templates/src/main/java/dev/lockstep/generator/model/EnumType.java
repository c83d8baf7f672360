package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of values that may grow. */
public final class EnumType extends TypeDef {
    /** What is on the wire. */
    public enum Wire {
        STRING("String", "Json.STRING"),
        LONG("Long", "Json.LONG"),
        DECIMAL("BigDecimal", "Json.DECIMAL"),
        /** Values of several kinds. */
        MIXED("JsonValue", "Json.VALUE");

        private final String javaName;
        private final String adapter;

        Wire(String javaName, String adapter) {
            this.javaName = javaName;
            this.adapter = adapter;
        }

        public String javaName() {
            return javaName;
        }

        public String adapter() {
            return adapter;
        }
    }

    /** One documented value. */
    public static final class Constant {
        private final JsonNode value;
        private String name = "";
        private List<String> former = List.of();

        Constant(JsonNode value) {
            this.value = value;
        }

        public JsonNode value() {
            return value;
        }

        public String name() {
            return name;
        }

        /** The names that it had before it was renamed: deprecated constants keep them. */
        public List<String> formerNames() {
            return former;
        }

        void former(List<String> names) {
            this.former = List.copyOf(names);
        }

        void name(String assigned) {
            this.name = assigned;
        }
    }

    private final Wire wire;
    private final List<Constant> constants = new ArrayList<>();
    private final List<Constant> retired = new ArrayList<>();
    private boolean others;

    EnumType(String key, String wanted, Docs docs, Wire wire) {
        super(key, wanted, docs);
        this.wire = wire;
    }

    public Wire wire() {
        return wire;
    }

    /** In the document's order, without repetitions. */
    public List<Constant> constants() {
        return Collections.unmodifiableList(constants);
    }

    /** Of values that the document listed once and no longer does: kept, so that code that names them compiles. */
    public List<Constant> retired() {
        return Collections.unmodifiableList(retired);
    }

    /** Whether the document allows any other value beside these. */
    public boolean others() {
        return others;
    }

    void allowOthers() {
        others = true;
    }

    void add(JsonNode value) {
        constants.add(new Constant(value));
    }

    /** Keeps the constant of a value that was listed, unless it still is, or is none of this enum's kind. */
    void retire(JsonNode value) {
        boolean fits = switch (wire) {
            case STRING -> value.isTextual();
            case LONG -> value.isIntegralNumber();
            case DECIMAL -> value.isNumber();
            case MIXED -> true;
        };
        boolean listed = constants.stream().anyMatch(constant -> same(constant.value(), value));
        if (fits && !listed) {
            retired.add(new Constant(value));
        }
    }

    /** Numbers are the same by their value: 1.5 and 1.50, whatever they were read as. */
    private static boolean same(JsonNode value, JsonNode other) {
        if (value.isNumber() && other.isNumber()) {
            return value.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return value.equals(other);
    }
}
