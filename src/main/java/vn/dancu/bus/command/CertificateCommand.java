package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;

/** {@code dancu enrichment verify}: verifies the certificate of a job without bus, database or network. */
final class CertificateCommand {

    private final GlobalOptions options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final OfflineFile certificate;
    private final OptionSpec delivered;
    private final OptionSpec result;

    CertificateCommand(GlobalOptions options, CommandTexts words, PrintWriter out) {
        this.options = options;
        this.words = words;
        this.out = out;
        this.certificate = new OfflineFile(words, "certificate.file");
        this.delivered = certificate.option("--delivered", "FILE", "certificate.delivered");
        this.result = certificate.option("--result", "FILE", "certificate.result");
    }

    CommandSpec command() {
        Callable<Integer> verify = this::verify;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(verify).name("enrichment verify");
        spec.usageMessage().description(words.of("about.certificate.verify"));
        certificate.addTo(spec, delivered, result);
        return spec;
    }

    private int verify() {
        SheetReport report = SheetVerifier.verify(
                certificate.path(), certificate.anchors(), certificate.path(delivered), certificate.path(result));
        if (options.json()) {
            out.println(json(report));
        } else {
            print(report);
        }
        return report.exitCode();
    }

    private void print(SheetReport report) {
        out.println(words.of(report.isRight() ? "certificate.right" : "certificate.wrong"));
        report.findings()
                .forEach(finding -> out.println(CellText.clean(words.of(
                        "certificate.finding." + finding.kind().name().toLowerCase(Locale.ROOT),
                        finding.place() == null ? "" : finding.place()))));
        report.head().forEach((name, value) -> out.println(CellText.clean(name + ": " + value)));
        report.totals().forEach((name, count) -> out.println(CellText.clean(name + ": " + count)));
        if (!report.trusted() && !report.fingerprints().isEmpty()) {
            out.println(CellText.clean(words.of("certificate.untrusted", String.join(", ", report.fingerprints()))));
        }
    }

    private static ObjectNode json(SheetReport report) {
        ObjectNode json = OperationArguments.JSON.createObjectNode();
        json.put("right", report.isRight()).put("chunks", report.chunks()).put("trusted", report.trusted());
        report.fingerprints().forEach(json.putArray("fingerprints")::add);
        report.head().forEach(json.putObject("head")::put);
        report.totals().forEach(json.putObject("totals")::put);
        for (SheetReport.Finding finding : report.findings()) {
            json.withArray("findings")
                    .addObject()
                    .put("kind", finding.kind().name())
                    .put("place", finding.place());
        }
        return json;
    }
}
