package vn.dancu.bus.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.probe.ConnectionTests;

/** Texts in and out through the simulated short message centre of the sandbox, over SMPP. */
class TextMessagesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger SUBSCRIBERS = new AtomicInteger();
    private static RunningBus bus;

    private String name = "";
    private final String phone = "849990%05d".formatted(70_000 + SUBSCRIBERS.incrementAndGet());

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
        await().untilAsserted(() ->
                assertThat(bus.bean(SmscConnections.class).states()).hasSize(3).allMatch(SmscConnections.State::bound));
    }

    @AfterEach
    void noFaults() {
        RawHttp.send(bus.ports().http(), "DELETE /sandbox/sms/faults", List.of(), new byte[0]);
    }

    @Test
    void aTextIsDurableWhenItsOperatorHearsOfItAndTheSameIsOneText() {
        send("\"text\":\"DC HD\"");
        send("\"text\":\"DC HD\"");
        awaitTaken(2);

        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true"})
    void aLongTextIsJoinedInEveryForm(boolean sar, boolean payload) {
        send("\"text\":\"DC Đây là một tin nhắn dài %s\",\"sar\":%s,\"payload\":%s"
                .formatted("chữ ".repeat(40), sar, payload));
        awaitTaken(1);

        assertThat(rows()).isEqualTo(1);
        assertThat(partsOfSender()).isZero();
    }

    @Test
    void partsComeInAnyOrderAndTwiceAndTheTextIsOne() {
        send("\"text\":\"%s\",\"partLength\":5,\"order\":[3,1,1,3,2]".formatted("abcdefghijklmno"));
        awaitTaken(1);

        assertThat(rows()).isEqualTo(1);
        assertThat(partsOfSender()).isZero();
    }

    @Test
    void aPartThatIsMissingIsWaitedFor() {
        send("\"text\":\"%s\",\"partLength\":5,\"order\":[1,3]".formatted("abcdefghijklmno"));
        awaitTaken(1);

        assertThat(rows()).isZero();
        assertThat(partsOfSender()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"text\":\"x\",\"hex\":\"4443\",\"dataCoding\":2', UNREADABLE",
        "'\"text\":\"x\",\"hex\":\"d800\",\"dataCoding\":8', UNREADABLE",
        "'\"text\":\"x\",\"hex\":\"4443\",\"dataCoding\":153', UNREADABLE",
        "'\"text\":\"x\",\"hex\":\"0500037f020541\",\"esmClass\":64', UNREADABLE",
        "'\"text\":\"x\",\"hex\":\"2020\"', EMPTY"
    })
    void whatCannotBeReadHasAnEndAndTheNextTextIsTaken(String broken, String outcome) {
        send(broken);
        send("\"text\":\"DC HD\"");
        awaitTaken(2);

        assertThat(bus.jdbc()
                        .sql("select outcome from sms.inbound where sender_key = ? order by seq limit 1")
                        .param(key())
                        .query(String.class)
                        .single())
                .isEqualTo(outcome);
        assertThat(rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"truncated", "garbage", "lost", "duplicate"})
    void whateverBreaksOnTheWayATextIsTakenOnce(String fault) {
        faults("[{\"verb\":\"deliver_sm\",\"fault\":\"%s\",\"times\":1}]".formatted(fault));
        send("\"text\":\"DC HD\"");
        awaitTaken(1);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theConnectionToAnOperatorCanBeTested() {
        assertThat(bus.bean(ConnectionTests.class).test("sms-mang-b").failure()).isEmpty();
    }

    @Test
    void anAnswerGoesInPartsWithoutDiacriticsAndIsFollowedToItsReceipt() {
        UUID delivery = put("mang-a", "Số định danh của công dân. ".repeat(8));

        JsonNode received = received();
        assertThat(received.path("text").asText()).startsWith("So dinh danh cua cong dan. So");
        assertThat(received.path("number").asText()).isEqualTo("8088");
        assertThat(received.path("parts"))
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.path("content").asText()).startsWith("050003"));
        await().untilAsserted(() -> assertThat(states(delivery)).containsExactly("DELIVERED", "DELIVERED"));
    }

    @Test
    void anOperatorThatKeepsDiacriticsGetsUcs2() {
        put("mang-b", "Nguyễn Thị Ước");

        JsonNode received = received();
        assertThat(received.path("text").asText()).isEqualTo("Nguyễn Thị Ước");
        assertThat(received.path("parts").get(0).path("dataCoding").asInt()).isEqualTo(8);
    }

    @Test
    void anOperatorThatGetsTooManyIsLeftInPeaceAndGetsItLater() {
        faults("[{\"verb\":\"submit_sm\",\"fault\":\"fail\",\"code\":\"0x58\",\"times\":2}]");
        put("mang-c", "Xin chao");

        assertThat(received().path("text").asText()).isEqualTo("Xin chao");
    }

    @Test
    void aReceiptThatSaysUndeliverableIsTheEndOfItsMessage() {
        faults("[{\"verb\":\"receipt\",\"fault\":\"fail\",\"code\":\"UNDELIV\",\"times\":1}]");
        UUID delivery = put("mang-a", "Xin chao");

        await().untilAsserted(() -> assertThat(states(delivery)).containsExactly("UNDELIVERABLE"));
    }

    @Test
    void aReceiptThatComesBeforeTheAnswerFindsItsMessage() {
        faults("[{\"verb\":\"receipt\",\"fault\":\"early\",\"times\":1}]");
        UUID delivery = put("mang-c", "Xin chao");

        await().untilAsserted(() -> assertThat(states(delivery)).containsExactly("DELIVERED"));
    }

    @Test
    void anOperatorSeesWhetherEachIsBoundAndWhatWaits() {
        Desk.Answer answer = Desk.at(bus.ports().http(), Desk.Sandbox.OPERATOR).get("sms-operators");

        assertThat(answer.body().path("items")).hasSize(3).allSatisfy(one -> {
            assertThat(one.path("bound").asBoolean()).isTrue();
            assertThat(one.path("since").asText()).endsWith("Z");
            assertThat(one.path("unanswered").isIntegralNumber()).isTrue();
            assertThat(one.path("held").isIntegralNumber()).isTrue();
        });
    }

    /** The phone is known in addresses once it has sent something. */
    private UUID put(String operator, String text) {
        send("\"text\":\"x\",\"hex\":\"20\"");
        return new TransactionTemplate(bus.bean(PlatformTransactionManager.class))
                .execute(status -> bus.bean(OutboundTexts.class)
                        .put(new OutboundText(operator, null, number(), text, "test/" + UUID.randomUUID(), null)));
    }

    private void send(String fields) {
        RawHttp.Answer answer =
                post("POST /sandbox/phone/messages", "{\"from\":\"%s\",\"to\":\"8088\",%s}".formatted(phone, fields));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        try {
            name = JSON.readTree(answer.body()).path("phone").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void faults(String json) {
        RawHttp.Answer answer = post("PUT /sandbox/sms/faults", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static RawHttp.Answer post(String line, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return RawHttp.send(
                bus.ports().http(),
                line,
                List.of("Content-Type: application/json", "Content-Length: " + body.length),
                body);
    }

    private void awaitTaken(int messages) {
        await().untilAsserted(() -> assertThat(conversation())
                .filteredOn(one -> one.path("state").asText().equals("taken"))
                .hasSize(messages));
    }

    private JsonNode received() {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> conversation().stream()
                                .filter(one -> one.path("state").asText().equals("received"))
                                .findFirst()
                                .orElse(JSON.missingNode()),
                        found -> !found.isMissingNode());
    }

    private List<JsonNode> conversation() {
        try {
            RawHttp.Answer answer = RawHttp.send(
                    bus.ports().http(), "GET /sandbox/phone/messages?phone=" + name, List.of(), new byte[0]);
            List<JsonNode> messages = new ArrayList<>();
            JSON.readTree(answer.body()).path("messages").forEach(messages::add);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long rows() {
        return bus.jdbc()
                .sql("select count(*) from sms.inbound where sender_key = ?")
                .param(key())
                .query(Long.class)
                .single();
    }

    private long partsOfSender() {
        return bus.jdbc()
                .sql("select count(*) from sms.part where sender_key = ?")
                .param(key())
                .query(Long.class)
                .single();
    }

    private List<String> states(UUID delivery) {
        return bus.jdbc()
                .sql("select coalesce(state, '-') from sms.submission where delivery = ? order by part")
                .param(delivery)
                .query(String.class)
                .list();
    }

    private byte[] key() {
        return bus.bean(SubscriberHash.class).of(number().value());
    }

    private PhoneNumber number() {
        return PhoneNumber.of(phone).orElseThrow();
    }
}
