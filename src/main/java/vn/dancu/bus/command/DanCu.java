package vn.dancu.bus.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.dancu.bus.command.conformance.CommandSurroundings;
import vn.dancu.bus.command.conformance.ConformanceCommand;
import vn.dancu.bus.command.contract.ContractReader;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;

/** The command {@code dancu}; {@code bin/dancu} starts it. */
public final class DanCu {

    private final PrintWriter out;
    private final PrintWriter err;
    private final CommandTexts words;

    private DanCu(PrintWriter out, PrintWriter err, CommandTexts words) {
        this.out = out;
        this.err = err;
        this.words = words;
    }

    /** Runs one command; ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Only what is tried out without a bus writes to a log, and that is of no interest here.
        System.setProperty("logback.configurationFile", "command/logback.xml");
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exit = run(arguments, System.getenv(), out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** The same within this process. */
    static int run(String[] arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        CommandTexts words = CommandTexts.inLanguage(language(arguments, environment));
        return new DanCu(out, err, words).execute(arguments, environment);
    }

    private int execute(String[] arguments, Map<String, String> environment) {
        if (isGarbled(arguments, environment)) {
            err.println(words.of("encoding.lost"));
            return ExitCodes.USAGE;
        }
        GlobalOptions options = new GlobalOptions(environment, words);
        ContractReader contract = ContractReader.load();
        OperationClient client = new OperationClient(options, words, ZoneId.systemDefault(), out, err);
        RouteFileCommands routeFiles = new RouteFileCommands(options, words, out);
        SmsCommands sms = new SmsCommands(options, words, out);
        CommandTree tree = new CommandTree(words, options, client, routeFiles);
        CommandLine commands = tree.commands(
                contract.operations(),
                List.of(
                        new VerifyCommand(options, words, out).command(),
                        new CertificateCommand(options, words, out).command(),
                        routeFiles.lintCommand(),
                        routeFiles.signCommand(),
                        sms.sendCommand(),
                        sms.readCommand(),
                        new ConformanceCommand(new Around(options, words), words, out, Clock.systemUTC()).command(),
                        new DoctorCommand(options, words, out, Clock.systemUTC()).command(),
                        completion()));
        return commands.setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((wrong, given) -> misused(wrong))
                .setExecutionExceptionHandler((failure, line, result) -> stopped(failure))
                .execute(arguments);
    }

    /**
     * Whether letters were lost before this program saw them: under a locale without UTF-8 Java replaces what it cannot read,
     * and a name with replacement characters must not get into the audit trail.
     */
    private static boolean isGarbled(String[] arguments, Map<String, String> environment) {
        return Stream.concat(
                        Arrays.stream(arguments),
                        environment.entrySet().stream()
                                .filter(variable -> variable.getKey().startsWith("DANCU_"))
                                .map(Map.Entry::getValue))
                .anyMatch(text -> text.indexOf('\uFFFD') >= 0);
    }

    /** Found before the arguments are parsed, since errors in arguments are reported in this language. */
    private static String language(String[] arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return arguments[i].substring("--lang=".length());
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return environment.getOrDefault("DANCU_LANG", "vi");
    }

    /** What the command of a package of its own has around it. */
    private record Around(GlobalOptions options, CommandTexts words) implements CommandSurroundings {

        @Override
        public String url() {
            return options.url();
        }

        @Override
        public boolean json() {
            return options.json();
        }

        @Override
        public @Nullable String environment(String name) {
            return options.fromEnvironment(name);
        }

        @Override
        public String file(String name) {
            return new InputFile(words).read(name);
        }

        @Override
        public RuntimeException misused(String text) {
            return new CommandFailure(ExitCodes.USAGE, text);
        }

        @Override
        public RuntimeException notAllowed(String text) {
            return new CommandFailure(ExitCodes.NOT_ALLOWED, text);
        }
    }

    private CommandSpec completion() {
        CommandSpec[] self = new CommandSpec[1];
        Callable<Integer> print = () -> {
            out.println(AutoComplete.bash("dancu", self[0].root().commandLine()));
            return ExitCodes.DONE;
        };
        self[0] = CommandSpec.wrapWithoutInspection(print).name("completion");
        self[0].usageMessage().description(words.of("about.completion"));
        return self[0];
    }

    private int misused(ParameterException wrong) {
        String text = CellText.clean(String.valueOf(wrong.getMessage()));
        if (wrong instanceof MissingParameterException missing) {
            String names = String.join(
                    ", ", missing.getMissing().stream().map(Object::toString).toList());
            text = words.of("usage.missing", names);
        } else if (wrong instanceof UnmatchedArgumentException unmatched) {
            text = words.of("usage.unmatched", CellText.clean(String.join(" ", unmatched.getUnmatched())));
        } else if (text.startsWith("Missing required subcommand")) {
            text = words.of("usage.nocommand");
        }
        err.println(text);
        CommandLine command = wrong.getCommandLine();
        if (!command.getSubcommands().isEmpty()) {
            err.println(words.of(
                    "usage.choose", String.join(", ", command.getSubcommands().keySet())));
        }
        err.println(words.of("usage.help", command.getCommandSpec().qualifiedName()));
        return ExitCodes.USAGE;
    }

    private int stopped(Exception failure) {
        if (failure instanceof CommandFailure stop) {
            err.println(CellText.clean(stop.text()));
            return stop.exit();
        }
        err.println(words.of("fault", failure.getClass().getName()));
        return ExitCodes.FAULT;
    }

    /** Vietnamese needs UTF-8, even where the system has another encoding. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
