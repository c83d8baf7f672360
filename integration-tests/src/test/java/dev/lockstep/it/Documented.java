package dev.lockstep.it;

import dev.lockstep.client.ApiBadRequestException;
import dev.lockstep.client.ApiConflictException;
import dev.lockstep.client.ApiForbiddenException;
import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.client.ApiServerException;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.ApiUnauthorizedException;
import dev.lockstep.client.ApiUnprocessableEntityException;
import dev.lockstep.conversations.AnyReach;
import dev.lockstep.conversations.Hamsa;
import dev.lockstep.conversations.OpenHands;
import dev.lockstep.conversations.Target;
import dev.lockstep.conversations.Tavus;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the five published pages document: each operation's request, and the exception of each error status. A test holds
 * it equal to the locked specs.
 */
@SuppressWarnings("ImmutableEnumChecker") // targets and lists of List.of are immutable, without saying so
enum Documented {
    TAVUS_CONVERSATION(
            Tavus.conversation("c123456"),
            "POST",
            "/v2/conversations/{conversation_id}/end",
            "/v2/conversations/c123456/end",
            "x-api-key",
            "",
            List.of(400, 401)),
    TAVUS_DEPLOYMENT(
            Tavus.deployment("d654321", "c123456"),
            "POST",
            "/v2/deployments/{deployment_id}/conversations/{conversation_id}/end",
            "/v2/deployments/d654321/conversations/c123456/end",
            "",
            "",
            List.of(404)),
    HAMSA(
            Hamsa.conversation(UUID.fromString("849e77c6-5cb3-479a-a985-7fab630e2c78")),
            "GET",
            "/v1/voice-agents/conversation/{conversationId}/terminate",
            "/v1/voice-agents/conversation/849e77c6-5cb3-479a-a985-7fab630e2c78/terminate",
            "Authorization",
            "Token ",
            List.of(400, 401, 403, 404, 500)),
    ANYREACH(
            AnyReach.conversation("conv_1"),
            "POST",
            "/core/conversations/{conversation_id}/end",
            "/core/conversations/conv_1/end",
            "Authorization",
            "Bearer ",
            List.of(403, 404, 409)),
    OPENHANDS(
            OpenHands.conversation("0f1e2d3c4b5a"),
            "POST",
            "/api/conversations/{conversation_id}/stop",
            "/api/conversations/0f1e2d3c4b5a/stop",
            "X-Session-API-Key",
            "",
            List.of(422));

    /** Every vendor, in the order of the alphabet. */
    static final List<String> VENDORS = List.of("anyreach", "hamsa", "openhands", "tavus");

    final Target<?> target;
    final String method;
    final String template;
    final String path;
    /** The header that carries the credential; empty if none may be sent. */
    final String authHeader;

    final String authPrefix;
    final List<Integer> errors;

    Documented(
            Target<?> target,
            String method,
            String template,
            String path,
            String authHeader,
            String authPrefix,
            List<Integer> errors) {
        this.target = target;
        this.method = method;
        this.template = template;
        this.path = path;
        this.authHeader = authHeader;
        this.authPrefix = authPrefix;
        this.errors = errors;
    }

    String vendor() {
        return target.vendor();
    }

    /** The name under which the vendor's credential is configured. */
    static String credentialName(String vendor) {
        return vendor.equals("anyreach") ? "anyreach.token" : vendor + ".api-key";
    }

    /** The exception class of an error status, documented or not. */
    static Class<? extends ApiStatusException> exception(int status) {
        SortedMap<Integer, Class<? extends ApiStatusException>> classes = new TreeMap<>();
        classes.put(400, ApiBadRequestException.class);
        classes.put(401, ApiUnauthorizedException.class);
        classes.put(403, ApiForbiddenException.class);
        classes.put(404, ApiNotFoundException.class);
        classes.put(409, ApiConflictException.class);
        classes.put(422, ApiUnprocessableEntityException.class);
        classes.put(500, ApiServerException.class);
        Class<? extends ApiStatusException> found = classes.get(status);
        if (found == null) {
            throw new IllegalArgumentException("no page documents " + status);
        }
        return found;
    }
}
