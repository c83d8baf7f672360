package dev.lockstep.generator.surface;

/** Thrown when a client's classes differ from the recorded surface. The message lists what differs and what to run. */
public final class SurfaceMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SurfaceMismatchException(String message) {
        super(message);
    }
}
