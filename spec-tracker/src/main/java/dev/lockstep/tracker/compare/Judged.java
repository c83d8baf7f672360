package dev.lockstep.tracker.compare;

/** A finding with its rule, and both places that the walk compared.
 *
 * @param oldPointer in the old document: the thing, or what is around where it would be
 * @param newPointer in the new document, likewise
 */
record Judged(Finding finding, Rule rule, String oldPointer, String newPointer) {}
