package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.BundleLint;
import vn.dancu.bus.shelf.bundle.BundleSigner;
import vn.dancu.bus.shelf.lint.RouteFinding;

/** {@code dancu routes lint} and {@code sign}: what can be done with route files without bus, Camel or network. */
final class RouteFileCommands {

    private final GlobalOptions options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final PositionalParamSpec folder;

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
    }

    CommandSpec lintCommand() {
        Callable<Integer> lint = this::lint;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(lint).name("routes lint");
        spec.usageMessage().description(words.of("about.lint"));
        return spec.addPositional(folder);
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

    private OptionSpec option(String name, String label, String text) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .required(true)
                .description(words.of(text))
                .build();
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
        BundleFolder read = read(name);
        List<RouteFinding> findings = BundleLint.check(read).findings();
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
        out.println(words.of("lint.count", read.size(), findings.size()));
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
}
