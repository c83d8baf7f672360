package dev.lockstep.tracker.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The drift in logs. A line may hold other text before and after the event, or be JSON that has the event in a text of its own;
 * lines without an event are counted, and those with a broken one are named.
 */
public final class DriftLog {
    private static final Pattern EVENT = Pattern.compile("\\{\\s*\"drift\"\\s*:");
    private static final Pattern QUOTED = Pattern.compile("\\{\\s*\\\\\"drift\\\\\"\\s*:");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_NAMED = 20;

    private final SortedMap<DriftLine, Seen> events = new TreeMap<>();
    private final List<String> malformed = new ArrayList<>();
    private long malformedCount;
    private long lines;
    private long others;

    /**
     * Adds a log.
     *
     * @param name of the file, for messages
     * @throws IOException if it cannot be read
     */
    public void read(Reader log, String name) throws IOException {
        StringBuilder line = new StringBuilder();
        long number = 1;
        boolean any = false;
        for (int character = log.read(); character >= 0; character = log.read()) {
            if (character == '\n') {
                line(line, name, number++);
                line.setLength(0);
                any = false;
            } else {
                any = true;
                if (line.length() <= LONGEST_LINE) {
                    line.append((char) character);
                }
            }
        }
        if (any) {
            line(line, name, number);
        }
    }

    private void line(StringBuilder text, String name, long number) {
        lines++;
        if (text.length() > LONGEST_LINE) {
            malformed(name, number, "is longer than " + LONGEST_LINE + " characters");
            return;
        }
        String line = text.toString();
        try {
            String event = event(line);
            if (event == null) {
                others++;
                return;
            }
            JsonNode json = JSON.readTree(event);
            DriftLine kind = DriftLine.of(json);
            long count = DriftLine.count(json);
            String date = json.has("date") ? DriftLine.text(json, "date") : "";
            events.computeIfAbsent(kind, each -> new Seen()).add(count, date);
        } catch (JsonProcessingException e) {
            malformed(name, number, "holds an event that is cut off or no JSON");
        } catch (DriftLine.MalformedException e) {
            malformed(name, number, String.valueOf(e.getMessage()));
        }
    }

    /** The text from the event's beginning on, or null; what follows the event is not looked at. */
    private static @Nullable String event(String line) throws JsonProcessingException {
        Matcher plain = EVENT.matcher(line);
        if (plain.find()) {
            return line.substring(plain.start());
        }
        Matcher quoted = QUOTED.matcher(line);
        if (!quoted.find()) {
            return null;
        }
        // A JSON text inside of a JSON text: from its opening quote, which closes by itself.
        int quote = line.lastIndexOf('"', quoted.start());
        JsonNode text = quote < 0 ? null : JSON.readTree(line.substring(quote));
        if (text == null || !text.isTextual()) {
            return "";
        }
        Matcher inside = EVENT.matcher(text.textValue());
        return inside.find() ? text.textValue().substring(inside.start()) : "";
    }

    private void malformed(String name, long number, String reason) {
        malformedCount++;
        if (malformed.size() < MOST_NAMED) {
            malformed.add(name + ":" + number + ": " + reason);
        }
    }

    /** Every kind of drift of these logs, in order. */
    SortedMap<DriftLine, Seen> events() {
        return Collections.unmodifiableSortedMap(events);
    }

    /** What there is of one vendor. */
    Map<DriftLine, Seen> events(String vendor) {
        SortedMap<DriftLine, Seen> own = new TreeMap<>(events);
        own.keySet().removeIf(event -> !event.vendor().equals(vendor));
        return own;
    }

    /** The vendors that the events name, sorted. */
    public List<String> vendors() {
        return events.keySet().stream()
                .map(DriftLine::vendor)
                .distinct()
                .sorted()
                .toList();
    }

    /** How many kinds of drift of a vendor there are. */
    public int kinds(String vendor) {
        return events(vendor).size();
    }

    /** How many lines were read. */
    public long lines() {
        return lines;
    }

    /** How many of them hold no event. */
    public long others() {
        return others;
    }

    /** How many hold an event that cannot be read. */
    public long malformedCount() {
        return malformedCount;
    }

    /** The first 20 of those: {@code FILE:LINE: reason}. */
    public List<String> malformed() {
        return List.copyOf(malformed);
    }
}
