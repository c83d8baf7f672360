package dev.lockstep.tracker.report;

import com.samskivert.mustache.Template;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** One page that stands alone: no scripts, no requests, its only style the one whose hash its policy names. */
final class HtmlRenderer implements Renderer {
    private final Template template = ReportTemplates.html("report.html.mustache");
    private final String style = ReportTemplates.text("report.css");

    @Override
    public String comparison(Comparison comparison, Evidence evidence) {
        return page(Page.of(comparison, evidence));
    }

    @Override
    public String check(CheckReport report) {
        return page(Page.of(report));
    }

    private String page(Map<String, Object> page) {
        page.put("style", style);
        page.put("styleHash", "sha256-" + hash(style));
        return template.execute(page);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
