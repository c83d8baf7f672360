package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever escapes a key is echoed under, no way of undoing them finds it in the masked text; and that takes linear time. */
class RedactorPropertyTest {
    private static final int KEYS = 1500;
    private static final String CHARACTERS = "ABCXYZabcdefuxnrt0123456789-._~+/=%&#;\\\"'<>{}[]()$^*!?@:, |`";

    private static final Pattern JSON =
            Pattern.compile("\\\\(?:u+([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", Pattern.DOTALL);
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern HTML =
            Pattern.compile("&(?:#([0-9]{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|(amp|lt|gt|quot|apos);)");

    private static final List<UnaryOperator<String>> DECODERS =
            List.of(RedactorPropertyTest::unJson, RedactorPropertyTest::unPercent, RedactorPropertyTest::unHtml);

    private final Random random = new Random(20260301);

    @Test
    void noDecodedFormOfTheMaskedTextShowsTheKey() {
        for (int i = 0; i < KEYS; i++) {
            String key = key();
            String text = "{\"error\":\"the key \\\"" + escaped(key) + "\\\" is not known\"}";
            String masked = Redactor.of(List.of(key)).mask(text);
            for (String form : forms(masked)) {
                assertTrue(
                        !seen(form).contains(seen(key)),
                        () -> "key " + key + "\nin " + text + "\nmasked " + masked + "\nread as " + form);
            }
            assertTrue(masked.startsWith("{\"error\":\"the key "), masked);
            assertTrue(masked.endsWith(" is not known\"}"), masked);
        }
    }

    @Test
    void aMebibyteTakesLinearTime() {
        Redactor redactor = Redactor.of(List.of("ab".repeat(2000) + "c", "user:" + "a".repeat(3000)));
        int mebibyte = 1 << 20;
        for (String part : List.of(
                "ab", "a", "%", "%25", "\\", "\\u", "u", "\\u005c", "&", "&#", "&amp;", "&#4", "{\\u{", "0", " ",
                "\ud83d")) {
            String text = part.repeat(mebibyte / part.length());
            assertTimeout(Duration.ofSeconds(20), () -> redactor.snippet(text), part);
        }
        for (String reference : List.of("&#", "&#x")) {
            String digits = reference + "0".repeat(mebibyte / 2);
            for (String after : List.of("%20", " ", "\\", ";", "9", "&#0", "0;", "%u0020")) {
                String text = digits + after.repeat(mebibyte / 2 / after.length());
                assertTimeout(Duration.ofSeconds(20), () -> redactor.mask(text), reference + after);
            }
        }
    }

    private String key() {
        StringBuilder key = new StringBuilder();
        int length = 8 + random.nextInt(24);
        for (int i = 0; i < length; i++) {
            key.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return key.toString().strip().length() < 8 ? key() : key.toString();
    }

    /** Each character under some escape, that under another, and the whole under up to two more. */
    private String escaped(String key) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < key.length(); at++) {
            String escaped = String.valueOf(key.charAt(at));
            int depth = random.nextInt(3);
            for (int i = 0; i < depth; i++) {
                escaped = each(escaped);
            }
            text.append(escaped);
            if (random.nextInt(12) == 0) {
                text.append(List.of("\n", " ", "\r\n\t", "\u200b", "\u00ad").get(random.nextInt(5)));
            }
        }
        String whole = random.nextInt(4) == 0
                ? text.toString().toUpperCase(Locale.ROOT).replace("\\U", "\\u").replace("\\X", "\\x")
                : text.toString();
        for (int i = random.nextInt(3); i > 0; i--) {
            whole = List.<UnaryOperator<String>>of(RedactorTest::json, RedactorTest::percent, RedactorTest::html)
                    .get(random.nextInt(3))
                    .apply(whole);
        }
        return whole;
    }

    /** Every unit under one kind of escape. */
    private String each(String text) {
        StringBuilder escaped = new StringBuilder();
        int kind = random.nextInt(5);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            escaped.append(
                    switch (kind) {
                        case 0 -> String.format("\\u%04x", (int) unit);
                        case 1 -> String.format("%%%02X", (int) unit);
                        case 2 -> "&#" + (int) unit + ";";
                        case 3 -> String.format("&#x%x;", (int) unit);
                        default -> String.format("\\x%02X", (int) unit);
                    });
        }
        return escaped.toString();
    }

    /** The text under every order of up to three decoders. */
    private static List<String> forms(String text) {
        List<String> forms = new ArrayList<>(List.of(text));
        int from = 0;
        for (int depth = 0; depth < 4; depth++) {
            int to = forms.size();
            for (int i = from; i < to; i++) {
                for (UnaryOperator<String> decoder : DECODERS) {
                    String decoded = decoder.apply(forms.get(i));
                    if (!decoded.equals(forms.get(i))) {
                        forms.add(decoded);
                    }
                }
            }
            from = to;
        }
        return forms;
    }

    private static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point)
                        && Character.getType(point) != Character.FORMAT
                        && Character.getType(point) != Character.CONTROL)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static String unJson(String text) {
        return JSON.matcher(text).replaceAll(match -> {
            String hex = match.group(1) != null ? match.group(1) : match.group(2);
            return Matcher.quoteReplacement(
                    hex != null ? String.valueOf((char) Integer.parseInt(hex, 16)) : match.group(3));
        });
    }

    private static String unPercent(String text) {
        return PERCENT.matcher(text).replaceAll(match -> {
            byte[] bytes = new byte[match.group().length() / 3];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(match.group().substring(3 * i + 1, 3 * i + 3), 16);
            }
            return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
        });
    }

    private static String unHtml(String text) {
        return HTML.matcher(text).replaceAll(match -> {
            String name = match.group(3);
            int point = match.group(1) != null
                    ? Integer.parseInt(match.group(1))
                    : match.group(2) != null
                            ? Integer.parseInt(match.group(2), 16)
                            : switch (name) {
                                case "amp" -> '&';
                                case "lt" -> '<';
                                case "gt" -> '>';
                                case "quot" -> '"';
                                default -> '\'';
                            };
            return Matcher.quoteReplacement(Character.isValidCodePoint(point) ? Character.toString(point) : "");
        });
    }
}
