package vn.dancu.bus.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.delivery.BodySignature;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.fixtures.ChangeQueue;
import vn.dancu.bus.fixtures.Follower;
import vn.dancu.bus.fixtures.RunningBus;

/** Pages of the change feed at the address of a partner: all of them, in their order, whatever the address answers at first. */
class ChangesByWebhookIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String PARTNER = "g22-portal";
    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of application-sandbox.yaml. */
    private static final String RECEIPT_KEY = "c2FuZGJveC1yZWNlaXB0cy1nMjItb2Ytc3ludGhldGljLXBlb3BsZS1vbmx5";

    private final Queue<ChangeQueue.Page> calls = new ConcurrentLinkedQueue<>();

    /** RunningBus names the portal in {@code dancu.feed.push}. */
    @Test
    void reachThePartnerSignedInOrderAndAgainUntilTheyAreTaken() throws Exception {
        Follower portal = new Follower(BUS, PARTNER, "sandbox-g22");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/changes", this::answer);
        server.start();
        Map<String, NotificationSettings.Webhook> webhooks = Map.of(
                PARTNER,
                new NotificationSettings.Webhook(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/changes"), SECRET));
        try (ChannelSenders.Connection calling = BUS.bean(ChannelSenders.class)
                .connect(WebhookSender.CHANGES, new WebhookSender(webhooks, Clock.systemUTC()))) {
            String number = Follower.person(BUS, 11);
            String subject = portal.follow(number);
            await().atMost(LONG).until(() -> taken(subject).size() == 1);
            BUS.jdbc()
                    .sql(
                            "update register.citizen set permanent_province = '01', permanent_country = 'VN' where so_dinh_danh = ?")
                    .param(number)
                    .update();

            await().atMost(LONG).untilAsserted(() -> assertThat(taken(subject)).containsExactly("followed", "moved"));
        } finally {
            server.stop(0);
        }
        List<ChangeQueue.Page> all = new ArrayList<>(calls);
        assertThat(all.get(0).id()).as("refused at first").isEqualTo(all.get(1).id());
        String expected = null;
        for (ChangeQueue.Page call : all.subList(1, all.size())) {
            assertThat(call.signature()).isEqualTo(BodySignature.of(SECRET, call.id(), call.timestamp(), call.bytes()));
            await().atMost(LONG).untilAsserted(() -> assertThat(BUS.bean(Deliveries.class)
                            .find(UUID.fromString(call.id()))
                            .orElseThrow()
                            .receipt())
                    .isEqualTo(call.receipt(PARTNER, RECEIPT_KEY)));
            JsonNode page = JSON.readTree(call.text());
            assertThat(expected).isIn(null, page.path("sau").asText());
            expected = page.path("tiepTheo").asText();
        }
    }

    /** Kinds of the events about that person, of all calls but the first, which was refused. */
    private List<String> taken(String subject) throws IOException {
        List<String> kinds = new ArrayList<>();
        for (ChangeQueue.Page call : calls.stream().skip(1).toList()) {
            for (JsonNode event : JSON.readTree(call.text()).path("suKien")) {
                if (event.path("subject").asText().equals(subject)) {
                    kinds.add(event.path("data").path("kind").asText());
                }
            }
        }
        return kinds;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = calls.isEmpty() ? 503 : 200;
            ChangeQueue.Page page = new ChangeQueue.Page(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(page);
            exchange.getResponseHeaders().add(WebhookSender.RECEIPT, page.receipt(PARTNER, RECEIPT_KEY));
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
