package dev.lockstep.it.faults;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.RetryClass;
import dev.lockstep.it.acme.AcmeClient;
import dev.lockstep.it.acme.Transcript;
import dev.lockstep.vendor.anyreach.AnyReachClient;
import dev.lockstep.vendor.hamsa.HamsaClient;
import dev.lockstep.vendor.openhands.OpenHandsClient;
import dev.lockstep.vendor.tavus.TavusClient;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The five operations, and one of a vendor of our own that has what they lack: a request body. */
@SuppressWarnings("ImmutableEnumChecker") // the set of traits is never changed
enum Subject {
    TAVUS_CONVERSATION("tavus", RetryClass.ONLY_IF_UNSENT, "{\"any\":\"body\"}") {
        @Override
        Bound bind(ClientSettings settings, String text) {
            TavusClient client = TavusClient.builder().settings(settings).build();
            return new Bound(client.client(), client.conversations().endConversation("c123456"));
        }
    },
    TAVUS_DEPLOYMENT(
            "tavus",
            RetryClass.ONLY_IF_UNSENT,
            "{\"conversation_id\":\"c123456\",\"status\":\"ended\"}",
            Trait.DECODED) {
        @Override
        Bound bind(ClientSettings settings, String text) {
            TavusClient client = TavusClient.builder().settings(settings).build();
            return new Bound(client.client(), client.deployments().endDeploymentConversation("d654321", "c123456"));
        }
    },
    HAMSA(
            "hamsa",
            RetryClass.ONLY_IF_UNSENT,
            "{\"success\":true,\"message\":\"Done.\",\"messageKey\":\"DONE\"}",
            Trait.DECODED) {
        @Override
        Bound bind(ClientSettings settings, String text) {
            HamsaClient client = HamsaClient.builder().settings(settings).build();
            UUID id = UUID.fromString("849e77c6-5cb3-479a-a985-7fab630e2c78");
            return new Bound(client.client(), client.conversations().terminateConversation(id));
        }
    },
    ANYREACH(
            "anyreach",
            RetryClass.ALWAYS,
            "{\"conversation_id\":\"conv_1\",\"status\":\"completed\",\"duration\":5,\"summary\":null}",
            Trait.DECODED,
            Trait.ENUM,
            Trait.INTEGER) {
        @Override
        Bound bind(ClientSettings settings, String text) {
            AnyReachClient client = AnyReachClient.builder().settings(settings).build();
            return new Bound(client.client(), client.conversations().endConversation("conv_1"));
        }
    },
    OPENHANDS(
            "openhands",
            RetryClass.ONLY_IF_UNSENT,
            "{\"status\":\"ok\",\"conversation_id\":\"0f1e\",\"conversation_status\":\"STOPPED\"}",
            Trait.DECODED,
            Trait.ENUM,
            Trait.REQUIRED) {
        @Override
        Bound bind(ClientSettings settings, String text) {
            OpenHandsClient client =
                    OpenHandsClient.builder().settings(settings).build();
            return new Bound(client.client(), client.conversations().stopConversation("0f1e"));
        }
    },
    FIXTURE(
            "acme",
            RetryClass.ONLY_IF_UNSENT,
            "{\"id\":\"a1\",\"state\":\"closed\",\"seconds\":5}",
            Trait.DECODED,
            Trait.ENUM,
            Trait.REQUIRED,
            Trait.INTEGER,
            Trait.REQUEST_BODY) {
        @Override
        Bound bind(ClientSettings settings, String text) {
            AcmeClient client = AcmeClient.builder().settings(settings).build();
            Transcript transcript = Transcript.builder().text(text).build();
            return new Bound(client.client(), client.conversations().closeConversation("a1", transcript));
        }
    };

    /** What a fault may need of an operation. */
    enum Trait {
        /** Its success has a documented body. */
        DECODED("no success body is documented, so none is decoded"),
        /** Of which one property is an enum. */
        ENUM("no property of its success is an enum"),
        /** Of which one property is required. */
        REQUIRED("no property of its success is required"),
        /** Of which one property is a whole number. */
        INTEGER("no property of its success is a whole number"),
        REQUEST_BODY("it sends no request body");

        private final String without;

        Trait(String without) {
            this.without = without;
        }

        /** Why a fault that needs this trait cannot happen at an operation that lacks it. */
        String without() {
            return without;
        }
    }

    /** A client and a call of it that has not been made. */
    record Bound(ApiClient client, ApiCall<?> call) {}

    private final String vendor;
    private final RetryClass retry;
    private final String success;
    private final Set<Trait> traits;

    Subject(String vendor, RetryClass retry, String success, Trait... traits) {
        this.vendor = vendor;
        this.retry = retry;
        this.success = success;
        this.traits = traits.length == 0 ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(Arrays.asList(traits));
    }

    /**
     * Makes a client and a call.
     *
     * @param text what the request's body says, where there is one
     */
    abstract Bound bind(ClientSettings settings, String text);

    String vendor() {
        return vendor;
    }

    /** The class that the vendor's page allows. */
    RetryClass retry() {
        return retry;
    }

    /** A body as documented. */
    String success() {
        return success;
    }

    /** Whether its page says that no credential is sent. */
    boolean anonymous() {
        return this == TAVUS_DEPLOYMENT;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The first needed trait that is missing, or null. */
    @Nullable
    Trait lacking(Set<Trait> needed) {
        return needed.stream().filter(trait -> !has(trait)).findFirst().orElse(null);
    }

    /** The configured name of the vendor's credential. */
    String credentialName() {
        return vendor.equals("anyreach") ? "anyreach.token" : vendor + ".api-key";
    }

    /** What the five vendors publish, without the fixture. */
    static Set<Subject> published() {
        return EnumSet.complementOf(EnumSet.of(FIXTURE));
    }
}
