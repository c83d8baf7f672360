package dev.lockstep.generator.model;

/** A use of a type. Its text is available once the client's names are assigned. */
public sealed interface TypeRef {
    /** As Java source names it: {@code List<Status>}. */
    String javaName();

    /** The expression of its adapter: {@code Json.list(Status.ADAPTER)}. */
    String adapter();

    /** Whether the adapter's expression refers to another generated class, so that it must be evaluated late. */
    boolean lazy();

    /** A short name for a variant or a collection of this type: {@code StatusList}. */
    String label();

    /** A scalar. */
    record Scalar(ScalarType type) implements TypeRef {
        /** Raw JSON. */
        public static final Scalar ANY = new Scalar(ScalarType.VALUE);

        /** Text. */
        public static final Scalar TEXT = new Scalar(ScalarType.STRING);

        @Override
        public String javaName() {
            return type.javaName();
        }

        @Override
        public String adapter() {
            return type.adapter();
        }

        @Override
        public boolean lazy() {
            return false;
        }

        @Override
        public String label() {
            return switch (type) {
                case VALUE -> "Value";
                case DECIMAL, DECIMAL_TEXT -> "Decimal";
                case BYTES -> "Bytes";
                case DATE_TIME -> "DateTime";
                case DATE -> "Date";
                case TIME -> "Time";
                default -> type.javaName();
            };
        }
    }

    /** A generated class. Equal by identity of the class. */
    record Named(TypeDef def) implements TypeRef {
        @Override
        public String javaName() {
            return def.name();
        }

        @Override
        public String adapter() {
            return def.name() + ".ADAPTER";
        }

        @Override
        public boolean lazy() {
            return true;
        }

        @Override
        public String label() {
            return def.label();
        }
    }

    /**
     * A list.
     *
     * @param nullable whether elements may be null
     */
    record ListOf(TypeRef element, boolean nullable) implements TypeRef {
        @Override
        public String javaName() {
            return "List<" + (nullable ? "@Nullable " : "") + element.javaName() + ">";
        }

        @Override
        public String adapter() {
            return "Json.list(" + (nullable ? "Json.nullable(" + element.adapter() + ")" : element.adapter()) + ")";
        }

        @Override
        public boolean lazy() {
            return element.lazy();
        }

        @Override
        public String label() {
            return element.label() + "List";
        }
    }

    /**
     * A map from names.
     *
     * @param nullable whether values may be null
     */
    record MapOf(TypeRef value, boolean nullable) implements TypeRef {
        @Override
        public String javaName() {
            return "Map<String, " + (nullable ? "@Nullable " : "") + value.javaName() + ">";
        }

        @Override
        public String adapter() {
            return "Json.map(" + (nullable ? "Json.nullable(" + value.adapter() + ")" : value.adapter()) + ")";
        }

        @Override
        public boolean lazy() {
            return value.lazy();
        }

        @Override
        public String label() {
            return value.label() + "Map";
        }
    }

    /** Whether this is raw JSON. */
    default boolean isAny() {
        return this instanceof Scalar scalar && scalar.type() == ScalarType.VALUE;
    }
}
