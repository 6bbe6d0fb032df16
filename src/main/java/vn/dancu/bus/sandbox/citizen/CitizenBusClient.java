package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.HttpSettings;

/** Calls the citizens' door of the bus: by the portal's own credential, with the token of the citizen. */
final class CitizenBusClient {

    static final String PARTNER = "g22-portal";

    private static final String DOOR = "/api/v1/me/";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpSettings bus;
    private final String secret;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable AccessToken known;

    private record AccessToken(String text, Instant goodUntil) {}

    CitizenBusClient(HttpSettings bus, String secret, Clock clock) {
        this.bus = bus;
        this.secret = secret;
        this.clock = clock;
    }

    /** @param address below the citizens' door */
    BusAnswer get(CitizenSession citizen, String address) {
        return ask(citizen, request(address).GET());
    }

    /** @param body becomes JSON; null for none */
    BusAnswer post(CitizenSession citizen, String address, @Nullable Object body) {
        try {
            HttpRequest.Builder request = request(address);
            return ask(
                    citizen,
                    body == null
                            ? request.POST(HttpRequest.BodyPublishers.noBody())
                            : request.header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(bus.addressOf(DOOR + address))).timeout(TIMEOUT);
    }

    private BusAnswer ask(CitizenSession citizen, HttpRequest.Builder request) {
        request.setHeader("DanCu-Citizen-Token", citizen.token()).setHeader("DanCu-Citizen-Nonce", citizen.nonce());
        try {
            BusAnswer answer = send(request.setHeader("Authorization", "Bearer " + accessToken(false)));
            boolean isOurs = answer.status() == UNAUTHORIZED && answer.code().startsWith("token_");
            return isOurs ? send(request.setHeader("Authorization", "Bearer " + accessToken(true))) : answer;
        } catch (IOException e) {
            return BusAnswer.none();
        }
    }

    private synchronized String accessToken(boolean anew) throws IOException {
        AccessToken kept = known;
        if (!anew && kept != null && clock.instant().isBefore(kept.goodUntil())) {
            return kept.text();
        }
        String pair = Base64.getEncoder().encodeToString((PARTNER + ":" + secret).getBytes(StandardCharsets.UTF_8));
        BusAnswer answer = send(HttpRequest.newBuilder(URI.create(bus.addressOf("/oauth2/token")))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        String text = answer.json().path("access_token").asText();
        if (!answer.isGood() || text.isEmpty()) {
            throw new IOException("The bus gave the portal no token: " + answer.status());
        }
        Duration life = Duration.ofSeconds(answer.json().path("expires_in").asLong());
        known = new AccessToken(text, clock.instant().plus(life).minus(EARLY));
        return text;
    }

    private BusAnswer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new BusAnswer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Disposition").orElse(""),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BusAnswer.none();
        }
    }
}
