package dev.lockstep.generator.model;

/** A JSON value without parts, and the Java type that it becomes. */
public enum ScalarType {
    STRING("String", "Json.STRING"),
    BOOLEAN("Boolean", "Json.BOOLEAN"),
    INTEGER("Integer", "Json.INTEGER"),
    LONG("Long", "Json.LONG"),
    BIG_INTEGER("BigInteger", "Json.BIG_INTEGER"),
    FLOAT("Float", "Json.FLOAT"),
    DOUBLE("Double", "Json.DOUBLE"),
    DECIMAL("BigDecimal", "Json.DECIMAL"),
    DECIMAL_TEXT("BigDecimal", "Json.DECIMAL_TEXT"),
    DATE_TIME("OffsetDateTime", "Json.DATE_TIME"),
    DATE("LocalDate", "Json.DATE"),
    TIME("OffsetTime", "Json.TIME"),
    DURATION("Duration", "Json.DURATION"),
    UUID("UUID", "Json.UUID"),
    URI("URI", "Json.URI"),
    BYTES("ByteString", "Json.BYTES"),
    /** A file in a multipart body. */
    UPLOAD("Upload", "Upload.ADAPTER"),
    /** Any JSON value. */
    VALUE("JsonValue", "Json.VALUE");

    private final String javaName;
    private final String adapter;

    ScalarType(String javaName, String adapter) {
        this.javaName = javaName;
        this.adapter = adapter;
    }

    /** The simple name of the Java type. */
    public String javaName() {
        return javaName;
    }

    /** The expression of its adapter. */
    public String adapter() {
        return adapter;
    }

    /** Whether {@code toString} of the Java value is the text that goes into a URL or header. */
    public boolean plainText() {
        return switch (this) {
            case DATE_TIME, TIME, BYTES, UPLOAD, VALUE, DECIMAL, DECIMAL_TEXT -> false;
            default -> true;
        };
    }
}
