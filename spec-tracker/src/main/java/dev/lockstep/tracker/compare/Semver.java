package dev.lockstep.tracker.compare;

/** The part of a client's version that a change raises. It goes by {@link JavaImpact} alone. */
public enum Semver {
    /** The client stays as it is. */
    NONE("none"),
    /** The client behaves differently behind the same surface. */
    PATCH("patch"),
    /** The surface grew. */
    MINOR("minor"),
    /** The surface broke. */
    MAJOR("major");

    private final String text;

    Semver(String text) {
        this.text = text;
    }

    /** The word that reports and JSON use. */
    public String text() {
        return text;
    }

    /** Follows from the two verdicts: docs-only raises nothing, anything else at least the patch. */
    static Semver of(Wire wire, JavaImpact java) {
        return switch (java) {
            case BREAKING -> MAJOR;
            case COMPATIBLE -> MINOR;
            case NONE -> wire.compareTo(Wire.DOCS_ONLY) <= 0 ? NONE : PATCH;
        };
    }

    /** {@code version} raised by this part; a missing minor or patch counts as 0.
     *
     * @throws IllegalArgumentException if the version is not one to three numbers with dots
     */
    public String raise(String version) {
        if (!version.matches("[0-9]{1,9}(\\.[0-9]{1,9}){0,2}")) {
            throw new IllegalArgumentException(
                    "version " + version + " is not MAJOR.MINOR.PATCH in numbers; correct it in vendor.yaml");
        }
        String[] parts = version.split("\\.", -1);
        long major = Long.parseLong(parts[0]);
        long minor = parts.length > 1 ? Long.parseLong(parts[1]) : 0;
        long patch = parts.length > 2 ? Long.parseLong(parts[2]) : 0;
        return switch (this) {
            case NONE -> version;
            case PATCH -> major + "." + minor + "." + (patch + 1);
            case MINOR -> major + "." + (minor + 1) + ".0";
            case MAJOR -> (major + 1) + ".0.0";
        };
    }
}
