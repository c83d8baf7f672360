package dev.lockstep.tracker.compare;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of the rule table: what a kind of change means.
 *
 * @param id names the rule in findings, docs and mute files; never reused for another meaning
 * @param area the heading under which the row stands
 * @param direction which way the value travels
 * @param ours what it does to a deployed client of Lockstep's own, which decodes values and shapes that it does not know
 * @param java what it does to the generated client where no client could be modelled from both documents
 * @param hidden whether that holds even where the client's surface shows nothing of it
 * @param message one sentence with places for {@code {where}}, {@code {name}}, {@code {before}} and {@code {after}}
 * @param action what to do about it
 */
public record Rule(
        String id,
        String area,
        String direction,
        Wire wire,
        Wire ours,
        JavaImpact java,
        boolean hidden,
        String message,
        String action) {
    private static final Pattern PLACE = Pattern.compile("\\{(where|name|before|after)}");

    /**
     * Fills the places of the message. The row is read once and what is filled in never again: braces in a vendor's text stay
     * what they are. Between backticks a text keeps none of its own, which would end the stretch that they set apart.
     *
     * @param texts by the name of the place; a place without a text stays empty
     */
    String message(Map<String, String> texts) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(message);
        while (place.find()) {
            String text = texts.getOrDefault(place.group(1), "");
            boolean setApart = message.startsWith("`", place.start() - 1);
            place.appendReplacement(filled, Matcher.quoteReplacement(setApart ? text.replace('`', '\'') : text));
        }
        return Subject.sentence(place.appendTail(filled).toString());
    }

    /** What changed, without the direction: {@code became-required}. */
    public String kind() {
        return direction.equals("any") ? id : id.substring(direction.length() + 1);
    }

    /** Whether such a change is only taken over with {@code --accept}, whatever it breaks. */
    public boolean accept() {
        return (area.equals("security") || area.equals("server")) && wire.compareTo(Wire.RISKY) >= 0;
    }
}
