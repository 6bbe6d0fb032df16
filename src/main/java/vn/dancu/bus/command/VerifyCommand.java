package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;

/** {@code dancu audit verify}: verifies evidence files without bus, database or network. */
final class VerifyCommand {

    private final GlobalOptions options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final OfflineFile evidence;
    private final OptionSpec lastSeal;
    private final OptionSpec certificate;
    private final OptionSpec privateKey;

    VerifyCommand(GlobalOptions options, CommandTexts words, PrintWriter out) {
        this.options = options;
        this.words = words;
        this.out = out;
        this.evidence = new OfflineFile(words, "verify.file");
        this.lastSeal = evidence.option("--last-seal", "HASH", "verify.lastseal");
        this.certificate = evidence.option("--time-stamp-certificate", "FILE", "verify.certificate");
        this.privateKey = evidence.option("--private-key", "FILE", "verify.privatekey");
    }

    CommandSpec command() {
        Callable<Integer> verify = this::verify;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(verify).name("audit verify");
        spec.usageMessage().description(words.of("about.verify"));
        evidence.addTo(spec, lastSeal, certificate, privateKey);
        return spec;
    }

    private int verify() {
        VerificationReport report = EvidenceVerifier.verify(evidence.path(), anchors());
        if (options.json()) {
            out.println(json(report));
        } else {
            report.text(words.language()).lines().map(CellText::clean).forEach(out::println);
        }
        return report.exitCode();
    }

    private TrustAnchors anchors() {
        TrustAnchors anchors = evidence.anchors();
        String expected = lastSeal.getValue();
        if (expected != null) {
            try {
                anchors = anchors.expecting(expected);
            } catch (IllegalArgumentException e) {
                throw evidence.noHash();
            }
        }
        Path authority = evidence.path(certificate);
        if (authority != null) {
            anchors = anchors.stampedBy(authority);
        }
        Path key = evidence.path(privateKey);
        return key == null ? anchors : anchors.opening(key, passphrase());
    }

    /** Empty when it is not given and there is no terminal to ask at. */
    private String passphrase() {
        String given = options.fromEnvironment("DANCU_PASSPHRASE");
        Console console = given == null ? System.console() : null;
        char @Nullable [] typed = console == null ? null : console.readPassword("%s", words.of("verify.passphrase"));
        return given != null ? given : typed == null ? "" : new String(typed);
    }

    private static ObjectNode json(VerificationReport report) {
        ObjectNode json = OperationArguments.JSON.createObjectNode();
        json.put("right", report.isIntact())
                .put("form", report.format())
                .put("seals", report.seals())
                .put("records", report.records())
                .put("removed", report.removed())
                .put("timeStamps", report.timeStamps())
                .put("lastSeal", report.lastSeal())
                .put("trusted", report.trusted())
                .put("more", report.more());
        report.fingerprints().forEach(json.putArray("fingerprints")::add);
        for (EvidenceFinding finding : report.findings()) {
            json.withArray("findings")
                    .addObject()
                    .put("kind", finding.kind().name())
                    .put("seal", finding.seal())
                    .put("record", finding.record())
                    .put("place", finding.place());
        }
        return json;
    }
}
