package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.Muting;
import dev.lockstep.tracker.evidence.Advice;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.evidence.OperationEvidence;
import dev.lockstep.tracker.impact.Impact;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, as CI servers read it: each finding is a test case, and one that breaks something is a failure. */
final class JunitRenderer implements Renderer {
    @Override
    public String comparison(Comparison comparison, Evidence evidence) {
        VendorReport only = new VendorReport("diff", VendorStatus.CHANGED, comparison, "", "", List.of(), List.of());
        return check(new CheckReport(List.of(only.with(evidence))));
    }

    @Override
    public String check(CheckReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "lockstep");
            for (VendorReport vendor : report.vendors()) {
                suite(xml, vendor, report.impact());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, VendorReport vendor, Impact impact) throws XMLStreamException {
        Comparison comparison = vendor.comparison();
        List<Finding> findings = comparison == null ? List.of() : comparison.findings();
        long failures = findings.stream().filter(Finding::breaking).count();
        List<Muting.Muted> muted =
                comparison == null ? List.of() : comparison.muting().muted();
        List<OperationEvidence> untried = vendor.evidence().operations().stream()
                .filter(operation -> operation.advice() == Advice.UNKNOWN)
                .toList();
        int skipped = muted.size() + untried.size();
        int tests = findings.size() + skipped + vendor.errors().size();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", safe(vendor.vendor()));
        xml.writeAttribute("tests", String.valueOf(Math.max(1, tests)));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", String.valueOf(vendor.errors().size()));
        xml.writeAttribute("skipped", String.valueOf(skipped));
        if (tests == 0) {
            testCase(xml, vendor.vendor(), vendor.status().text());
            xml.writeEndElement();
        }
        for (String error : vendor.errors()) {
            testCase(xml, vendor.vendor(), "could be checked");
            problem(xml, "error", error, error);
            xml.writeEndElement();
        }
        for (Muting.Muted each : muted) {
            testCase(xml, vendor, each.finding());
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", safe("muted until " + each.expires() + ": " + each.reason()));
            xml.writeEndElement();
        }
        for (OperationEvidence operation : untried) {
            testCase(xml, vendor.vendor() + "." + operation.operation(), "trial");
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", safe(operation.words() + ": " + String.join("; ", operation.limits())));
            xml.writeEndElement();
        }
        for (Finding finding : findings) {
            testCase(xml, vendor, finding);
            if (finding.breaking()) {
                String verdict = "wire " + finding.wire().text() + ", java "
                        + finding.java().text();
                problem(
                        xml,
                        "failure",
                        finding.message(),
                        finding.at() + ": " + verdict + ". " + finding.action() + used(finding, impact));
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static String used(Finding finding, Impact impact) {
        String sites = impact.sites(finding).stream().map(CallSites::text).collect(Collectors.joining("; "));
        return impact.isUnused(finding) ? " Not used by you." : sites.isEmpty() ? "" : " Used at " + sites;
    }

    private static void testCase(XMLStreamWriter xml, VendorReport vendor, Finding finding) throws XMLStreamException {
        String operation = finding.operation().isEmpty() ? "the whole API" : finding.operation();
        testCase(
                xml,
                vendor.vendor() + "." + operation,
                finding.id() + " " + finding.fingerprint() + ": " + finding.message());
    }

    private static void testCase(XMLStreamWriter xml, String className, String name) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", safe(className));
        xml.writeAttribute("name", safe(name));
    }

    private static void problem(XMLStreamWriter xml, String kind, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(kind);
        xml.writeAttribute("message", safe(message));
        xml.writeCharacters(safe(text));
        xml.writeEndElement();
    }

    private static String safe(String text) {
        return Visible.line(text).replace('\uFFFE', '?').replace('\uFFFF', '?');
    }
}
