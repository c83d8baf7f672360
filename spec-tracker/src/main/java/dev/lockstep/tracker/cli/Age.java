package dev.lockstep.tracker.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time span as people type it: {@code 3d}, {@code 36h}, {@code 90m}. */
final class Age implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([dhm])");

    @Override
    public Duration convert(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + value + "' is no age; write one such as 3d, 36h or 90m");
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofMinutes(count);
        };
    }

    /** In the largest unit of which it has one at least. */
    static String text(Duration age) {
        if (age.toDays() > 0) {
            return plural(age.toDays(), "day");
        }
        return age.toHours() > 0 ? plural(age.toHours(), "hour") : plural(Math.max(0, age.toMinutes()), "minute");
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
