package vn.dancu.bus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.command.contract.ApiOperation;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.command.text.TablePrinter;

/** Calls an operation of the bus over HTTP and prints the answer. */
final class OperationClient {

    private static final List<String> ROLLBACK = List.of("routes", "rollback");
    private static final Set<String> BINARY =
            Set.of("application/gzip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final GlobalOptions options;
    private final BusConnection bus;
    private final SignIn signIn;
    private final CommandTexts words;
    private final ZoneId zone;
    private final PrintWriter out;
    private final PrintWriter err;

    OperationClient(GlobalOptions options, CommandTexts words, ZoneId zone, PrintWriter out, PrintWriter err) {
        this.options = options;
        this.bus = new BusConnection(options, words);
        this.signIn = new SignIn(options, words);
        this.words = words;
        this.zone = zone;
        this.out = out;
        this.err = err;
    }

    /**
     * @param body JSON; null when the operation takes none
     * @param file where an answer that is a file goes; null for the terminal
     * @return the exit code
     */
    int call(ApiOperation operation, String target, @Nullable String body, @Nullable String file) {
        HttpRequest.Builder request = bus.request(target).header("Authorization", signIn.header());
        if (body == null) {
            request.method(operation.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(operation.method(), BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        HttpResponse<InputStream> response = bus.send(request.build());
        try {
            return answered(operation, response, file);
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, words.of("bus.broken", options.url()));
        }
    }

    private int answered(ApiOperation operation, HttpResponse<InputStream> response, @Nullable String file)
            throws IOException {
        int status = response.statusCode();
        try (InputStream body = response.body()) {
            if (status >= 300) {
                return refused(status, new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            if (operation.isFile()) {
                String type = response.headers().firstValue("Content-Type").orElse("");
                save(body, file, !BINARY.contains(type));
                return ExitCodes.DONE;
            }
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return operation.takesBundle() || operation.command().equals(ROLLBACK)
                    ? followed(operation, text)
                    : print(operation, text);
        }
    }

    /** A deployment goes on after its answer: its steps are printed as they end. */
    private int followed(ApiOperation operation, String text) throws IOException {
        JsonNode answer = OperationArguments.JSON.readTree(text);
        if (answer.has("ended")) {
            boolean isCalledOff = operation.command().equals(ROLLBACK)
                    && !answer.path("cause").asText().equals("ROLLBACK");
            Set<String> good = isCalledOff ? Set.of("ROLLED_BACK") : DeploymentProgress.RUNS;
            return new DeploymentProgress(bus, signIn, words, options.json() ? err : out)
                    .follow(answer, good, end -> print(operation, end));
        }
        if (answer.has("rebuilt") && !options.json()) {
            difference(answer);
            return ExitCodes.DONE;
        }
        print(operation, text);
        return answer.path("right").asBoolean(true) ? ExitCodes.DONE : ExitCodes.NOT_RIGHT;
    }

    private void difference(JsonNode answer) {
        for (JsonNode file : answer.path("files")) {
            out.println("@@ " + CellText.clean(file.path("path").asText()));
            file.path("lines").forEach(line -> out.println(CellText.clean(line.asText())));
        }
        for (String touched : List.of("rebuilt", "added", "removed")) {
            out.println(words.of(
                    "difference." + touched, CellText.clean(answer.path(touched).toString())));
        }
    }

    private int print(ApiOperation operation, String text) throws JsonProcessingException {
        if (text.isBlank()) {
            out.println(words.of("done"));
            return ExitCodes.DONE;
        }
        JsonNode answer;
        try {
            answer = OperationArguments.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, words.of("bus.stranger", options.url()));
        }
        if (options.json()) {
            out.println(OperationArguments.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            new TablePrinter(out, words, operation.headings(), zone).print(answer);
        }
        return ExitCodes.DONE;
    }

    /** Saves the file completely or not at all; binary content is never printed to the terminal. */
    private void save(InputStream body, @Nullable String file, boolean readable) throws IOException {
        if (file == null && !readable) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("option.missing", "--out"));
        }
        if (file == null) {
            out.print(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            return;
        }
        byte[] content = body.readAllBytes();
        try {
            Path target = Path.of(file).toAbsolutePath();
            Path part = target.resolveSibling(target.getFileName() + ".part");
            Files.write(part, content);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("file.unwritable", file));
        }
        out.println(words.of("file.written", file));
    }

    private int refused(int status, String text) {
        JsonNode problem;
        try {
            problem = OperationArguments.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            problem = OperationArguments.JSON.createObjectNode();
        }
        if (options.json()) {
            err.println(problem);
            return ExitCodes.ofStatus(status);
        }
        err.println(refusal(words, status, problem));
        if (problem.has("occurrence")) {
            err.println("  "
                    + words.of(
                            "occurrence",
                            CellText.clean(problem.path("occurrence").asText())));
        }
        return ExitCodes.ofStatus(status);
    }

    /** What the bus said against a request; where nothing of the bus is in the answer, what the status means. */
    static String refusal(CommandTexts words, int status, JsonNode problem) {
        boolean english = words.language().getLanguage().equals("en");
        String code = problem.path("code").asText("");
        if (code.isEmpty()) {
            String key = "status." + status;
            return words.has(key) ? words.of(key) : words.of("status.other", status);
        }
        String detail = problem.path(english ? "detailEn" : "detail").asText();
        return CellText.clean(words.of("refused", code, detail));
    }
}
