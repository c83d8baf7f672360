package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.SchemeModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client class, as {@code client.mustache} prints it.
 *
 * @param name the name of the class
 * @param javadoc lines of a comment
 * @param vendor literal: the vendor's name
 * @param version literal: the client's version
 * @param server literal: the base URL
 * @param adapters name of the class of its adapters
 * @param schemes what its builder takes credentials for
 * @param apis one accessor each
 */
record ClientView(
        String name,
        String javadoc,
        String vendor,
        String version,
        String server,
        String adapters,
        List<Scheme> schemes,
        List<Api> apis) {
    /**
     * A security scheme.
     *
     * @param schemeName literal: its name in the document
     * @param factory the method of {@code SecurityScheme} that creates it
     * @param parameter literal: the header, query parameter or cookie; absent for bearer and basic
     * @param prefix literal: text before the key; absent for none
     * @param suffix literal: last part of its configuration name; absent where that is the scheme's name
     * @param method the builder's method
     * @param javadoc lines of that method's comment, indented
     * @param basic whether its credential is a user with a password
     */
    record Scheme(
            String schemeName,
            String factory,
            @Nullable String parameter,
            @Nullable String prefix,
            @Nullable String suffix,
            String method,
            String javadoc,
            boolean basic) {}

    /**
     * An API.
     *
     * @param className the name of its class
     * @param service name of its Retrofit interface
     * @param accessor the client's method
     */
    record Api(String className, String service, String accessor) {}

    static ClientView of(ClientModel model) {
        return new ClientView(
                model.className(),
                PackageInfoView.clientOf(model),
                Literals.string(model.vendor()),
                Literals.string(model.version()),
                Literals.string(model.server()),
                AdaptersView.name(model),
                model.schemes().stream().map(ClientView::scheme).toList(),
                model.apis().stream()
                        .map(api -> new Api(api.className(), api.serviceName(), api.accessor()))
                        .toList());
    }

    private static Scheme scheme(SchemeModel scheme) {
        String prefix = scheme.prefix();
        return new Scheme(
                Literals.string(scheme.name()),
                scheme.kind().factory(),
                scheme.kind().named() ? Literals.string(scheme.parameter()) : null,
                prefix == null ? null : Literals.string(prefix),
                scheme.suffix().equals(scheme.name()) ? null : Literals.string(scheme.suffix()),
                scheme.method(),
                Comments.javadoc()
                        .text("The credential of `" + scheme.name() + "`.")
                        .text(scheme.docs().text())
                        .render(8),
                scheme.kind() == SchemeModel.Kind.BASIC);
    }
}
