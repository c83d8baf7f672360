package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Findings that a team judged wrong: {@code muted.yaml}. */
public final class MuteFile {
    private static final Set<String> KEYS = Set.of("fingerprint", "reason", "expires");

    private final String source;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private MuteFile(String source) {
        this.source = source;
    }

    /**
     * One finding.
     *
     * @param reason in the team's words
     * @param expires the last day on which it is muted
     * @param line where it is written
     */
    private record Entry(String fingerprint, String reason, LocalDate expires, int line) {}

    /** Reads a file.
     *
     * @throws dev.lockstep.openapi.SpecException with the line, what is wrong and what would be right
     */
    public static MuteFile read(Path file) {
        return of(SpecReader.read(file));
    }

    /** Reads a document, as {@link #read} does a file. */
    public static MuteFile of(SpecDocument document) {
        MuteFile file = new MuteFile(document.source());
        for (String key : new TreeSet<>(keys(document.root()))) {
            if (!key.equals("muted")) {
                throw document.refusal(
                        Pointer.child(Pointer.ROOT, key), key + ": not a key of this file; it holds muted");
            }
        }
        JsonNode list = document.root().path("muted");
        if (!list.isArray()) {
            throw document.refusal("#/muted", "muted: a list, each with fingerprint, reason and expires");
        }
        for (int i = 0; i < list.size(); i++) {
            file.add(document, list.get(i), Pointer.child("#/muted", i));
        }
        return file;
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private void add(SpecDocument document, JsonNode node, String pointer) {
        for (String key : keys(node)) {
            if (!KEYS.contains(key)) {
                throw document.refusal(
                        Pointer.child(pointer, key), key + ": an entry has fingerprint, reason and expires");
            }
        }
        String fingerprint = text(document, node, pointer, "fingerprint", "the 12 hex digits that follow a finding");
        if (!fingerprint.matches("[0-9a-f]{12}")) {
            throw document.refusal(
                    Pointer.child(pointer, "fingerprint"),
                    "fingerprint: " + fingerprint
                            + " is not 12 hex digits, as they follow a finding; quote it if it is all digits");
        }
        String reason = text(document, node, pointer, "reason", "why the finding is wrong");
        String expires = text(document, node, pointer, "expires", "the last day, as 2027-01-31");
        LocalDate day;
        try {
            day = LocalDate.parse(expires);
        } catch (DateTimeParseException e) {
            throw document.refusal(
                    Pointer.child(pointer, "expires"), "expires: " + expires + " is no day, as 2027-01-31");
        }
        if (entries.put(fingerprint, new Entry(fingerprint, reason, day, document.line(pointer))) != null) {
            throw document.refusal(Pointer.child(pointer, "fingerprint"), fingerprint + " is muted twice");
        }
    }

    private static String text(SpecDocument document, JsonNode node, String pointer, String key, String what) {
        JsonNode value = node.path(key);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw document.refusal(
                    node.has(key) ? Pointer.child(pointer, key) : pointer, key + ": missing; it is " + what);
        }
        return value.asText().strip();
    }

    /**
     * The comparison without what is muted.
     *
     * @param today decides which entries have expired: those speak up again
     */
    public Comparison mute(Comparison comparison, LocalDate today) {
        List<Finding> told = new ArrayList<>();
        List<Muting.Muted> muted = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        List<String> notes = new ArrayList<>();
        for (Finding finding : comparison.findings()) {
            Entry entry = entries.get(finding.fingerprint());
            if (entry == null) {
                told.add(finding);
            } else if (today.isAfter(entry.expires())) {
                told.add(finding);
                if (used.add(entry.fingerprint())) {
                    notes.add(place(entry) + ": muted until " + entry.expires() + ", so that " + entry.fingerprint()
                            + " counts again; it was muted because: " + entry.reason());
                }
            } else {
                used.add(entry.fingerprint());
                muted.add(new Muting.Muted(finding, entry.reason(), entry.expires()));
            }
        }
        for (Entry entry : entries.values()) {
            if (!used.contains(entry.fingerprint())) {
                notes.add(place(entry) + ": no finding has the fingerprint " + entry.fingerprint()
                        + "; remove the entry");
            }
        }
        return new Comparison(
                comparison.oldSource(), comparison.newSource(), told, comparison.outside(), new Muting(muted, notes));
    }

    private String place(Entry entry) {
        return source + ":" + entry.line();
    }
}
