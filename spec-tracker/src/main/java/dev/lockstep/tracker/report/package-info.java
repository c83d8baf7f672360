/** Shows comparisons to people and to machines: text, JSON, Markdown, HTML, SARIF and JUnit. */
@NullMarked
package dev.lockstep.tracker.report;

import org.jspecify.annotations.NullMarked;
