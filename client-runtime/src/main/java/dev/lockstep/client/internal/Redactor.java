package dev.lockstep.client.internal;

import dev.lockstep.client.internal.DecodedText.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text that a peer sent fit to be printed: without credentials, and where it is quoted, in one short line. A credential is
 * found as it is, in other case, with white space within, as Base64, and under escapes of JSON, URLs and HTML, several deep.
 */
public final class Redactor {
    private static final int MAX_SNIPPET = 200;
    private static final int MAX_INPUT = 2000;
    private static final String MASK = "***";

    /** Shorter ones are parts of many words. */
    private static final int SHORTEST = 4;
    /** Shorter ones are searched as they are written, in one piece. */
    private static final int SHORTEST_LOOSE = 6;
    /** A text that was cut may end with so many first characters of a credential. */
    private static final int SHORTEST_START = 8;

    /** What follows the name of an authentication scheme, and long runs that look like keys rather than words or ids. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b(?:bearer|token|basic)\\s+[A-Za-z0-9._~+/=-]{8,}|\\b[A-Za-z0-9_~+/=.-]{24,}");

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final List<String> forms;
    private final List<String> literals;
    private final int shortest;
    private final Map<Reading, List<Needle>> needles = new ConcurrentHashMap<>(4);

    private Redactor(Collection<String> secrets) {
        Set<String> found = new LinkedHashSet<>();
        for (String secret : secrets) {
            add(found, secret);
            int colon = secret.indexOf(':');
            if (colon >= 0) {
                add(found, secret.substring(colon + 1));
            }
        }
        forms = List.copyOf(found);
        literals = forms.stream().filter(form -> !isLoose(form)).toList();
        int length = forms.stream().mapToInt(String::length).min().orElse(SHORTEST_START);
        shortest = Math.min(SHORTEST_START, length);
    }

    /**
     * Masks these credentials.
     *
     * @param secrets keys, tokens, and logins as {@code user:password}, whose password is masked alone too
     */
    public static Redactor of(Collection<String> secrets) {
        return new Redactor(secrets);
    }

    private static void add(Set<String> forms, String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        forms.add(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            forms.add(encoder.encodeToString(bytes));
            forms.add(encoder.withoutPadding().encodeToString(bytes));
        }
    }

    /** The text with each credential masked. Takes time in proportion to the text's length. */
    public String mask(String text) {
        if (forms.isEmpty() || text.length() < shortest) {
            return text;
        }
        BitSet masked = new BitSet();
        for (String form : literals) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length())) {
                masked.set(at, at + form.length());
            }
        }
        for (Reading reading : Reading.values()) {
            if (reading.differs(text)) {
                DecodedText decoded = DecodedText.of(text, reading);
                int[] withoutCase = decoded.withoutCase();
                for (Needle needle : needles.computeIfAbsent(reading, this::needles)) {
                    needle.find(text, decoded, withoutCase, masked);
                }
            }
        }
        if (masked.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        for (int start = masked.nextSetBit(0); start >= 0; start = masked.nextSetBit(from)) {
            result.append(text, from, start).append(MASK);
            from = masked.nextClearBit(start);
        }
        return result.append(text, from, text.length()).toString();
    }

    /** Whether a form is also searched in other case, and in pieces. */
    private static boolean isLoose(String form) {
        return DecodedText.of(form, Reading.PLAIN).size() >= SHORTEST_LOOSE;
    }

    private List<Needle> needles(Reading reading) {
        List<Needle> found = new ArrayList<>(forms.size());
        for (String form : forms) {
            Needle needle = Needle.of(form, reading);
            if (needle != null) {
                found.add(needle);
            }
        }
        return found;
    }

    /** At most 200 characters of the text, in one line, without credentials and what looks like one. */
    String snippet(String text) {
        // Masked before it is cut: no credential may be cut in two.
        String all = mask(text);
        String start = all.length() > MAX_INPUT ? all.substring(0, MAX_INPUT) : all;
        Matcher matcher = SECRET.matcher(start);
        StringBuilder masked = new StringBuilder(start.length());
        while (matcher.find()) {
            String run = matcher.group();
            boolean keep = UUID.matcher(run).matches() || run.chars().noneMatch(Character::isDigit);
            matcher.appendReplacement(masked, Matcher.quoteReplacement(keep ? run : MASK));
        }
        matcher.appendTail(masked);
        return oneLine(masked);
    }

    /** At most 200 characters of a place in a body, or of a property's name, without credentials. */
    String path(String path) {
        String masked = mask(path);
        return masked.length() <= MAX_SNIPPET ? masked : masked.substring(0, MAX_SNIPPET) + "...";
    }

    private static String oneLine(CharSequence text) {
        StringBuilder line = new StringBuilder(MAX_SNIPPET + 3);
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int character = Character.codePointAt(text, i);
            i += Character.charCount(character);
            if (DecodedText.isUnseen(character)) {
                blank = line.length() > 0;
                continue;
            }
            int needed = Character.charCount(character) + (blank ? 1 : 0);
            if (line.length() + needed > MAX_SNIPPET) {
                return line.append("...").toString();
            }
            if (blank) {
                line.append(' ');
                blank = false;
            }
            line.appendCodePoint(character);
        }
        return line.toString();
    }

    /** An exception that names no credential: this one, or one with its class's name and its place in the code. */
    Throwable printable(Throwable failure) {
        Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (!chain.add(next)) {
                continue;
            }
            if (names(next)) {
                IOException safe = new IOException(failure.getClass().getName());
                safe.setStackTrace(failure.getStackTrace());
                return safe;
            }
            if (next.getCause() != null) {
                open.push(next.getCause());
            }
            open.addAll(List.of(next.getSuppressed()));
        }
        return failure;
    }

    /** Whether an exception's text shows a credential, or cannot be read: it may be of the application's own class. */
    private boolean names(Throwable failure) {
        try {
            String text = failure.getMessage() + "\n" + failure;
            return !mask(text).equals(text);
        } catch (Throwable unreadable) {
            return true;
        }
    }

    /** The number of secrets alone. */
    @Override
    public String toString() {
        return "Redactor[" + forms.size() + " forms]";
    }

    /**
     * A form of a credential as a reading shows it. Searched with the failure function of Knuth, Morris and Pratt: no step back in
     * the text.
     */
    private static final class Needle {
        private final int[] points;
        private final int[] failure;
        private final boolean loose;

        private Needle(int[] points, boolean loose) {
            this.points = points;
            this.loose = loose;
            this.failure = new int[points.length];
            for (int i = 1; i < points.length; i++) {
                failure[i] = next(failure[i - 1], points[i]);
            }
        }

        /** Null for a form that shows too little in this reading. */
        static @Nullable Needle of(String form, Reading reading) {
            DecodedText decoded = DecodedText.of(form, reading);
            if (decoded.size() < SHORTEST) {
                return null;
            }
            boolean loose = isLoose(form);
            return new Needle(loose ? decoded.withoutCase() : decoded.codePoints(), loose);
        }

        /** How much of the needle ends with this character, after so much of it. */
        private int next(int matched, int point) {
            int length = matched;
            while (length > 0 && points[length] != point) {
                length = failure[length - 1];
            }
            return points[length] == point ? length + 1 : 0;
        }

        void find(String text, DecodedText decoded, int[] withoutCase, BitSet masked) {
            int[] read = loose ? withoutCase : decoded.codePoints();
            int matched = 0;
            int from = 0;
            for (int i = 0; i < read.length; i++) {
                matched = next(matched, read[i]);
                if (matched == points.length) {
                    int start = decoded.start(i + 1 - matched);
                    if (loose || inOnePiece(text, start, decoded.end(i))) {
                        from = mark(masked, Math.max(from, start), decoded.end(i));
                    }
                    matched = failure[matched - 1];
                }
            }
            if (matched >= SHORTEST_START) {
                mark(masked, Math.max(from, decoded.start(read.length - matched)), text.length());
            }
        }

        private static int mark(BitSet masked, int from, int to) {
            masked.set(from, Math.max(from, to));
            return Math.max(from, to);
        }

        private static boolean inOnePiece(String text, int start, int end) {
            return text.substring(start, end).codePoints().noneMatch(DecodedText::isUnseen);
        }
    }
}
