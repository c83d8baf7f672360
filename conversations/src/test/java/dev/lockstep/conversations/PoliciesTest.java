package dev.lockstep.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    @Test
    void alignsWhatIsInForce() {
        List<dev.lockstep.client.OperationPolicy> ours = Conversations.builder().build().policies().stream()
                .filter(policy -> !policy.vendor().equals("acme"))
                .toList();

        assertEquals("""
                vendor     operation                  attempts  repeats         deadline  attempt  credential    request
                anyreach   endConversation            3         always          30 s      10 s     bearerAuth    POST /core/conversations/{conversation_id}/end
                hamsa      terminateConversation      3         only-if-unsent  30 s      10 s     ApiKeyAuth    GET /v1/voice-agents/conversation/{conversationId}/terminate
                openhands  stopConversation           3         only-if-unsent  30 s      10 s     APIKeyHeader  POST /api/conversations/{conversation_id}/stop
                tavus      endConversation            3         only-if-unsent  30 s      10 s     apiKey        POST /v2/conversations/{conversation_id}/end
                tavus      endDeploymentConversation  3         only-if-unsent  30 s      10 s     none          POST /v2/deployments/{deployment_id}/conversations/{conversation_id}/end
                """, Policies.table(ours));
    }
}
