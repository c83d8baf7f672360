package dev.lockstep.tracker.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.tracker.check.LockState;
import dev.lockstep.tracker.source.LastRead;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says, offline, what is tracked and what differs from the lock. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Per vendor: sources, operations, lock state, and what differs from the lock. Offline.")
final class StatusCommand extends LockstepCommand {
    @Parameters(arity = "0..*", paramLabel = "VENDOR", description = "Default: all.")
    private List<String> vendors = List.of();

    @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    @Option(
            names = "--max-age",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Fail where a vendor's sources were not read from the network for longer, as 3d, 36h or 90m.")
    private @Nullable Duration maxAge;

    /** A vendor's lock, and when its sources were last read. */
    private record Seen(LockState state, @Nullable Instant lastRead, String tooOld) {}

    @Override
    public Integer call() {
        PrintWriter out = out();
        LastRead lastRead = new LastRead(Lockstep.memory(lockstep.workspace()));
        List<Seen> all = new ArrayList<>();
        for (VendorFolder folder : lockstep.workspace().vendors(vendors)) {
            Instant read = lastRead.of(folder.name());
            all.add(new Seen(LockState.of(folder), read, tooOld(read)));
        }
        out.print(format == OutputFormat.json ? json(all) : text(all));
        out.flush();
        int code = all.stream().allMatch(seen -> seen.tooOld().isEmpty()) ? ExitCode.OK : ExitCode.UNREADABLE;
        List<LockState> states = all.stream().map(Seen::state).toList();
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

    /** Why the last reading is no news; the empty string where it is, or nobody asked. */
    private String tooOld(@Nullable Instant read) {
        if (maxAge == null) {
            return "";
        }
        if (read == null) {
            return "never read from the network here; a run of ./lockstep check or update does, and keeps the time in"
                    + " target/lockstep/fetched";
        }
        Duration age = Duration.between(read, lockstep.clock().instant());
        return age.compareTo(maxAge) <= 0
                ? ""
                : "last read " + read + ", " + Age.text(age) + " ago, which is longer than " + Age.text(maxAge)
                        + "; does the nightly run still run?";
    }

    private static String text(List<Seen> all) {
        if (all.isEmpty()) {
            return "no vendors: specs/ has no folder with a vendor.yaml\n";
        }
        StringBuilder text = new StringBuilder();
        for (Seen seen : all) {
            LockState state = seen.state();
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
            if (!seen.tooOld().isEmpty()) {
                text.append("  ! ").append(seen.tooOld()).append('\n');
            }
        }
        return text.toString();
    }

    private static String json(List<Seen> all) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode vendors = root.putArray("vendors");
        for (Seen seen : all) {
            LockState state = seen.state();
            ObjectNode vendor = vendors.addObject();
            vendor.put("vendor", state.vendor());
            vendor.put("state", state.state().text());
            vendor.put("version", state.version());
            ArrayNode sources = vendor.putArray("sources");
            for (Source source : state.sources()) {
                sources.addObject()
                        .put("url", source.url())
                        .put("file", source.file())
                        .put("kind", source.kind().text());
            }
            state.operations().forEach(vendor.putArray("operations")::add);
            state.differs().forEach(vendor.putArray("differs")::add);
            vendor.put(
                    "lastRead", seen.lastRead() == null ? null : seen.lastRead().toString());
            vendor.put("tooOld", !seen.tooOld().isEmpty());
        }
        return root + "\n";
    }
}
