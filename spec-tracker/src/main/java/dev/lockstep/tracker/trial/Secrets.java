package dev.lockstep.tracker.trial;

import dev.lockstep.client.Config;
import dev.lockstep.client.CredentialMask;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.SchemeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The credentials that a call may use: where they come from, where they go, and how they never show. */
final class Secrets {
    private static final String MASK = "***";
    private static final Set<String> HIDDEN =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "www-authenticate");

    /** Members of JSON texts that are secrets by their names. */
    private static final Pattern MEMBER = Pattern.compile(
            "(?i)(\"(?=[^\"]*?(?:password|passwd|secret|token|api[-_]?key|authorization|credential))[^\"]*+\"\\s*+:\\s*+)"
                    + "\"(?:[^\"\\\\]++|\\\\.)*+\"");

    private final ClientModel model;
    private final Config config;
    private final CredentialMask credentials;

    Secrets(ClientModel model, Config config) {
        this.model = model;
        this.config = config;
        List<String> values = new ArrayList<>();
        for (SchemeModel scheme : model.schemes()) {
            List<String> parts = new ArrayList<>();
            for (String name : names(scheme)) {
                String value = config.get(name);
                if (value != null && !value.isBlank()) {
                    parts.add(value);
                }
            }
            values.addAll(parts);
            if (parts.size() > 1) {
                values.add(String.join(":", parts));
            }
        }
        this.credentials = CredentialMask.of(values);
    }

    private List<String> names(SchemeModel scheme) {
        String name = model.vendor() + "." + scheme.suffix();
        return scheme.kind() == SchemeModel.Kind.BASIC
                ? List.of(name + ".username", name + ".password")
                : List.of(name);
    }

    /** What is added to a request on its way out: {@code header x-api-key: *** (TAVUS_API_KEY)}. */
    List<String> sent(OperationModel operation) {
        for (List<String> alternative : operation.security()) {
            List<SchemeModel> schemes = model.schemes().stream()
                    .filter(scheme -> alternative.contains(scheme.name()))
                    .toList();
            boolean whole = schemes.stream()
                    .allMatch(scheme -> names(scheme).stream().allMatch(name -> config.get(name) != null));
            if (whole) {
                return schemes.stream().map(this::carrier).toList();
            }
        }
        return List.of();
    }

    private String carrier(SchemeModel scheme) {
        String from = String.join(
                ", ", names(scheme).stream().map(Config::environmentName).toList());
        String masked = MASK + " (" + from + ")";
        String prefix = scheme.prefix() == null ? "" : scheme.prefix();
        return switch (scheme.kind()) {
            case API_KEY_HEADER -> scheme.parameter() + ": " + prefix + masked;
            case API_KEY_QUERY -> "query " + scheme.parameter() + "=" + masked;
            case API_KEY_COOKIE -> "Cookie: " + scheme.parameter() + "=" + masked;
            case BEARER -> "Authorization: Bearer " + masked;
            case BASIC -> "Authorization: Basic " + masked;
        };
    }

    /** Headers one a line, those that carry secrets without their values. */
    List<String> headers(Headers headers) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            boolean hidden = HIDDEN.contains(name.toLowerCase(Locale.ROOT))
                    || model.schemes().stream()
                            .anyMatch(scheme -> scheme.parameter().equalsIgnoreCase(name));
            lines.add(name + ": " + (hidden ? MASK : mask(headers.value(i))));
        }
        return lines;
    }

    /** A text without any of the credentials, and without the values of members whose names say that they are secret. */
    String mask(String text) {
        return MEMBER.matcher(credentials.mask(text)).replaceAll("$1\"" + MASK + "\"");
    }
}
