package dev.lockstep.tracker.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.tracker.check.LockState;
import dev.lockstep.tracker.vendor.Source;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says, offline, what is tracked and what differs from the lock. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Per vendor: sources, operations, lock state, and what differs from the lock. Offline.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Lockstep lockstep;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "VENDOR", description = "Default: all.")
    private List<String> vendors = List.of();

    @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<LockState> states = new ArrayList<>();
        lockstep.workspace().vendors(vendors).forEach(folder -> states.add(LockState.of(folder)));
        out.print(format == OutputFormat.json ? json(states) : text(states));
        out.flush();
        int code = ExitCode.OK;
        for (LockState state : states) {
            code = Math.max(
                    code,
                    switch (state.state()) {
                        case MISMATCH -> ExitCode.MISMATCH;
                        case UNREADABLE -> ExitCode.UNREADABLE;
                        default -> ExitCode.OK;
                    });
        }
        return code;
    }

    private static String text(List<LockState> states) {
        if (states.isEmpty()) {
            return "no vendors: specs/ has no folder with a vendor.yaml\n";
        }
        StringBuilder text = new StringBuilder();
        for (LockState state : states) {
            text.append(state.vendor()).append(": ").append(state.state().text());
            if (!state.version().isEmpty()) {
                text.append(", client ").append(state.version());
            }
            text.append('\n');
            state.sources()
                    .forEach(source ->
                            text.append("  source    ").append(source.name()).append('\n'));
            state.operations()
                    .forEach(key -> text.append("  operation ").append(key).append('\n'));
            state.differs().forEach(line -> text.append("  ! ").append(line).append('\n'));
        }
        return text.toString();
    }

    private static String json(List<LockState> states) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode vendors = root.putArray("vendors");
        for (LockState state : states) {
            ObjectNode vendor = vendors.addObject();
            vendor.put("vendor", state.vendor());
            vendor.put("state", state.state().text());
            vendor.put("version", state.version());
            ArrayNode sources = vendor.putArray("sources");
            for (Source source : state.sources()) {
                sources.addObject().put("url", source.url()).put("file", source.file());
            }
            state.operations().forEach(vendor.putArray("operations")::add);
            state.differs().forEach(vendor.putArray("differs")::add);
        }
        return root + "\n";
    }
}
