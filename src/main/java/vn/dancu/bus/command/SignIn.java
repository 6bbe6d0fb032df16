package vn.dancu.bus.command;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.command.text.CommandTexts;

/** Makes the credentials: a token from a file or the environment, or an account whose password is asked for; never an argument. */
final class SignIn {

    private final GlobalOptions options;
    private final CommandTexts words;

    SignIn(GlobalOptions options, CommandTexts words) {
        this.options = options;
        this.words = words;
    }

    /** The value of the header {@code Authorization}. */
    String header() {
        String token = token();
        if (token != null) {
            // Some editors begin a file with a byte order mark, which is no white space.
            return "Bearer " + token.replace("\uFEFF", "").strip();
        }
        String user = options.user();
        if (user == null) {
            throw new CommandFailure(ExitCodes.NOT_ALLOWED, words.of("signin.nobody"));
        }
        byte[] pair = (user + ":" + password(user)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private @Nullable String token() {
        String file = options.tokenFile();
        if (file == null) {
            return options.fromEnvironment("DANCU_TOKEN");
        }
        return new InputFile(words).read(file);
    }

    private String password(String user) {
        String given = options.fromEnvironment("DANCU_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", words.of("signin.password", user));
        if (typed == null) {
            throw new CommandFailure(ExitCodes.NOT_ALLOWED, words.of("signin.nopassword"));
        }
        return new String(typed);
    }
}
