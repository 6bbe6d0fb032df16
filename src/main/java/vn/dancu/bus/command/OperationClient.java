package vn.dancu.bus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls an operation of the bus over HTTP and prints the answer. */
final class OperationClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final Set<String> BINARY =
            Set.of("application/gzip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final GlobalOptions options;
    private final SignIn signIn;
    private final CommandTexts words;
    private final Map<String, BilingualText> headings;
    private final PrintWriter out;
    private final PrintWriter err;

    OperationClient(
            GlobalOptions options,
            CommandTexts words,
            Map<String, BilingualText> headings,
            PrintWriter out,
            PrintWriter err) {
        this.options = options;
        this.signIn = new SignIn(options, words);
        this.words = words;
        this.headings = headings;
        this.out = out;
        this.err = err;
    }

    /**
     * @param body JSON; null when the operation takes none
     * @param file where an answer that is a file goes; null for the terminal
     * @return the exit code
     */
    int call(ApiOperation operation, String target, @Nullable String body, @Nullable String file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(target))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", signIn.header())
                .header("Accept-Language", words.language().getLanguage());
        if (body == null) {
            request.method(operation.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(operation.method(), BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return answered(operation, response, file);
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, words.of("bus.away", options.url()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCodes.UNAVAILABLE, words.of("bus.away", options.url()));
        }
    }

    /** The request carries credentials, so it goes over the network only under TLS. */
    private URI address(String target) {
        try {
            URI address = URI.create(options.url().replaceFirst("/+$", "") + target);
            String host = String.valueOf(address.getHost());
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && LOOPBACK.contains(host);
            if (safe) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new CommandFailure(ExitCodes.USAGE, words.of("url.wrong"));
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
            print(text);
            return ExitCodes.DONE;
        }
    }

    private void print(String text) throws JsonProcessingException {
        if (text.isBlank()) {
            out.println(words.of("done"));
        } else if (options.json()) {
            out.println(OperationArguments.JSON
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(OperationArguments.JSON.readTree(text)));
        } else {
            new TablePrinter(out, words, headings).print(OperationArguments.JSON.readTree(text));
        }
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
        Path target = Path.of(file).toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
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
        boolean english = words.language().getLanguage().equals("en");
        String said = problem.path(english ? "detailEn" : "detail").asText();
        err.println(words.of("refused", problem.path("code").asText(String.valueOf(status)), TablePrinter.clean(said)));
        if (problem.has("occurrence")) {
            err.println("  "
                    + words.of(
                            "occurrence",
                            TablePrinter.clean(problem.path("occurrence").asText())));
        }
        return ExitCodes.ofStatus(status);
    }
}
