package vn.dancu.bus.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.dancu.bus.command.contract.ApiOperation;
import vn.dancu.bus.command.contract.OperationInput;
import vn.dancu.bus.command.text.CommandTexts;

/** The commands as a tree, one leaf for each operation of the contract. */
final class CommandTree {

    private final CommandSpec root;
    private final CommandTexts words;
    private final OperationClient client;
    private final RouteFileCommands routeFiles;

    CommandTree(CommandTexts words, GlobalOptions options, OperationClient client, RouteFileCommands routeFiles) {
        this.words = words;
        this.client = client;
        this.routeFiles = routeFiles;
        this.root = described(CommandSpec.create().name("dancu"), words.of("about.dancu"));
        options.addTo(root, words);
    }

    CommandLine commands(List<ApiOperation> operations, List<CommandSpec> others) {
        // Inherited options reach a command only when it is added to a tree that has them.
        for (ApiOperation operation : operations) {
            add(operation.command(), leaf(operation));
        }
        for (CommandSpec other : others) {
            add(List.of(other.name().split(" ")), other);
        }
        return new CommandLine(root);
    }

    private void add(List<String> path, CommandSpec leaf) {
        CommandSpec at = root;
        for (String step : path.subList(0, path.size() - 1)) {
            at = group(at, step);
        }
        String name = path.get(path.size() - 1);
        at.addSubcommand(name, headed(leaf.name(name)));
    }

    private CommandSpec group(CommandSpec parent, String name) {
        CommandLine there = parent.subcommands().get(name);
        if (there != null) {
            return there.getCommandSpec();
        }
        String about = words.has("about." + name) ? words.of("about." + name) : name;
        CommandSpec group = headed(described(CommandSpec.create().name(name), about));
        parent.addSubcommand(name, group);
        return group;
    }

    private CommandSpec leaf(ApiOperation operation) {
        OperationArguments given = new OperationArguments(operation, words);
        OptionSpec file = fileOption(operation.isFile() ? "--out" : "--body");
        PositionalParamSpec bundle = bundleFolder();
        boolean isTrial = operation.command().equals(List.of("routes", "try"));
        Callable<Integer> call = () -> isTrial && routeFiles.isOffline()
                ? routeFiles.tryOffline(String.valueOf((Object) bundle.getValue()))
                : client.call(
                        operation,
                        given.target(),
                        operation.takesBody()
                                ? given.body(file.getValue(), operation.takesBundle() ? bundle.getValue() : null)
                                : null,
                        operation.isFile() ? file.getValue() : null);
        CommandSpec spec = described(CommandSpec.wrapWithoutInspection(call), about(operation));
        int position = 0;
        for (OperationInput input : operation.inputs()) {
            if (input.location() == OperationInput.Location.PATH) {
                PositionalParamSpec parameter = positional(input, position++);
                spec.addPositional(parameter);
                given.add(input, parameter);
            } else {
                OptionSpec option = option(input);
                spec.addOption(option);
                given.add(input, option);
            }
        }
        if (operation.takesBundle()) {
            spec.addPositional(bundle);
        }
        if (isTrial) {
            routeFiles.addOffline(spec);
        }
        if (operation.isFile() || operation.takesBody()) {
            spec.addOption(file);
        }
        return spec;
    }

    private String about(ApiOperation operation) {
        String roles = String.join(", ", operation.roles());
        return operation.summary().in(words.language()) + (roles.isEmpty() ? "" : "%n" + words.of("roles", roles));
    }

    private OptionSpec fileOption(String name) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel("FILE")
                .description(words.of("option." + name.substring(2)))
                .build();
    }

    private PositionalParamSpec bundleFolder() {
        return PositionalParamSpec.builder()
                .index("0")
                .paramLabel("<DIR>")
                .type(String.class)
                .required(true)
                .description(words.of("bundle.folder"))
                .build();
    }

    private PositionalParamSpec positional(OperationInput input, int position) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(position))
                .paramLabel("<" + input.name() + ">")
                .type(String.class)
                .required(true)
                .description(escaped(input.description().in(words.language())))
                .build();
    }

    /** A value of the body may also be given in a file; only the bus can decide that one is missing. */
    private OptionSpec option(OperationInput input) {
        OptionSpec.Builder option = OptionSpec.builder(input.option())
                .paramLabel(input.choices().isEmpty() ? label(input) : String.join("|", input.choices()))
                .required(input.required() && input.location() == OperationInput.Location.QUERY)
                .description(escaped(input.description().in(words.language())) + (input.required() ? " *" : ""));
        if (input.secret()) {
            return option.type(String.class)
                    .interactive(true)
                    .arity("0")
                    .prompt(words.of("prompt", input.name()))
                    .build();
        }
        return input.isList()
                ? option.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .build()
                : option.type(String.class).build();
    }

    private static String label(OperationInput input) {
        return switch (input.kind()) {
            case NUMBER -> "N";
            case BOOLEAN -> "true|false";
            case OBJECT, OBJECTS -> "name=value;...";
            case FILE -> "FILE";
            default -> input.name();
        };
    }

    private CommandSpec described(CommandSpec spec, String about) {
        spec.usageMessage().description(about);
        return headed(spec);
    }

    private CommandSpec headed(CommandSpec spec) {
        spec.usageMessage()
                .synopsisHeading(words.of("usage.synopsis") + " ")
                .parameterListHeading("%n" + words.of("usage.parameters") + "%n")
                .optionListHeading("%n" + words.of("usage.options") + "%n")
                .commandListHeading("%n" + words.of("usage.commands") + "%n")
                .synopsisSubcommandLabel(words.of("usage.command"))
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(110);
        return spec;
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
