package dev.lockstep.tracker.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a multipart body (RFC 7578). */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*[; ]name=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\\r\\n]+)");

    /**
     * A part.
     *
     * @param type media type; empty for none
     */
    record Part(String type, String text) {}

    private final Map<String, List<Part>> parts = new LinkedHashMap<>();

    Multipart(String contentType, String text) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return;
        }
        for (String piece : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int blank = piece.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(blank < 0 ? "" : piece.substring(0, blank));
            if (name.find()) {
                Matcher type = TYPE.matcher(piece.substring(0, blank));
                String body = piece.substring(blank + 4);
                parts.computeIfAbsent(name.group(1), key -> new ArrayList<>())
                        .add(new Part(
                                type.find() ? type.group(1).strip() : "",
                                body.endsWith("\r\n") ? body.substring(0, body.length() - 2) : body));
            }
        }
    }

    Map<String, List<Part>> byName() {
        return parts;
    }
}
