package dev.lockstep.tracker.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.canonical.Canonical;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.BlockOutcome;
import dev.lockstep.tracker.page.PageReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the documents inside pages, or why a page is refused. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Print the OpenAPI documents inside pages, or say why a page is refused.")
final class ExtractCommand extends LockstepCommand {
    enum Format {
        yaml,
        json
    }

    @Parameters(arity = "1..*", paramLabel = "PAGE", description = "Pages as published, or whole specs.")
    private List<Path> pages = List.of();

    @Option(
            names = "--format",
            description = "yaml: the documents; json: one line a block or refusal. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.yaml;

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = spec.commandLine().getErr();
        boolean all = true;
        boolean first = true;
        for (Path page : pages) {
            for (Block block : read(page)) {
                all &= block.outcome() == BlockOutcome.OK;
                if (format == Format.json) {
                    out.print(json(block) + "\n");
                    continue;
                }
                for (Diagnostic note : block.notes()) {
                    err.println(note);
                }
                if (block.outcome() == BlockOutcome.OK) {
                    out.print((first ? "" : "---\n")
                            + Canonical.text((ObjectNode) block.required().root()));
                    first = false;
                } else {
                    err.println(block.page() + ":" + block.line() + ": "
                            + block.outcome().text() + ": " + block.reason());
                }
            }
        }
        out.flush();
        return all ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private static List<Block> read(Path page) {
        try {
            return PageReader.read(page);
        } catch (SpecException e) {
            return List.of(Block.refused(e.source(), Math.max(1, e.line()), null, e.reason()));
        }
    }

    private static String json(Block block) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("page", block.page());
        line.put("line", block.line());
        line.put("outcome", block.outcome().text());
        line.put("openapi", block.document() == null ? null : block.document().openapi());
        block.operations().forEach(line.putArray("operations")::add);
        line.put("spec", block.spec());
        line.put("reason", block.reason().isEmpty() ? null : block.reason());
        return line.toString();
    }
}
