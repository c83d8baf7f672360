package dev.lockstep.client;

/** Hears of differences between documentation and answers. Called on the calling or an HTTP thread; must not block. */
@FunctionalInterface
public interface DriftListener {
    /** Told of each event; what it throws is logged and dropped. */
    void onDrift(DriftEvent event);
}
