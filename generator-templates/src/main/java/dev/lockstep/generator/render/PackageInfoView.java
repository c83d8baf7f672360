package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ClientModel;

/**
 * The package's description, as {@code package-info.mustache} prints it: the one file that states its package and imports
 * itself.
 *
 * @param javadoc lines of a comment
 * @param packageName the package of every class
 */
record PackageInfoView(String javadoc, String packageName) {
    /** {@code packageName} as templates of 0.1 call it. */
    String getPackage() {
        return packageName;
    }

    static PackageInfoView of(ClientModel model) {
        return new PackageInfoView(clientOf(model), model.packageName());
    }

    static String clientOf(ClientModel model) {
        String title = model.title().isBlank() ? model.vendor() : model.title();
        return Comments.javadoc().text("Client of " + title + ".").render(0);
    }
}
