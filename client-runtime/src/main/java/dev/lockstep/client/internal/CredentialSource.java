package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Config;
import dev.lockstep.client.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the credentials of an attempt: those of the call's options first, then the configuration's. */
final class CredentialSource {
    private final String vendor;
    private final Map<String, SecurityScheme> schemes;
    private final Config config;

    CredentialSource(String vendor, Map<String, SecurityScheme> schemes, Config config) {
        this.vendor = vendor;
        this.schemes = schemes;
        this.config = config;
    }

    /**
     * The credentials of the first alternative that is configured whole. Suppliers are asked here, once.
     *
     * @return empty for an operation, or alternative, without security
     * @throws CredentialRefusal if no alternative is configured, or a supplier gives nothing usable
     */
    List<Stamp> resolve(OperationSpec spec, CallOptions options) throws CredentialRefusal {
        if (spec.alternatives().isEmpty()) {
            return List.of();
        }
        for (List<String> alternative : spec.alternatives()) {
            List<Found> found = find(alternative, options);
            if (found.size() == alternative.size()) {
                List<Stamp> stamps = new ArrayList<>(found.size());
                for (Found credential : found) {
                    stamps.add(credential.stamp(vendor + " " + spec.name()));
                }
                return stamps;
            }
        }
        throw new CredentialRefusal(missing(spec, options));
    }

    private List<Found> find(List<String> alternative, CallOptions options) throws CredentialRefusal {
        List<Found> found = new ArrayList<>(alternative.size());
        for (String name : alternative) {
            SecurityScheme scheme = schemes.get(name);
            if (scheme == null) {
                throw new CredentialRefusal("the client of " + vendor + " knows no security scheme " + name);
            }
            Supplier<@Nullable String> supplier = options.credential(name);
            if (supplier != null) {
                found.add(new Found(scheme, supplier));
                continue;
            }
            String value = configured(scheme);
            if (value != null) {
                found.add(new Found(scheme, () -> value));
            }
        }
        return found;
    }

    private @Nullable String configured(SecurityScheme scheme) throws CredentialRefusal {
        try {
            if (scheme.kind() != SecurityScheme.Kind.BASIC) {
                return config.get(key(scheme));
            }
            String user = config.get(key(scheme) + ".username");
            String password = config.get(key(scheme) + ".password");
            return user == null || password == null ? null : user + ":" + password;
        } catch (Throwable thrown) {
            ForeignCode.keepInterrupt(thrown);
            throw new CredentialRefusal("the credential " + scheme.name() + " (" + key(scheme) + ") cannot be read: "
                    + ForeignCode.name(thrown) + " from " + config);
        }
    }

    private String missing(OperationSpec spec, CallOptions options) throws CredentialRefusal {
        TreeSet<String> absent = new TreeSet<>();
        for (List<String> alternative : spec.alternatives()) {
            for (String name : alternative) {
                SecurityScheme scheme = schemes.get(name);
                if (scheme != null && options.credential(name) == null && configured(scheme) == null) {
                    absent.add(name);
                }
            }
        }
        String names = absent.stream()
                .map(name -> keys(schemes.get(name)).stream()
                        .map(key -> key + " (environment variable " + Config.environmentName(key) + ")")
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; "));
        return vendor + " " + spec.name() + " needs the credential " + spec.security() + "; not set: "
                + String.join(", ", absent) + ". Give it to the client's builder, or set " + names
                + ". Nothing was sent.";
    }

    /** Configuration names of a scheme's credential. */
    List<String> keys(@Nullable SecurityScheme scheme) {
        if (scheme == null) {
            return List.of();
        }
        String key = key(scheme);
        return scheme.kind() == SecurityScheme.Kind.BASIC
                ? List.of(key + ".username", key + ".password")
                : List.of(key);
    }

    private String key(SecurityScheme scheme) {
        return vendor + "." + scheme.configName();
    }

    /** A scheme that has a credential, not yet asked for. */
    private record Found(SecurityScheme scheme, Supplier<@Nullable String> supplier) {
        Stamp stamp(String operation) throws CredentialRefusal {
            String value;
            try {
                value = supplier.get();
            } catch (Throwable thrown) {
                ForeignCode.keepInterrupt(thrown);
                // The supplier's own message may hold the credential: its class must do.
                throw new CredentialRefusal(operation + ": the supplier of the credential " + scheme.name() + " threw "
                        + thrown.getClass().getName() + ". Nothing was sent.");
            }
            String problem = CredentialCheck.problem(scheme, value);
            if (problem != null || value == null) {
                throw new CredentialRefusal(
                        operation + ": the credential " + scheme.name() + " " + problem + ". Nothing was sent.");
            }
            return new Stamp(scheme, value);
        }
    }
}
