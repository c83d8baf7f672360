package dev.lockstep.conversations;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientBuilder;
import java.util.function.Consumer;

/**
 * How a vendor joins {@link Conversations}: its client, and which call ends which {@link Target}.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}: list the class in
 * {@code META-INF/services/dev.lockstep.conversations.Vendor}. It is public, with a public constructor without arguments,
 * and holds no state. The vendor's client may be missing at run time: then {@link #clientType()} fails with
 * {@link NoClassDefFoundError} and nothing else is called.
 *
 * @param <C> the vendor's generated client
 */
public interface Vendor<C> {
    /** Lower case, and first word of the vendor's configuration names: {@code tavus} in {@code tavus.api-key}. */
    String name();

    /** The generated client's class. */
    Class<C> clientType();

    /** The Maven coordinates of the client's jar, for the message that says it is missing. */
    String artifact();

    /**
     * Makes the client.
     *
     * @param shared applies what is configured for all vendors and for this one; call it on the client's new builder,
     *     before {@code build()}
     */
    C connect(Consumer<? super ClientBuilder<?>> shared);

    /** What runs under the generated client. */
    ApiClient apiClient(C client);

    /**
     * The call for a target of this vendor.
     *
     * @return for the response type that the target's factory method promises
     * @throws IllegalArgumentException if an argument of the target is refused, before anything is sent
     */
    Ending<?> end(C client, Target<?> target);
}
