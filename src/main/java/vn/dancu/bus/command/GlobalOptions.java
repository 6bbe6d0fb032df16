package vn.dancu.bus.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import vn.dancu.bus.command.text.CommandTexts;

/** Options of every command: the address of the bus, the account, the output format. */
final class GlobalOptions {

    private static final String LOCAL = "http://127.0.0.1:8080";

    private final Map<String, String> environment;
    private final OptionSpec url;
    private final OptionSpec user;
    private final OptionSpec tokenFile;
    private final OptionSpec json;

    GlobalOptions(Map<String, String> environment, CommandTexts words) {
        this.environment = environment;
        this.url = option("--url", "URL", words);
        this.user = option("--user", "ACCOUNT", words);
        this.tokenFile = option("--token-file", "FILE", words);
        this.json = everywhere("--json", words).type(boolean.class).arity("0").build();
    }

    void addTo(CommandSpec root, CommandTexts words) {
        root.addOption(url).addOption(user).addOption(tokenFile).addOption(json);
        root.addOption(option("--lang", "vi|en", words));
        root.addOption(everywhere("--help", words)
                .names("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .build());
    }

    String url() {
        return text(url, "DANCU_URL", LOCAL);
    }

    @Nullable
    String user() {
        return orNull(text(user, "DANCU_USER", ""));
    }

    @Nullable
    String tokenFile() {
        return orNull(text(tokenFile, "DANCU_TOKEN_FILE", ""));
    }

    @Nullable
    String fromEnvironment(String name) {
        return orNull(environment.getOrDefault(name, ""));
    }

    boolean json() {
        return Boolean.TRUE.equals(json.getValue());
    }

    private String text(OptionSpec option, String variable, String otherwise) {
        String given = option.getValue();
        return given != null ? given : environment.getOrDefault(variable, otherwise);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static OptionSpec option(String name, String label, CommandTexts words) {
        return everywhere(name, words).type(String.class).paramLabel(label).build();
    }

    private static OptionSpec.Builder everywhere(String name, CommandTexts words) {
        return OptionSpec.builder(name)
                .scopeType(ScopeType.INHERIT)
                .description(words.of("option" + name.replaceFirst("-", "").replace('-', '.')));
    }
}
