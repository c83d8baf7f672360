package dev.lockstep.tracker.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.Muting;
import dev.lockstep.tracker.compare.Rule;
import dev.lockstep.tracker.compare.RuleTable;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.evidence.Advice;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.impact.Impact;
import dev.lockstep.tracker.impact.UseSite;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** SARIF 2.1.0, as code-scanning services read it. */
final class SarifRenderer implements Renderer {
    /** What stands for itself in a path. */
    private static final String PATH = "-._~/!$&'()*+,;=@";
    /** What does so in an address, or is taken to be encoded already. */
    private static final String ADDRESS = PATH + ":?%";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    @Override
    public String comparison(Comparison comparison, Evidence evidence) {
        return log(List.of(comparison), List.of(), untried("", evidence), Impact.UNKNOWN);
    }

    @Override
    public String check(CheckReport report) {
        return log(
                report.vendors().stream()
                        .map(VendorReport::comparison)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                report.vendors().stream()
                        .flatMap(vendor -> vendor.errors().stream().map(error -> vendor.vendor() + ": " + error))
                        .toList(),
                report.vendors().stream()
                        .flatMap(vendor -> untried(vendor.vendor() + ": ", vendor.evidence()).stream())
                        .toList(),
                report.impact());
    }

    /** Operations of which no failure says nothing, a line each. */
    private static List<String> untried(String vendor, Evidence evidence) {
        return evidence.operations().stream()
                .filter(operation -> operation.advice() == Advice.UNKNOWN)
                .map(operation -> vendor + operation.operation() + ": " + operation.words() + ": "
                        + String.join("; ", operation.limits()))
                .toList();
    }

    /**
     * @param errors of vendors that could not be checked: their silence is no verdict
     * @param untried of operations that were not fully tried out
     */
    private static String log(List<Comparison> comparisons, List<String> errors, List<String> untried, Impact impact) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Lockstep");
        ArrayNode rules = driver.putArray("rules");
        if (!errors.isEmpty() || !untried.isEmpty()) {
            ObjectNode invocation = run.putArray("invocations").addObject();
            invocation.put("executionSuccessful", errors.isEmpty());
            ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
            errors.forEach(error -> notification(notifications, "error", error));
            untried.forEach(each -> notification(notifications, "warning", each));
        }
        Map<String, Integer> index = new LinkedHashMap<>();
        ArrayNode results = run.putArray("results");
        for (Comparison comparison : comparisons) {
            for (Finding finding : comparison.findings()) {
                ObjectNode result = result(finding, index(finding, index, rules));
                List<UseSite> sites = impact.sites(finding);
                if (!sites.isEmpty()) {
                    ArrayNode related = result.putArray("relatedLocations");
                    sites.forEach(site -> related.add(location(site)));
                }
                results.add(result);
            }
            for (Muting.Muted muted : comparison.muting().muted()) {
                ObjectNode result = result(muted.finding(), index(muted.finding(), index, rules));
                ObjectNode suppression = result.putArray("suppressions").addObject();
                suppression.put("kind", "external");
                suppression.put("justification", Visible.line(muted.reason()));
                results.add(result);
            }
        }
        run.put("columnKind", "utf16CodeUnits");
        return JsonRenderer.line(log);
    }

    private static void notification(ArrayNode notifications, String level, String message) {
        notifications.addObject().put("level", level).putObject("message").put("text", text(message));
    }

    private static int index(Finding finding, Map<String, Integer> index, ArrayNode rules) {
        return index.computeIfAbsent(finding.id(), id -> {
            rules.add(rule(id));
            return rules.size() - 1;
        });
    }

    private static ObjectNode rule(String id) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.put("id", id);
        for (Rule row : RuleTable.standard().rules()) {
            if (row.id().equals(id)) {
                rule.putObject("shortDescription").put("text", text(row.message()));
                rule.putObject("help").put("text", row.action());
                rule.putObject("defaultConfiguration").put("level", level(row.wire(), false));
            }
        }
        return rule;
    }

    private static ObjectNode result(Finding finding, int rule) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ruleId", finding.id());
        result.put("ruleIndex", rule);
        result.put("level", level(finding.wire(), finding.breaking()));
        result.putObject("message").put("text", text(finding.message() + " " + finding.action()));
        ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(finding.at().file()));
        physical.putObject("region").put("startLine", Math.max(1, finding.at().line()));
        result.putObject("partialFingerprints").put("lockstep/v1", finding.fingerprint());
        ObjectNode properties = result.putObject("properties");
        properties.put("wire", finding.wire().text());
        properties.put("java", finding.java().text());
        properties.put("operation", finding.operation());
        properties.put("pointer", finding.at().pointer());
        return result;
    }

    private static ObjectNode location(UseSite site) {
        ObjectNode location = JsonNodeFactory.instance.objectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(site.file()));
        physical.putObject("region").put("startLine", Math.max(1, site.line()));
        location.putObject("message").put("text", text(CallSites.text(site)));
        return location;
    }

    /** A message string, in which a number in braces would stand for an argument (SARIF 2.1.0, 3.11.5): they are doubled. */
    private static String text(String message) {
        return PLACEHOLDER.matcher(Visible.line(message)).replaceAll("{{$1}}");
    }

    private static String level(Wire wire, boolean breaking) {
        if (breaking || wire == Wire.BREAKING) {
            return "error";
        }
        return wire == Wire.RISKY ? "warning" : "note";
    }

    /** A path or an address as a URI reference (RFC 3986), which the format asks for. */
    private static String uri(String file) {
        String text = file.replace('\\', '/');
        boolean address = text.matches("[A-Za-z][A-Za-z0-9+.-]*://.*");
        if (address) {
            text = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        }
        StringBuilder uri = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean kept = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || (address ? ADDRESS : PATH).indexOf(c) >= 0;
            uri.append(kept ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
        }
        return uri.toString();
    }
}
