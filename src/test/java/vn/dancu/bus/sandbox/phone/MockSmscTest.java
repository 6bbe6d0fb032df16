package vn.dancu.bus.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.sms.MockSmsc;

/** The simulated SMSC and its phones, with jsmpp's own client as the one who is bound. */
class MockSmscTest {

    private final BoundClient client = new BoundClient();

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({"nobody, sandboxa, 15", "mang-a, wrong, 14", "mang-b, sandboxa, 14"})
    void refusesAStranger(String systemId, String password, int code) {
        assertThatThrownBy(() -> client.bind(BindType.BIND_TRX, systemId, password))
                .isInstanceOf(IOException.class)
                .cause()
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(code));
    }

    @Test
    void sendsAndReceivesOnConnectionsOfTheirOwn() throws Exception {
        client.bind(BindType.BIND_RX, "mang-a", "sandboxa");
        SMPPSession transmitter = client.bind(BindType.BIND_TX, "mang-a", "sandboxa");

        client.sender.send(PhoneText.plain("+84 000.123.456", "8088", "DC HD"));
        String id = BoundClient.submit(transmitter, 0, "Xin chao".getBytes(StandardCharsets.US_ASCII), 1);

        await().untilAsserted(() -> assertThat(client.delivered).hasSize(2));
        assertThat(client.delivered.get(0).getSourceAddr()).isEqualTo(BoundClient.PHONE);
        assertThat(client.delivered.get(0).getShortMessage()).asString().isEqualTo("DC HD");
        assertThat(client.delivered.get(1).getEsmClass()).isEqualTo((byte) 4);
        assertThat(client.delivered.get(1).getShortMessage()).asString().contains("id:" + id, "stat:DELIVRD");
        assertThat(client.conversation()).extracting(PhoneMessage::state).containsExactly("taken", "received");
    }

    @Test
    void refusesAnotherSenderThanItsOwnNumber() throws Exception {
        SMPPSession session = client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        assertThatThrownBy(() -> BoundClient.submit(session, "8099", BoundClient.PHONE, 0, new byte[] {1}, 0))
                .isInstanceOf(NegativeResponseException.class)
                .hasMessageContaining("0000000a");
        assertThat(client.conversation()).isEmpty();
    }

    @Test
    void joinsPartsThatComeOutOfOrderAndKeepsTheBytes() throws Exception {
        SMPPSession session = client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");
        byte[] second = {5, 0, 3, 7, 2, 2, 0x1e, (byte) 0xc7};
        byte[] first = {5, 0, 3, 7, 2, 1, 0x00, 'V', 0x00, 'i'};

        BoundClient.submit(session, "8088", BoundClient.PHONE, 8, second, 0x40);
        assertThat(client.conversation()).isEmpty();
        BoundClient.submit(session, "8088", BoundClient.PHONE, 8, first, 0x40);

        assertThat(client.conversation()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Việ");
            assertThat(message.parts())
                    .extracting(PhoneMessage.Part::content)
                    .containsExactly("05000307020100560069", "0500030702021ec7");
        });
    }

    @Test
    void aLongTextGoesInPartsAndAnOrderedOneAsOrdered() throws Exception {
        client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        client.sender.send(PhoneText.plain(BoundClient.PHONE, "8088", "a".repeat(200)));
        client.sender.send(new PhoneText(
                BoundClient.PHONE,
                "8088",
                "Số định danh",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                5,
                List.of(3, 1, 1)));

        await().untilAsserted(() -> assertThat(client.delivered).hasSize(5));
        assertThat(client.delivered.get(0).getShortMessage()).hasSize(6 + 153);
        assertThat(client.delivered.subList(2, 5))
                .extracting(part -> part.getShortMessage()[5])
                .containsExactly((byte) 3, (byte) 1, (byte) 1);
        assertThat(client.delivered.get(2).getDataCoding()).isEqualTo((byte) 8);
        assertThatThrownBy(() -> client.sender.send(new PhoneText(
                        BoundClient.PHONE, "8088", "a", null, null, null, null, null, null, null, null, List.of(2))))
                .isInstanceOf(BusException.class);
    }

    @Test
    void sendsAgainUntilItIsTakenAndKeepsTheOrderOfASubscriber() throws Exception {
        client.status = SMPPConstant.STAT_ESME_RX_T_APPN;
        client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");
        for (int i = 0; i < 5; i++) {
            client.sender.send(PhoneText.plain(BoundClient.PHONE, "8088", "DC " + i));
        }
        await().untilAsserted(() -> assertThat(client.delivered).hasSizeGreaterThan(2));

        client.delivered.clear();
        client.status = 0;

        await().untilAsserted(() -> assertThat(client.conversation())
                .extracting(PhoneMessage::state)
                .containsOnly("taken"));
        assertThat(client.delivered)
                .extracting(pdu -> new String(pdu.getShortMessage(), StandardCharsets.US_ASCII))
                .containsExactly("DC 0", "DC 1", "DC 2", "DC 3", "DC 4");
    }

    @Test
    void whatIsWrittenWhileItIsAwayWaitsForTheNextBind() throws Exception {
        int port = client.smsc.port();
        client.smsc.stop();
        client.sender.send(PhoneText.plain(BoundClient.PHONE, "8088", "DC HD"));

        client.smsc.start();
        client.bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        await().untilAsserted(() -> assertThat(client.delivered).hasSize(1));
        assertThat(client.smsc.port()).isEqualTo(port);
    }

    @Test
    void aTakenPortIsRefusedWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SandboxSmsSettings same = new SandboxSmsSettings(
                    taken.getLocalPort(), 1, Duration.ofSeconds(1), Duration.ofSeconds(1), List.of());
            try (MockSmsc other = new MockSmsc(same, text -> {}, Clock.systemUTC())) {
                assertThatThrownBy(other::start)
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("dancu.sandbox.sms.port");
            }
        }
    }
}
