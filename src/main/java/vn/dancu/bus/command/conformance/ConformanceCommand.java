package vn.dancu.bus.command.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.conformance.ConformancePlan;
import vn.dancu.bus.conformance.ConformancePlanReader;
import vn.dancu.bus.conformance.ConformanceSuite;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceReport;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.signing.JwsSigner;

/** {@code dancu conformance}: asks a population service as a partner would, and signs what came of it. */
public final class ConformanceCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DONE = 0;
    private static final int NOT_RIGHT = 1;
    private static final String DEFAULT_KEY_NAME = "conformance";

    private final CommandSurroundings options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final Clock clock;
    private final OptionSpec plan;
    private final OptionSpec partner;
    private final OptionSpec secretFile;
    private final OptionSpec result;
    private final OptionSpec report;
    private final OptionSpec key;
    private final OptionSpec keyName;
    private final OptionSpec certificate;
    private final OptionSpec certificateKey;
    private final OptionSpec trust;

    public ConformanceCommand(CommandSurroundings options, CommandTexts words, PrintWriter out, Clock clock) {
        this.options = options;
        this.words = words;
        this.out = out;
        this.clock = clock;
        this.plan = option("plan", "FILE").required(true).build();
        this.partner = option("partner", "ID").required(true).build();
        this.secretFile = option("secret-file", "FILE").build();
        this.result = option("out", "FILE").build();
        this.report = option("report", "FILE").build();
        this.key = option("key", "FILE").build();
        this.keyName = option("key-name", "NAME").build();
        this.certificate = option("certificate", "FILE").build();
        this.certificateKey = option("certificate-key", "FILE").build();
        this.trust = option("trust", "FILE").build();
    }

    public CommandSpec command() {
        Callable<Integer> run = this::run;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(run).name("conformance");
        spec.usageMessage().description(words.of("about.conformance"));
        return spec.addOption(plan)
                .addOption(partner)
                .addOption(secretFile)
                .addOption(result)
                .addOption(report)
                .addOption(key)
                .addOption(keyName)
                .addOption(certificate)
                .addOption(certificateKey)
                .addOption(trust);
    }

    private OptionSpec.Builder option(String name, String label) {
        return OptionSpec.builder("--" + name)
                .type(String.class)
                .paramLabel(label)
                .description(words.of("conformance." + name));
    }

    private int run() throws InterruptedException {
        ConformancePlan asked = readPlan();
        JwsSigner signer = signer();
        SSLContext tls = tls();
        String secret = secret();
        boolean json = options.json();
        ConformanceResult came = new ConformanceSuite(clock, tls).run(asked, secret, one -> {
            if (!json) {
                line(one);
                out.flush();
            }
        });
        write(result, signer == null ? came.json() + "\n" : body(signer.sign(came.json())));
        write(report, ConformanceReport.html(came));
        if (json) {
            out.println(came.json());
        } else {
            out.println(ConformanceReport.conclusion(came));
        }
        return came.failedMandatory().isEmpty() ? DONE : NOT_RIGHT;
    }

    private void line(CaseResult one) {
        String shown = one.id() + "  " + one.outcome().text(words.language()) + "  " + one.title(words.language());
        boolean right = one.outcome() == Outcome.PASSED;
        out.println(CellText.clean(right ? shown : shown + "  [" + one.expected() + " | " + one.seen() + "]"));
    }

    private ConformancePlan readPlan() {
        String file = String.valueOf((Object) plan.getValue());
        try {
            return ConformancePlanReader.read(
                    file, options.file(file), URI.create(options.url()), String.valueOf((Object) partner.getValue()));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw options.misused(words.of("conformance.noplan", String.valueOf(e.getMessage())));
        }
    }

    private @Nullable JwsSigner signer() {
        String file = key.getValue();
        if (file == null) {
            return null;
        }
        String name = keyName.getValue();
        try {
            return new JwsSigner(options.file(file), name == null ? DEFAULT_KEY_NAME : name);
        } catch (IllegalArgumentException e) {
            throw options.misused(words.of("sign.nokey", file));
        }
    }

    private @Nullable SSLContext tls() {
        String own = text(certificate);
        String ownKey = text(certificateKey);
        String trusted = text(trust);
        if ((own == null) != (ownKey == null)) {
            throw options.misused(words.of("conformance.notls", "--certificate, --certificate-key"));
        }
        try {
            return own == null && trusted == null ? null : ClientTls.of(own, ownKey, trusted);
        } catch (IllegalArgumentException e) {
            throw options.misused(words.of("conformance.notls", String.valueOf(e.getMessage())));
        }
    }

    private @Nullable String text(OptionSpec option) {
        String file = option.getValue();
        return file == null ? null : options.file(file);
    }

    /** From a file, from the environment, or asked for; never an argument. */
    private String secret() {
        String file = secretFile.getValue();
        if (file != null) {
            return options.file(file).strip();
        }
        String given = options.environment("DANCU_PARTNER_SECRET");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", words.of("conformance.secret"));
        if (typed == null) {
            throw options.notAllowed(words.of("conformance.nosecret"));
        }
        return new String(typed);
    }

    /** What the administration API takes as it is. */
    private static String body(JwsSigner.Signed signed) {
        return JSON.createObjectNode().put("jws", signed.compact()).toPrettyString() + "\n";
    }

    private void write(OptionSpec option, String text) {
        String file = option.getValue();
        if (file == null) {
            return;
        }
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException | InvalidPathException e) {
            throw options.misused(words.of("file.unwritable", file));
        }
        if (!options.json()) {
            out.println(words.of("file.written", file));
        }
    }
}
