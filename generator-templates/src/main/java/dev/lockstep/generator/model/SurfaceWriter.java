package dev.lockstep.generator.model;

import dev.lockstep.generator.surface.Member;
import dev.lockstep.generator.surface.Surface;
import java.util.ArrayList;
import java.util.List;

/** Lists what a model's client offers to its users. The compiled classes offer exactly this: a test holds the two equal. */
final class SurfaceWriter {
    private final ClientModel model;
    private final List<Member> members = new ArrayList<>();

    SurfaceWriter(ClientModel model) {
        this.model = model;
    }

    Surface surface() {
        client();
        model.apis().forEach(this::api);
        for (TypeDef type : model.types()) {
            if (type instanceof ObjectType object) {
                object(object);
            } else if (type instanceof EnumType constants) {
                enumeration(constants);
            } else if (type instanceof UnionType union) {
                union(union);
            }
        }
        return Surface.of(members);
    }

    private void client() {
        String owner = name(model.className());
        String builder = owner + ".Builder";
        type(owner, "public final class " + owner, "");
        method(owner, "static ", "Builder", "builder()", "");
        for (ApiModel api : model.apis()) {
            method(owner, "", api.className(), api.accessor() + "()", "");
        }
        method(owner, "", model.className(), "with(CallOptions)", "");
        method(owner, "", "ApiClient", "client()", "");
        type(builder, "public static final class " + builder + " extends ClientBuilder<Builder>", "");
        for (SchemeModel scheme : model.schemes()) {
            String origin = "#/components/securitySchemes/" + scheme.name();
            if (scheme.kind() == SchemeModel.Kind.BASIC) {
                method(builder, "", "Builder", scheme.method() + "(String, String)", origin);
            } else {
                method(builder, "", "Builder", scheme.method() + "(String)", origin);
                method(builder, "", "Builder", scheme.method() + "(Supplier<String>)", origin);
            }
        }
        method(builder, "", model.className(), "build()", "");
    }

    private void api(ApiModel api) {
        String owner = name(api.className());
        type(owner, "public final class " + owner, "");
        for (OperationModel operation : api.operations()) {
            for (int body = 0; body < Math.max(1, operation.bodies().size()); body++) {
                List<String> arguments = new ArrayList<>();
                for (ParameterModel parameter : operation.parameters()) {
                    if (parameter.argument()) {
                        arguments.add(plain(parameter.type().javaName()));
                    }
                }
                if (!operation.bodies().isEmpty()) {
                    arguments.add(bodyType(operation.bodies().get(body)));
                }
                String result = "ApiCall<" + plain(operation.result().javaName()) + ">";
                List<String> names = new ArrayList<>(operation.formerNames(body));
                names.add(operation.name(body));
                ObjectType options = operation.options();
                List<String> more = new ArrayList<>(arguments);
                if (options != null) {
                    more.add(options.name());
                }
                for (String name : names) {
                    if (options == null || options.properties().stream().noneMatch(PropertyModel::required)) {
                        method(owner, "", result, name + "(" + String.join(", ", arguments) + ")", operation.key());
                    }
                    if (options != null) {
                        method(owner, "", result, name + "(" + String.join(", ", more) + ")", operation.key());
                    }
                }
            }
        }
    }

    private static String bodyType(BodyModel body) {
        return switch (body.kind()) {
            case TEXT -> "String";
            case BINARY -> "RequestBody";
            default -> plain(body.type().javaName());
        };
    }

    private void object(ObjectType type) {
        String owner = name(type.name());
        String builder = owner + ".Builder";
        type(owner, "public final class " + owner + " extends JsonModel<Builder>", type.key());
        method(owner, "static ", "Builder", "builder()", type.key());
        type(
                builder,
                "public static final class " + builder + " extends ModelBuilder<" + type.name() + ", Builder>",
                type.key());
        for (PropertyModel property : type.properties()) {
            String java = plain(property.type().javaName());
            List<String> names = new ArrayList<>(property.formerNames());
            names.add(property.name());
            for (String name : names) {
                method(owner, property.alwaysThere() ? "" : "@Nullable ", java, name + "()", property.pointer());
                method(builder, "", "Builder", name + "(" + java + ")", property.pointer());
            }
        }
        TypeRef additional = type.additional();
        if (additional != null) {
            String java = "Map<String, " + plain(additional.javaName()) + ">";
            method(owner, "", java, type.additionalName() + "()", type.key());
            method(builder, "", "Builder", type.additionalName() + "(" + java + ")", type.key());
        }
    }

    private void enumeration(EnumType type) {
        String owner = name(type.name());
        String wire = type.wire().javaName();
        type(owner, "public final class " + owner + " extends OpenEnum<" + wire + ">", type.key());
        method(owner, "static ", type.name(), "of(" + wire + ")", type.key());
        boolean texts = type.wire() == EnumType.Wire.STRING;
        if (texts) {
            type(owner + ".Values", "public static final class " + owner + ".Values", type.key());
        }
        List<EnumType.Constant> all = new ArrayList<>(type.constants());
        all.addAll(type.retired());
        for (EnumType.Constant constant : all) {
            List<String> names = new ArrayList<>(constant.formerNames());
            names.add(constant.name());
            for (String name : names) {
                method(owner, "static final ", type.name(), name, type.key());
                if (texts) {
                    method(owner + ".Values", "static final ", "String", name, type.key());
                }
            }
        }
    }

    private void union(UnionType type) {
        String owner = name(type.name());
        type(owner, "public abstract sealed class " + owner + " extends JsonUnion", type.key());
        for (UnionType.Variant variant : type.variants()) {
            String java = plain(variant.type().javaName());
            String nested = owner + "." + variant.name();
            String factory = Character.toLowerCase(variant.name().charAt(0))
                    + variant.name().substring(1);
            method(owner, "static ", type.name(), factory + "(" + java + ")", variant.pointer());
            type(nested, "public static final class " + nested + " extends " + type.name(), variant.pointer());
            method(nested, "", java, "value()", variant.pointer());
        }
    }

    private String name(String simpleName) {
        return model.packageName() + "." + simpleName;
    }

    private void type(String symbol, String declaration, String origin) {
        members.add(new Member(symbol, declaration, origin));
    }

    private void method(String owner, String modifiers, String type, String signature, String origin) {
        members.add(new Member(owner + "#" + signature, "public " + modifiers + type + " " + signature, origin));
    }

    /** Without annotations of type arguments, which the dump does not show. */
    private static String plain(String javaName) {
        return javaName.replace("@Nullable ", "");
    }
}
