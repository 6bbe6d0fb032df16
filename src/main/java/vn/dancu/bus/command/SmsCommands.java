package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;

/** {@code dancu sms send} and {@code dancu sms read}: a synthetic subscriber of a sandbox, without sign-in. */
final class SmsCommands {

    private static final String MESSAGES = "/sandbox/phone/messages";
    private static final String CONVERSATIONS = "/sandbox/phone/conversations";
    private static final int NO_CONTENT = 300;
    private static final int BAD_REQUEST = 400;

    private final GlobalOptions options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final BusConnection bus;

    SmsCommands(GlobalOptions options, CommandTexts words, PrintWriter out) {
        this.options = options;
        this.words = words;
        this.out = out;
        this.bus = new BusConnection(options, words);
    }

    CommandSpec sendCommand() {
        PositionalParamSpec from = positional(0, "from");
        PositionalParamSpec to = positional(1, "to");
        PositionalParamSpec text = positional(2, "text");
        OptionSpec operator = option("operator", "ID");
        OptionSpec alphabet = option("alphabet", "GSM|LATIN|UCS2");
        OptionSpec wait = option("wait", "N");
        Callable<Integer> send = () -> {
            ObjectNode message = OperationArguments.JSON.createObjectNode();
            message.put("from", value(from)).put("to", value(to)).put("text", value(text));
            putIfGiven(message, operator);
            putIfGiven(message, alphabet);
            JsonNode sent = post(MESSAGES, message);
            ObjectNode asked = conversation(value(from), wait);
            return show(post(CONVERSATIONS, asked.put("after", sent.path("id").asLong())));
        };
        return spec("sms send", send)
                .addPositional(from)
                .addPositional(to)
                .addPositional(text)
                .addOption(operator)
                .addOption(alphabet)
                .addOption(wait);
    }

    CommandSpec readCommand() {
        PositionalParamSpec from = positional(0, "from");
        Callable<Integer> read = () -> show(
                post(CONVERSATIONS, OperationArguments.JSON.createObjectNode().put("from", value(from))));
        return spec("sms read", read).addPositional(from);
    }

    private static ObjectNode conversation(String from, OptionSpec wait) {
        String seconds = wait.getValue();
        return OperationArguments.JSON
                .createObjectNode()
                .put("from", from)
                .put("waitSeconds", seconds == null || !seconds.matches("[0-9]{1,3}") ? 10 : Integer.parseInt(seconds));
    }

    private JsonNode post(String path, ObjectNode body) {
        HttpResponse<InputStream> response = bus.send(bus.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build());
        try (InputStream answered = response.body()) {
            String text = new String(answered.readAllBytes(), StandardCharsets.UTF_8);
            if (response.statusCode() == BAD_REQUEST) {
                throw new CommandFailure(ExitCodes.USAGE, text);
            }
            if (response.statusCode() >= NO_CONTENT) {
                throw new CommandFailure(ExitCodes.UNAVAILABLE, words.of("sms.nosandbox", options.url()));
            }
            return OperationArguments.JSON.readTree(text);
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, words.of("bus.broken", options.url()));
        }
    }

    private int show(JsonNode conversation) {
        if (options.json()) {
            out.println(conversation.toPrettyString());
            return ExitCodes.DONE;
        }
        List<JsonNode> messages = OperationArguments.JSON.convertValue(
                conversation.path("messages"),
                OperationArguments.JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
        if (messages.isEmpty()) {
            out.println(words.of("sms.none"));
        }
        for (JsonNode message : messages) {
            String state = message.path("state").asText();
            out.println(words.of(
                    state.equals("received") ? "sms.received" : "sms.sent",
                    CellText.clean(message.path("number").asText()),
                    CellText.clean(state)));
            message.path("text").asText().lines().map(CellText::clean).forEach(line -> out.println("  " + line));
        }
        return ExitCodes.DONE;
    }

    private CommandSpec spec(String name, Callable<Integer> call) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(call).name(name);
        spec.usageMessage().description(words.of("about." + name.replace(' ', '.')));
        return spec;
    }

    private PositionalParamSpec positional(int index, String name) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .paramLabel("<" + name + ">")
                .type(String.class)
                .required(true)
                .description(words.of("sms." + name))
                .build();
    }

    private OptionSpec option(String name, String label) {
        return OptionSpec.builder("--" + name)
                .type(String.class)
                .paramLabel(label)
                .description(words.of("sms." + name))
                .build();
    }

    private static String value(PositionalParamSpec parameter) {
        return String.valueOf((Object) parameter.getValue());
    }

    private static void putIfGiven(ObjectNode message, OptionSpec option) {
        String given = option.getValue();
        if (given != null) {
            message.put(option.longestName().substring(2), given);
        }
    }
}
