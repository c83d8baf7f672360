package dev.lockstep.generator.render;

import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.OperationModel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a request body passes from the API class to the Retrofit interface. */
final class BodyForm {
    private BodyForm() {}

    /** What one of an operation's methods sends; null for none. */
    static @Nullable BodyModel of(OperationModel operation, int method) {
        return operation.bodies().isEmpty() ? null : operation.bodies().get(method);
    }

    /** Whether Retrofit's converter writes it. */
    static boolean isDirect(BodyModel body) {
        return body.kind() == BodyModel.Kind.JSON
                && body.required()
                && body.mediaType().equals("application/json");
    }

    /** What a caller gives. */
    static String type(BodyModel body) {
        return switch (body.kind()) {
            case TEXT -> "String";
            case BINARY -> "RequestBody";
            default -> body.type().javaName();
        };
    }

    static ApiView.Body passed(BodyModel body) {
        if (isDirect(body)) {
            return new ApiView.Body(null, null, null);
        }
        boolean raw = body.kind() == BodyModel.Kind.TEXT || body.kind() == BodyModel.Kind.BINARY;
        return new ApiView.Body(
                body.kind().name().toLowerCase(Locale.ROOT),
                body.kind() == BodyModel.Kind.FORM ? null : Literals.string(body.mediaType()),
                raw ? null : body.type().adapter());
    }
}
