package vn.dancu.bus.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.command.text.CommandTexts;

/** A signed file that is verified without bus, database or network, the keys that are trusted, and what else is asked for. */
final class OfflineFile {

    private final CommandTexts words;
    private final InputFile files;
    private final PositionalParamSpec file;
    private final OptionSpec keys;

    /** @param text key of what the file is */
    OfflineFile(CommandTexts words, String text) {
        this.words = words;
        this.files = new InputFile(words);
        this.file = PositionalParamSpec.builder()
                .index("0")
                .paramLabel("<file>")
                .type(String.class)
                .required(true)
                .description(words.of(text))
                .build();
        this.keys = OptionSpec.builder("--key")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("FINGERPRINT")
                .description(words.of("verify.key"))
                .build();
    }

    /** Its file and its keys come first. */
    void addTo(CommandSpec command, OptionSpec... more) {
        command.addPositional(file).addOption(keys);
        for (OptionSpec each : more) {
            command.addOption(each);
        }
    }

    OptionSpec option(String name, String label, String text) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(words.of(text))
                .build();
    }

    Path path() {
        return files.readable(String.valueOf((Object) file.getValue()));
    }

    /** The value of an option that names a file; null where it is not given. */
    @Nullable
    Path path(OptionSpec option) {
        String name = option.getValue();
        return name == null ? null : files.readable(name);
    }

    /** Trusts the keys that are named. */
    TrustAnchors anchors() {
        List<String> trusted = keys.getValue();
        try {
            return trusted == null ? TrustAnchors.NONE : TrustAnchors.NONE.trusting(Set.copyOf(trusted));
        } catch (IllegalArgumentException e) {
            throw noHash();
        }
    }

    CommandFailure noHash() {
        return new CommandFailure(ExitCodes.USAGE, words.of("verify.nohash"));
    }
}
