package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;

/** {@code dancu enrichment verify}: verifies the certificate of a job without bus, database or network. */
final class CertificateCommand {

    private final GlobalOptions options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final InputFile files;
    private final PositionalParamSpec certificate;
    private final OptionSpec keys;
    private final OptionSpec delivered;
    private final OptionSpec result;

    CertificateCommand(GlobalOptions options, CommandTexts words, PrintWriter out) {
        this.options = options;
        this.words = words;
        this.out = out;
        this.files = new InputFile(words);
        this.certificate = PositionalParamSpec.builder()
                .index("0")
                .paramLabel("<file>")
                .type(String.class)
                .required(true)
                .description(words.of("certificate.file"))
                .build();
        this.keys = option("--key", "FINGERPRINT", "verify.key")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .build();
        this.delivered = option("--delivered", "FILE", "certificate.delivered").build();
        this.result = option("--result", "FILE", "certificate.result").build();
    }

    CommandSpec command() {
        Callable<Integer> verify = this::verify;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(verify).name("enrichment verify");
        spec.usageMessage().description(words.of("about.certificate.verify"));
        return spec.addPositional(certificate)
                .addOption(keys)
                .addOption(delivered)
                .addOption(result);
    }

    private int verify() {
        SheetReport report = SheetVerifier.verify(
                files.readable(String.valueOf((Object) certificate.getValue())),
                anchors(),
                file(delivered),
                file(result));
        if (options.json()) {
            out.println(json(report));
        } else {
            print(report);
        }
        return report.exitCode();
    }

    private TrustAnchors anchors() {
        List<String> trusted = keys.getValue();
        try {
            return trusted == null ? TrustAnchors.NONE : TrustAnchors.NONE.trusting(Set.copyOf(trusted));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("verify.nohash"));
        }
    }

    private @Nullable Path file(OptionSpec option) {
        String name = option.getValue();
        return name == null ? null : files.readable(name);
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

    private OptionSpec.Builder option(String name, String label, String text) {
        return OptionSpec.builder(name).type(String.class).paramLabel(label).description(words.of(text));
    }
}
