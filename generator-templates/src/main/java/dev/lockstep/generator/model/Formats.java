package dev.lockstep.generator.model;

/** Which scalar a type and format stand for; unknown formats stand for their base type. */
final class Formats {
    private Formats() {}

    static ScalarType string(String format) {
        return switch (format) {
            case "date-time" -> ScalarType.DATE_TIME;
            case "date" -> ScalarType.DATE;
            case "time" -> ScalarType.TIME;
            case "duration" -> ScalarType.DURATION;
            case "uuid" -> ScalarType.UUID;
            case "uri" -> ScalarType.URI;
            case "byte" -> ScalarType.BYTES;
            case "decimal" -> ScalarType.DECIMAL_TEXT;
            default -> ScalarType.STRING;
        };
    }

    static ScalarType integer(String format) {
        return switch (format) {
            case "int32" -> ScalarType.INTEGER;
            case "uint64" -> ScalarType.BIG_INTEGER;
            default -> ScalarType.LONG;
        };
    }

    static ScalarType number(String format) {
        return switch (format) {
            case "float" -> ScalarType.FLOAT;
            case "double" -> ScalarType.DOUBLE;
            case "int32" -> ScalarType.INTEGER;
            case "int64" -> ScalarType.LONG;
            default -> ScalarType.DECIMAL;
        };
    }
}
