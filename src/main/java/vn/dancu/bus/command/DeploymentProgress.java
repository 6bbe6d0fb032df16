package vn.dancu.bus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;

/** Looks at a deployment every second until it has ended. */
final class DeploymentProgress {

    static final Set<String> RUNS = Set.of("KEPT", "UNCHANGED");
    private static final String PATH = "/api/v1/admin/route-deployments/";

    private final BusConnection bus;
    private final SignIn signIn;
    private final CommandTexts words;
    private final PrintWriter out;

    /** Prints the end. */
    interface EndPrinter {

        int print(String text) throws JsonProcessingException;
    }

    DeploymentProgress(BusConnection bus, SignIn signIn, CommandTexts words, PrintWriter out) {
        this.bus = bus;
        this.signIn = signIn;
        this.words = words;
        this.out = out;
    }

    /** The exit code, when it is over: not right when it ends in none of the good states. */
    int follow(JsonNode begun, Set<String> good, EndPrinter end) throws IOException {
        JsonNode now = begun;
        String authorization = now.path("ended").asBoolean() ? "" : signIn.header();
        int shown = 0;
        while (!now.path("ended").asBoolean()) {
            shown = show(now.path("steps"), shown);
            pause();
            now = look(begun.path("id").asText(), authorization);
        }
        show(now.path("steps"), shown);
        end.print(now.toString());
        return good.contains(now.path("state").asText()) ? ExitCodes.DONE : ExitCodes.NOT_RIGHT;
    }

    private int show(JsonNode steps, int shown) {
        int next = shown;
        while (next < steps.size() && steps.get(next).has("endedAt")) {
            JsonNode step = steps.get(next++);
            out.println(CellText.clean(String.join(
                    " ",
                    step.path("endedAt").asText(),
                    step.path("name").asText(),
                    step.path("outcome").asText(),
                    step.path("detail").asText())));
            out.flush();
        }
        return next;
    }

    private JsonNode look(String id, String authorization) throws IOException {
        HttpResponse<InputStream> response = bus.send(
                bus.request(PATH + id).header("Authorization", authorization).build());
        try (InputStream body = response.body()) {
            JsonNode answer = OperationArguments.JSON.readTree(body);
            if (response.statusCode() >= 300) {
                throw new CommandFailure(
                        ExitCodes.ofStatus(response.statusCode()),
                        OperationClient.refusal(words, response.statusCode(), answer));
            }
            return answer;
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The command was ended", e);
        }
    }
}
