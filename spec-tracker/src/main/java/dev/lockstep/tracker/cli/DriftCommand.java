package dev.lockstep.tracker.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.lock.LockReader;
import dev.lockstep.openapi.canonical.YamlWriter;
import dev.lockstep.tracker.drift.DriftLog;
import dev.lockstep.tracker.drift.DriftOverlay;
import dev.lockstep.tracker.workspace.Nearest;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads drift events out of logs and proposes overlay actions. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Read the drift events that clients logged, and propose overlay actions for the vendors' specs.")
final class DriftCommand extends LockstepCommand {
    enum Format {
        yaml,
        json
    }

    @Parameters(arity = "0..*", paramLabel = "LOG", description = "Logs. Default: standard input.")
    private List<Path> logs = List.of();

    @Option(
            names = "--format",
            description = "yaml: an overlay for each vendor; json: one object with all. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.yaml;

    @Override
    public Integer call() {
        DriftLog log = read();
        Map<String, DriftOverlay.Proposal> proposals = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        List<VendorFolder> tracked = lockstep.workspace().vendors();
        List<String> known = tracked.stream().map(VendorFolder::name).toList();
        for (String vendor : log.vendors()) {
            int index = known.indexOf(vendor);
            if (index < 0) {
                unknown.add("unknown vendor " + vendor + Nearest.hint(vendor, known) + " (kinds of drift: "
                        + log.kinds(vendor) + ")");
            } else {
                VendorFolder folder = tracked.get(index);
                proposals.put(
                        vendor,
                        DriftOverlay.propose(
                                log,
                                folder.document(folder.spec()),
                                LockReader.read(folder.lock()).lock()));
            }
        }
        PrintWriter out = out();
        out.print(format == Format.json ? json(log, proposals, unknown) : yaml(proposals));
        out.flush();
        summary(log, proposals, unknown);
        return ExitCode.OK;
    }

    private DriftLog read() {
        DriftLog log = new DriftLog();
        if (logs.isEmpty()) {
            read(log, System.in, "standard input");
        }
        for (Path file : logs) {
            try (InputStream in = Files.newInputStream(file)) {
                read(log, in, file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return log;
    }

    private static void read(DriftLog log, InputStream in, String name) {
        try {
            Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            log.read(reader, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private void summary(DriftLog log, Map<String, DriftOverlay.Proposal> proposals, List<String> unknown) {
        Console console = console();
        log.malformed().forEach(console::say);
        long more = log.malformedCount() - log.malformed().size();
        if (more > 0) {
            console.say("… and " + more + " more lines of that kind");
        }
        unknown.forEach(console::say);
        proposals.values().forEach(proposal -> proposal.unplaced().forEach(console::say));
        int actions = proposals.values().stream()
                .mapToInt(proposal -> actions(proposal.overlay()))
                .sum();
        console.say(log.lines() + " lines: " + (log.lines() - log.others() - log.malformedCount()) + " with an event, "
                + log.malformedCount() + " with one that cannot be read, " + log.others() + " others; " + actions
                + (actions == 1 ? " action" : " actions") + " proposed");
    }

    private static int actions(@Nullable ObjectNode overlay) {
        return overlay == null ? 0 : overlay.path("actions").size();
    }

    private static String yaml(Map<String, DriftOverlay.Proposal> proposals) {
        StringBuilder text = new StringBuilder();
        proposals.forEach((vendor, proposal) -> {
            if (proposal.overlay() != null) {
                text.append(text.length() == 0 ? "" : "---\n")
                        .append("# for specs/" + vendor + "/overlay.yaml\n")
                        .append(YamlWriter.write(proposal.overlay()));
            }
        });
        return text.toString();
    }

    private static String json(DriftLog log, Map<String, DriftOverlay.Proposal> proposals, List<String> unknown) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("lines", log.lines());
        root.put("others", log.others());
        root.put("malformed", log.malformedCount());
        log.malformed().forEach(root.putArray("named")::add);
        ArrayNode vendors = root.putArray("vendors");
        proposals.forEach((vendor, proposal) -> {
            ObjectNode each = vendors.addObject();
            each.put("vendor", vendor);
            each.set("overlay", proposal.overlay());
            proposal.unplaced().forEach(each.putArray("unplaced")::add);
        });
        unknown.forEach(root.putArray("unknown")::add);
        return root + "\n";
    }
}
