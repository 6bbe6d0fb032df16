package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.BundleLint;
import vn.dancu.bus.shelf.bundle.BundleManifest;
import vn.dancu.bus.shelf.bundle.BundleSigner;
import vn.dancu.bus.shelf.bundle.ChannelFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.trial.OfflineTrial;

/**
 * {@code dancu routes lint}, {@code sign} and {@code try --offline}: what can be done with route files without bus or network. Of these
 * only the last one starts Camel.
 */
final class RouteFileCommands {

    private final GlobalOptions options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final PositionalParamSpec folder;
    private final OptionSpec lintBeside;
    private final OptionSpec trialBeside;
    private final OptionSpec offline;
    private final OptionSpec settings;

    RouteFileCommands(GlobalOptions options, CommandTexts words, PrintWriter out) {
        this.options = options;
        this.words = words;
        this.out = out;
        this.folder = PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("[DIR]")
                .hideParamSyntax(true)
                .type(String.class)
                .defaultValue("routes")
                .description(words.of("lint.folder"))
                .build();
        this.lintBeside = beside();
        this.trialBeside = beside();
        this.offline = OptionSpec.builder("--offline")
                .type(boolean.class)
                .arity("0")
                .description(words.of("try.offline"))
                .build();
        this.settings = optional("--settings", "FILE", "try.settings");
    }

    private OptionSpec beside() {
        return optional("--beside", "DIR", "try.beside");
    }

    CommandSpec lintCommand() {
        Callable<Integer> lint = this::lint;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(lint).name("routes lint");
        spec.usageMessage().description(words.of("about.lint"));
        return spec.addPositional(folder).addOption(lintBeside);
    }

    /** Signs a bundle: writes {@code bundle.jws} into its folder. */
    CommandSpec signCommand() {
        PositionalParamSpec bundle = PositionalParamSpec.builder()
                .index("0")
                .paramLabel("<DIR>")
                .type(String.class)
                .required(true)
                .description(words.of("bundle.folder"))
                .build();
        OptionSpec key = option("--key", "FILE", "sign.key");
        OptionSpec name = option("--key-name", "NAME", "sign.name");
        Callable<Integer> sign = () -> sign(
                String.valueOf((Object) bundle.getValue()),
                String.valueOf((Object) key.getValue()),
                String.valueOf((Object) name.getValue()));
        CommandSpec spec = CommandSpec.wrapWithoutInspection(sign).name("routes sign");
        spec.usageMessage().description(words.of("about.sign"));
        return spec.addPositional(bundle).addOption(key).addOption(name);
    }

    /** Gives the command that tries a bundle out the way to do so in this process. */
    void addOffline(CommandSpec trial) {
        trial.addOption(offline).addOption(trialBeside).addOption(settings);
    }

    /** Whether it is to be done in this process. */
    boolean isOffline() {
        return Boolean.TRUE.equals(offline.getValue());
    }

    private OptionSpec option(String name, String label, String text) {
        return described(name, label, text).required(true).build();
    }

    private OptionSpec optional(String name, String label, String text) {
        return described(name, label, text).build();
    }

    private OptionSpec.Builder described(String name, String label, String text) {
        return OptionSpec.builder(name).type(String.class).paramLabel(label).description(words.of(text));
    }

    private int sign(String folderName, String keyFile, String keyName) {
        String pem = new InputFile(words).read(keyFile);
        Path signature = Path.of(folderName, BundleContent.SIGNATURE_FILE);
        try {
            BundleContent content = BundleFolder.readBundle(Path.of(folderName));
            if (content.readableManifest().isEmpty()) {
                throw new CommandFailure(ExitCodes.USAGE, words.of("bundle.none", folderName));
            }
            Files.writeString(signature, new BundleSigner(pem, keyName).sign(content) + "\n");
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("file.unwritable", signature));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("sign.nokey", keyFile));
        }
        out.println(words.of("file.written", signature));
        return ExitCodes.DONE;
    }

    private int lint() {
        String name = String.valueOf((Object) folder.getValue());
        if (!Files.isRegularFile(Path.of(name, "bundle.yaml"))) {
            BundleFolder read = read(name);
            return report(name, read.size(), BundleLint.check(read).findings());
        }
        BundleContent content = bundle(name);
        return report("", content.files().size(), beside(content, lintBeside).findings());
    }

    /**
     * Lints a bundle beside the others and tries all of them out in a Camel of this process.
     *
     * @return the exit code
     */
    int tryOffline(String name) {
        BundleContent content = bundle(name);
        RouteReport report = beside(content, trialBeside);
        List<RouteFinding> findings = new ArrayList<>(report.findings());
        String file = settings.getValue();
        Map<String, String> channels = new HashMap<>(ShippedChannels.READ);
        if (file != null) {
            channels.putAll(channels(file, new InputFile(words).read(file)));
        }
        if (findings.isEmpty()) {
            findings.addAll(OfflineTrial.run(report.right(), channels, file != null));
        }
        return report("", content.files().size(), findings);
    }

    private Map<String, String> channels(String file, String text) {
        try {
            return ChannelFile.read(file, text);
        } catch (YamlFileException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("file.noyaml", file));
        }
    }

    /** A bundle is checked with the others of that folder in the place of those that run on a bus. */
    private RouteReport beside(BundleContent content, OptionSpec option) {
        String given = option.getValue();
        BundleFolder there = read(given == null ? shippedRoutes() : given);
        Optional<String> name = content.readableManifest().map(BundleManifest::name);
        Map<String, BundleContent> others = new LinkedHashMap<>(there.bundles());
        others.values()
                .removeIf(other -> other.readableManifest().isEmpty()
                        || other.readableManifest().map(BundleManifest::name).equals(name));
        List<RouteFinding> without =
                BundleLint.check(new BundleFolder(others, there.loose())).findings();
        RouteReport report = BundleLint.check(content, others.values(), there.loose());
        return new RouteReport(
                report.findings().stream()
                        .filter(finding -> !without.contains(finding))
                        .toList(),
                report.right());
    }

    /** The folder of this place, else that of the package that the command belongs to. */
    private String shippedRoutes() {
        String home = options.fromEnvironment("DANCU_HOME");
        return Files.isDirectory(Path.of("routes")) || home == null
                ? "routes"
                : Path.of(home, "routes").toString();
    }

    private BundleContent bundle(String name) {
        try {
            return BundleFolder.readBundle(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("bundle.none", name));
        }
    }

    private int report(String name, int files, List<RouteFinding> findings) {
        if (options.json()) {
            out.println(json(findings));
            return findings.isEmpty() ? ExitCodes.DONE : ExitCodes.NOT_RIGHT;
        }
        for (RouteFinding finding : findings) {
            String place = Path.of(name, finding.file()) + ":" + finding.line() + ":" + finding.column();
            out.println(CellText.clean(String.join(
                    " ",
                    place,
                    finding.rule().code(),
                    finding.message(words.language()),
                    finding.repair(words.language()))));
        }
        out.println(words.of("lint.count", files, findings.size()));
        return findings.isEmpty() ? ExitCodes.DONE : ExitCodes.NOT_RIGHT;
    }

    private BundleFolder read(String name) {
        try {
            return BundleFolder.read(Path.of(name));
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("file.unreadable", name));
        }
    }

    private ArrayNode json(List<RouteFinding> findings) {
        ArrayNode json = OperationArguments.JSON.createArrayNode();
        for (RouteFinding finding : findings) {
            json.addObject()
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("column", finding.column())
                    .put("rule", finding.rule().code())
                    .put("message", finding.message(words.language()))
                    .put("repair", finding.repair(words.language()));
        }
        return json;
    }

    /** Those that the package's own configuration has. */
    private static final class ShippedChannels {

        static final Map<String, String> READ = read();

        private static Map<String, String> read() {
            try (InputStream in = RouteFileCommands.class.getResourceAsStream("/application.yaml")) {
                return in == null
                        ? Map.of()
                        : ChannelFile.read("application.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
