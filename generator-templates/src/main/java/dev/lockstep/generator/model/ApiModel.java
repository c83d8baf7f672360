package dev.lockstep.generator.model;

import java.util.List;

/**
 * Operations that belong to one resource.
 *
 * @param name {@code Conversations}
 * @param className {@code ConversationsApi}
 * @param serviceName {@code ConversationsService}
 * @param accessor {@code conversations}
 * @param operations sorted by key
 */
public record ApiModel(
        String name, String className, String serviceName, String accessor, List<OperationModel> operations) {
    public ApiModel {
        operations = List.copyOf(operations);
    }
}
