package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.BodyModel;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.ErrorModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ResultModel;
import dev.lockstep.generator.model.SchemeModel;
import dev.lockstep.generator.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the templates of the client class, its adapters and its package print. */
final class ClientViews {
    /** A switch of more cases could outgrow what a method may hold. */
    private static final int CASES = 800;

    private ClientViews() {}

    record SchemeView(
            String expression,
            String javadoc,
            String method,
            String parameters,
            String setter,
            boolean supplier,
            String schemeName) {}

    record ClientView(
            String name,
            String javadoc,
            String vendor,
            String version,
            String server,
            String adapters,
            List<SchemeView> schemes,
            List<ApiView> apis) {}

    record ApiView(String className, String service, String accessor) {}

    record ChunkView(String name, List<String> types, String next) {}

    record AdaptersView(String name, boolean usesDeprecated, List<String> types, String next, List<ChunkView> chunks) {}

    static ClientView client(ClientModel model) {
        List<ApiView> apis = new ArrayList<>();
        for (ApiModel api : model.apis()) {
            apis.add(new ApiView(api.className(), api.serviceName(), api.accessor()));
        }
        String title = model.title().isBlank() ? model.vendor() : model.title();
        return new ClientView(
                model.className(),
                Comments.javadoc().text("Client of " + title + ".").render(0),
                Literals.string(model.vendor()),
                Literals.string(model.version()),
                Literals.string(model.server()),
                model.className() + "Adapters",
                model.schemes().stream().map(ClientViews::scheme).toList(),
                apis);
    }

    private static SchemeView scheme(SchemeModel scheme) {
        String name = Literals.string(scheme.name());
        StringBuilder expression = new StringBuilder("SecurityScheme.")
                .append(scheme.kind().factory())
                .append('(')
                .append(name);
        if (scheme.kind().named()) {
            expression.append(", ").append(Literals.string(scheme.parameter()));
        }
        expression.append(')');
        if (scheme.prefix() != null) {
            expression
                    .append(".withPrefix(")
                    .append(Literals.string(scheme.prefix()))
                    .append(')');
        }
        if (!scheme.suffix().equals(scheme.name())) {
            expression
                    .append(".configuredAs(")
                    .append(Literals.string(scheme.suffix()))
                    .append(')');
        }
        boolean basic = scheme.kind() == SchemeModel.Kind.BASIC;
        return new SchemeView(
                expression.toString(),
                Comments.javadoc()
                        .text("The credential of `" + scheme.name() + "`.")
                        .text(scheme.docs().text())
                        .render(8),
                scheme.method(),
                basic ? "String user, String password" : "String value",
                basic ? "basicCredential(" + name + ", user, password)" : "credential(" + name + ", value)",
                !basic,
                name);
    }

    /** The types that stand for a whole body: Retrofit asks for their adapters. */
    static AdaptersView adapters(ClientModel model) {
        TreeSet<String> types = new TreeSet<>();
        for (OperationModel operation : model.operations()) {
            ResultModel result = operation.result();
            collect(result.type(), types);
            for (BodyModel body : operation.bodies()) {
                if (body.kind() == BodyModel.Kind.JSON) {
                    collect(body.type(), types);
                }
            }
            for (ErrorModel error : operation.errors()) {
                if (error.type() instanceof TypeRef.Named) {
                    collect(error.type(), types);
                }
            }
        }
        List<String> all = List.copyOf(types);
        List<ChunkView> chunks = new ArrayList<>();
        for (int start = CASES; start < all.size(); start += CASES) {
            int end = Math.min(start + CASES, all.size());
            chunks.add(
                    new ChunkView(method(chunks.size()), all.subList(start, end), next(chunks.size() + 1, end, all)));
        }
        int end = Math.min(CASES, all.size());
        boolean deprecated =
                model.types().stream().anyMatch(type -> type.docs().deprecated() && types.contains(type.name()));
        return new AdaptersView(
                model.className() + "Adapters", deprecated, all.subList(0, end), next(0, end, all), chunks);
    }

    private static String method(int chunk) {
        return "findMore" + (chunk == 0 ? "" : String.valueOf(chunk + 1));
    }

    private static String next(int chunk, int end, List<String> all) {
        return end < all.size() ? method(chunk) + "(simpleName)" : "null";
    }

    private static void collect(TypeRef type, Set<String> names) {
        if (type instanceof TypeRef.ListOf list) {
            collect(list.element(), names);
        } else if (type instanceof TypeRef.MapOf map) {
            collect(map.value(), names);
        } else if (type instanceof TypeRef.Named named) {
            names.add(named.javaName());
        }
    }
}
