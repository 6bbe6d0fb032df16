package vn.dancu.bus.camel.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import jakarta.jms.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.delivery.Receipts;
import vn.dancu.bus.delivery.UndeliverableException;
import vn.dancu.bus.fixtures.BrokerInMemory;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;

/** Routes put into the outbox and send from it, to a real broker. */
class DeliveryComponentIT {

    @TempDir
    private Path folder;

    private final BrokerInMemory broker = BrokerInMemory.start();
    private final CamelContext camel = new DefaultCamelContext();
    private final List<String> sums = Collections.synchronizedList(new ArrayList<>());
    private DeliveryRoom room;
    private ProducerTemplate routes;

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(
                MigratedDatabase.fresh(),
                folder,
                new InMemoryPartners(),
                new ShiftedClock(),
                Map.of("receipt-keys.hub", Base64.getEncoder().encodeToString(new byte[32])));
        for (Class<?> type : List.of(
                Outbox.class,
                ChannelSenders.class,
                ClaimChecks.class,
                DeliverySettings.class,
                Receipts.class,
                PlatformTransactionManager.class)) {
            camel.getRegistry().bind(type.getName(), room.get(type));
        }
        camel.addComponent("jms", broker.component());
        camel.addRoutes(new TestedRoutes());
        camel.start();
        routes = camel.createProducerTemplate();
    }

    private final class TestedRoutes extends RouteBuilder {
        @Override
        public void configure() {
            errorHandler(noErrorHandler());
            from("direct:put").to("delivery:test?destination=hub&onceHeader=RouteId&orderHeader=RouteCase");
            from("delivery:test").to(ExchangePattern.InOnly, "jms:queue:dancu.delivered");
            from("direct:refused").to("delivery:refused");
            from("delivery:refused").process(exchange -> {
                throw new UndeliverableException("404", null);
            });
            from("direct:invalid").to("delivery:invalid");
            from("delivery:invalid").process(exchange -> {
                throw BusException.of(ErrorCode.FIELD_INVALID);
            });
            from("direct:signed").to("delivery:test?operation=signReceipt&destination=hub&onceHeader=RouteId");
            from("direct:receipt").to("delivery:test?operation=takeReceipt&destination=hub");
            from("direct:large").to("delivery:large");
            from("delivery:large").process(exchange -> {
                for (int time = 0; time < 2; time++) {
                    ClaimBody body = exchange.getMessage().getBody(ClaimBody.class);
                    sums.add(Sha256.hex(body.readAllBytes()));
                    body.reset();
                }
            });
        }
    }

    @AfterEach
    void close() throws Exception {
        camel.stop();
        room.close();
        broker.close();
    }

    @Test
    void sendsWhatARoutePutsOnceAndInOrder() throws Exception {
        for (int i = 0; i < 20; i++) {
            int number = i;
            routes.sendBodyAndHeaders(
                    "direct:put", "body " + i, Map.of("RouteId", "m" + number, "RouteCase", "one", "Secret", "x"));
            routes.sendBodyAndHeaders("direct:put", "again", Map.of("RouteId", "m" + number, "RouteCase", "one"));
        }

        for (int i = 0; i < 20; i++) {
            Message message = broker.take("dancu.delivered");
            assertThat(BrokerInMemory.text(message)).isEqualTo("body " + i);
            assertThat(message.getStringProperty("RouteId")).isEqualTo("m" + i);
            assertThat(message.getStringProperty("DanCuDeliveryDestination")).isEqualTo("hub");
            assertThat(message.getStringProperty("DanCuDeliverySha256")).isEqualTo(Sha256.hex("body " + i));
            assertThat(message.propertyExists("Secret")).isFalse();
        }
        await().untilAsserted(() -> assertThat(room.get(Deliveries.class).balances())
                .containsExactly(new Deliveries.Balance("test", 20, 20, 0, 0, 0, 0)));
        assertThat(broker.takeAll("dancu.delivered")).isEmpty();
    }

    @Test
    void makesADeadLetterOfWhatTheRouteCallsUndeliverable() {
        routes.sendBody("direct:refused", "body");
        routes.sendBody("direct:invalid", "body");

        await().untilAsserted(() -> assertThat(dead()).containsExactlyInAnyOrder("404", "field_invalid"));
    }

    @Test
    void carriesALargeBodyInAFile() throws Exception {
        byte[] body = new byte[3_000_000];
        new Random(1).nextBytes(body);

        routes.sendBody("direct:large", body);

        await().untilAsserted(() -> assertThat(sums).containsExactly(Sha256.hex(body), Sha256.hex(body)));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void signsAReceiptAndTakesOne() throws Exception {
        String receipt = routes.requestBodyAndHeader("direct:signed", "body", "RouteId", "theirs", String.class);

        assertThat(SignedJWT.parse(receipt).getJWTClaimsSet().getClaims())
                .containsEntry("iss", "dancu-bus")
                .containsEntry("sub", "theirs")
                .containsEntry("sha256", Sha256.hex("body"));
        assertThatThrownBy(() -> routes.sendBody("direct:receipt", receipt))
                .as("of the bus itself, not of the destination")
                .hasRootCauseMessage("credentials_wrong");
    }

    @Test
    void refusesAMessageWithoutTheHeaderThatNamesIt() {
        assertThatThrownBy(() -> routes.sendBody("direct:put", "body"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage("header_invalid");
    }

    @Test
    void endsTheAttemptsThatAreRunningWhenItsRouteStops() throws Exception {
        camel.getRouteController().stopAllRoutes();
        assertThatThrownBy(() -> routes.sendBody("direct:put?block=false", "body"))
                .isInstanceOf(Exception.class);
        room.put("hub", "later");

        assertThat(room.get(Deliveries.class).balances())
                .containsExactly(new Deliveries.Balance("test", 1, 0, 0, 0, 0, 1));
        camel.getRouteController().startAllRoutes();
        assertThat(BrokerInMemory.text(broker.take("dancu.delivered"))).isEqualTo("later");
    }

    private List<String> dead() {
        return room
                .get(Deliveries.class)
                .list(new Deliveries.Filter(null, DeliveryState.Name.DEAD, null), null, 10)
                .stream()
                .map(Delivery::state)
                .map(state -> ((DeliveryState.Dead) state).cause())
                .toList();
    }
}
