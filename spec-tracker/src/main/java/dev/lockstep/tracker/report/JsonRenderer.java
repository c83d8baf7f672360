package dev.lockstep.tracker.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.Muting;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.evidence.Failure;
import dev.lockstep.tracker.evidence.OperationEvidence;
import dev.lockstep.tracker.impact.Impact;
import dev.lockstep.tracker.impact.UseSite;
import java.io.UncheckedIOException;

/** For machines: one object on one line. */
public final class JsonRenderer implements Renderer {
    /** Everything outside ASCII is escaped, so that nothing in it can hide or reorder what a person reads. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public String comparison(Comparison comparison, Evidence evidence) {
        ObjectNode tree = tree(comparison);
        if (!evidence.equals(Evidence.NONE)) {
            tree.set("evidence", tree(evidence));
        }
        return line(tree);
    }

    @Override
    public String check(CheckReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("wire", report.wire().text());
        root.put("java", report.java().text());
        boolean known = report.impact().isKnown();
        ArrayNode vendors = root.putArray("vendors");
        for (VendorReport vendor : report.vendors()) {
            ObjectNode item = vendors.addObject();
            item.put("vendor", vendor.vendor());
            item.put("status", vendor.status().text());
            ObjectNode version = item.putObject("version");
            version.put("old", vendor.oldVersion());
            version.put("new", vendor.newVersion());
            vendor.notes().forEach(item.putArray("notes")::add);
            vendor.errors().forEach(item.putArray("errors")::add);
            vendor.surface().forEach(item.putArray("surface")::add);
            Comparison comparison = vendor.comparison();
            if (known) {
                item.put("used", comparison == null ? 0 : report.impact().used(comparison.findings()));
            }
            if (comparison != null) {
                item.setAll(tree(comparison, report.impact()));
                ArrayNode needs = item.putArray("needs");
                if (comparison.needsAcceptance()) {
                    needs.add("accept");
                }
                item.set("evidence", tree(vendor.evidence()));
            }
        }
        return line(root);
    }

    /** The object that {@code diff --format json} prints, for those who add to it. */
    public static ObjectNode tree(Comparison comparison) {
        return tree(comparison, Impact.UNKNOWN);
    }

    private static ObjectNode tree(Comparison comparison, Impact impact) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("old", comparison.oldSource());
        root.put("new", comparison.newSource());
        root.put("wire", comparison.wire().text());
        root.put("java", comparison.java().text());
        root.put("semver", comparison.semver().text());
        root.put("outside", comparison.outside());
        ArrayNode findings = root.putArray("findings");
        for (Finding finding : comparison.findings()) {
            ObjectNode item = tree(finding);
            if (impact.isKnown()) {
                ArrayNode sites = item.putArray("usedAt");
                impact.sites(finding).forEach(site -> sites.add(tree(site)));
            }
            findings.add(item);
        }
        ArrayNode muted = root.putArray("muted");
        for (Muting.Muted each : comparison.muting().muted()) {
            ObjectNode item = tree(each.finding());
            item.put("reason", each.reason());
            item.put("expires", each.expires().toString());
            muted.add(item);
        }
        comparison.muting().notes().forEach(root.putArray("muteNotes")::add);
        return root;
    }

    private static ObjectNode tree(Evidence evidence) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("unchanged", evidence.unchanged());
        root.put("untried", evidence.untried());
        ArrayNode operations = root.putArray("operations");
        for (OperationEvidence operation : evidence.operations()) {
            ObjectNode item = operations.addObject();
            item.put("operation", operation.operation());
            item.put("advice", operation.advice().text());
            item.put("deadline", operation.deadline());
            item.put("answers", operation.answers());
            item.put("requests", operation.requests());
            ArrayNode failures = item.putArray("failures");
            for (Failure failure : operation.failures()) {
                failures.addObject()
                        .put("where", failure.where())
                        .put("path", failure.path())
                        .put("reason", failure.reason());
            }
            operation.limits().forEach(item.putArray("limits")::add);
            item.put("fault", operation.fault());
        }
        return root;
    }

    private static ObjectNode tree(UseSite site) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("service", site.service());
        item.put("file", site.file());
        item.put("line", site.line());
        item.put("method", site.method());
        item.put("through", site.through());
        return item;
    }

    private static ObjectNode tree(Finding finding) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", finding.id());
        item.put("fingerprint", finding.fingerprint());
        item.put("wire", finding.wire().text());
        item.put("java", finding.java().text());
        item.put("operation", finding.operation());
        ObjectNode at = item.putObject("at");
        at.put("file", finding.at().file());
        at.put("line", finding.at().line());
        at.put("pointer", finding.at().pointer());
        item.put("before", finding.before());
        item.put("after", finding.after());
        item.put("message", finding.message());
        item.put("action", finding.action());
        finding.symbols().forEach(item.putArray("symbols")::add);
        return item;
    }

    /** A tree as one line. */
    static String line(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
