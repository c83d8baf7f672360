package dev.lockstep.tracker.rename;

import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.tracker.workspace.Nearest;
import dev.lockstep.tracker.workspace.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something of a client that has a Java name.
 *
 * @param kind what it is
 * @param name as it is now
 * @param keys of the lock that hold the name
 */
record Symbol(Kind kind, String name, List<String> keys) {
    /** What can be renamed. */
    enum Kind {
        OPERATION("operation", "[a-z][A-Za-z0-9]*", true),
        API("API", "[A-Z][A-Za-z0-9]*Api", false),
        CLASS("class", "[A-Z][A-Za-z0-9]*", false),
        PROPERTY("property", "[a-z][A-Za-z0-9]*", true),
        CONSTANT("constant", "[A-Z][A-Z0-9_]*", true);

        private final String text;
        private final Pattern form;
        private final boolean bridged;

        Kind(String text, String form, boolean bridged) {
            this.text = text;
            this.form = Pattern.compile(form);
            this.bridged = bridged;
        }

        String text() {
            return text;
        }

        boolean fits(String name) {
            return form.matcher(name).matches();
        }

        String form() {
            return form.pattern();
        }

        /** Whether something can stand in under the old name. */
        boolean bridged() {
            return bridged;
        }
    }

    /**
     * Finds a symbol: {@code endCall}, {@code CallsApi}, {@code CallsApi#endCall}, {@code Call}, {@code Call#status},
     * {@code Status#ENDED}, or an operation as {@code METHOD /path}.
     *
     * @throws UsageException with the nearest one when there is none
     */
    static Symbol find(ClientModel model, String wanted) {
        List<String> known = new ArrayList<>();
        for (ApiModel api : model.apis()) {
            known.add(api.className());
            if (api.className().equals(wanted)) {
                return new Symbol(
                        Kind.API,
                        api.className(),
                        api.operations().stream()
                                .map(operation -> operation.key() + " api")
                                .toList());
            }
            for (OperationModel operation : api.operations()) {
                known.add(operation.name());
                if (List.of(operation.name(), operation.key(), api.className() + "#" + operation.name())
                        .contains(wanted)) {
                    return new Symbol(Kind.OPERATION, operation.name(), List.of(operation.key()));
                }
            }
        }
        for (TypeDef type : model.types()) {
            known.add(type.name());
            if (type.name().equals(wanted)) {
                return new Symbol(Kind.CLASS, type.name(), List.of(type.key()));
            }
            if (wanted.startsWith(type.name() + "#")) {
                Symbol member = member(type, wanted.substring(type.name().length() + 1), known);
                if (member != null) {
                    return member;
                }
            }
        }
        String hint = Nearest.hint(wanted, known);
        throw new UsageException("the client of " + model.vendor() + " has no " + wanted
                + (hint.isEmpty() ? "; specs/" + model.vendor() + "/client.api lists what it has" : hint));
    }

    private static @Nullable Symbol member(TypeDef type, String name, List<String> known) {
        if (type instanceof ObjectType object) {
            for (PropertyModel property : object.properties()) {
                known.add(type.name() + "#" + property.name());
                if (property.name().equals(name)) {
                    return new Symbol(Kind.PROPERTY, name, List.of(type.key() + " " + property.jsonName()));
                }
            }
        } else if (type instanceof EnumType constants) {
            for (EnumType.Constant constant : constants.constants()) {
                known.add(type.name() + "#" + constant.name());
                if (constant.name().equals(name)) {
                    return new Symbol(
                            Kind.CONSTANT,
                            name,
                            List.of(type.key() + " " + constant.value().toString()));
                }
            }
        }
        return null;
    }
}
