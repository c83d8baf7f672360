package dev.lockstep.tracker.compare;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.document.SpecException;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import java.util.List;

/**
 * Judges what a change does to code that uses the client: models the client of both documents, the new one with the old
 * one's names, and compares what they offer.
 */
final class JavaComparison {
    private JavaComparison() {}

    /** The findings with their java verdicts, and those that only the clients show. */
    static List<Finding> judge(List<Judged> judged, ComparisonInput before, ComparisonInput after) {
        ClientModel was;
        ClientModel now;
        try {
            was = ClientGenerator.model(before.document(), before.options());
            now = ClientGenerator.model(after.document(), carried(before.options(), was));
        } catch (SpecException e) {
            // No client can be generated from one of them; the table's column stands.
            return judged.stream().map(Judged::finding).toList();
        }
        SurfaceDelta delta = SurfaceDelta.of(was.surface(), now.surface());
        List<OperationModel> swapped = ArgumentComparison.swapped(was, now);
        return new SymbolAttribution(judged, delta, new Reach(was), swapped, after.document()).findings();
    }

    private static GeneratorOptions carried(GeneratorOptions options, ClientModel old) {
        return GeneratorOptions.builder(options.name())
                .packageName(options.packageName())
                .className(options.className())
                .version(options.version())
                .server(options.server())
                .credentials(options.credentials())
                .names(old.names())
                .ownExtensions(options.ownExtensions())
                .build();
    }
}
