package dev.lockstep.tracker.compare;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.Unseen;
import dev.lockstep.openapi.SpecException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a change does to code that uses the client: the clients of both documents are modelled, the new one with the old
 * one's names, and what they offer is compared. Where the documents differ in nothing that a client shows, one model does.
 */
final class JavaComparison {
    private final SurfaceDelta delta;
    private final TouchedMembers reach;
    private final List<OperationModel> swapped;

    private JavaComparison(SurfaceDelta delta, TouchedMembers reach, List<OperationModel> swapped) {
        this.delta = delta;
        this.reach = reach;
        this.swapped = swapped;
    }

    /** Empty where no client can be generated from one of them: then the table's column stands. */
    static Optional<JavaComparison> of(ComparisonInput before, ComparisonInput after) {
        try {
            ClientModel was = ClientGenerator.model(before.document(), before.options());
            if (Unseen.only(before.document().root(), after.document().root())) {
                return Optional.of(new JavaComparison(SurfaceDelta.NONE, new TouchedMembers(was), List.of()));
            }
            ClientModel now = ClientGenerator.model(after.document(), carried(before.options(), was));
            return Optional.of(new JavaComparison(
                    SurfaceDelta.of(was.surface(), now.surface()),
                    new TouchedMembers(was),
                    ArgumentComparison.swapped(was, now)));
        } catch (SpecException e) {
            return Optional.empty();
        }
    }

    /** The findings with their java verdicts, and those that only the clients show. */
    List<Finding> judge(List<Judged> judged, ComparisonInput after) {
        return new SymbolAttribution(judged, delta, reach, swapped, after.document()).findings();
    }

    private static GeneratorOptions carried(GeneratorOptions options, ClientModel old) {
        return GeneratorOptions.builder(options.name())
                .packageName(options.packageName())
                .className(options.className())
                .version(options.version())
                .server(options.server())
                .credentials(credentials(options, old))
                .names(old.names())
                .ownExtensions(options.ownExtensions())
                .build();
    }

    /** How each scheme of the old client is configured stays, whatever other schemes come. */
    private static Map<String, String> credentials(GeneratorOptions options, ClientModel old) {
        Map<String, String> credentials = new TreeMap<>();
        old.schemes().forEach(scheme -> credentials.put(scheme.name(), scheme.suffix()));
        credentials.putAll(options.credentials());
        return credentials;
    }
}
