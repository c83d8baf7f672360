package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ApiModel;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.UnionType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders a model into source files. */
public final class ClientRenderer {
    private final ClientModel model;
    private final Templates templates;
    private final List<Job> jobs = new ArrayList<>();

    /** A file to render; the model is only read by then, so that files are rendered on all processors. */
    private record Job(String className, String template, Supplier<Object> view) {}

    private ClientRenderer(ClientModel model, @Nullable Path templateDirectory) {
        this.model = model;
        this.templates = Templates.of(templateDirectory);
    }

    /**
     * The client's files.
     *
     * @param templateDirectory a folder whose templates stand in for ours of the same file name; null for none
     * @return text by path, relative to the source root
     */
    public static SortedMap<String, String> render(ClientModel model, @Nullable Path templateDirectory) {
        return new ClientRenderer(model, templateDirectory).files();
    }

    private SortedMap<String, String> files() {
        for (TypeDef type : model.types()) {
            if (type instanceof ObjectType object) {
                add(type.name(), "model", () -> ModelView.of(object));
            } else if (type instanceof EnumType constants) {
                add(type.name(), "enum", () -> EnumView.of(constants));
            } else if (type instanceof UnionType union) {
                add(type.name(), "union", () -> UnionView.of(union));
            }
        }
        for (ApiModel api : model.apis()) {
            add(api.serviceName(), "service", () -> ServiceView.of(api));
            add(api.className(), "api", () -> ApiView.of(api, model.title()));
        }
        add(model.className(), "client", () -> ClientView.of(model));
        add(AdaptersView.name(model), "adapters", () -> AdaptersView.of(model));
        SortedMap<String, String> files = new TreeMap<>(
                jobs.parallelStream().collect(Collectors.toConcurrentMap(job -> path(job.className()), this::render)));
        files.put(path("package-info"), templates.render("package-info", PackageInfoView.of(model)));
        return files;
    }

    private void add(String className, String template, Supplier<Object> view) {
        jobs.add(new Job(className, template, view));
    }

    private String render(Job job) {
        return SourceFile.of(
                model.packageName(), templates.render(job.template(), job.view().get()));
    }

    private String path(String className) {
        return model.packageName().replace('.', '/') + "/" + className + ".java";
    }
}
