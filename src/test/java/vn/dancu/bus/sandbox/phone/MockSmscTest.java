package vn.dancu.bus.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.SandboxSmsSettings.SmsOperator;
import vn.dancu.bus.sandbox.sms.BoundedPdus;
import vn.dancu.bus.sandbox.sms.MockSmsc;

/** The simulated SMSC and its phones, with jsmpp's own client as the one who is bound. */
class MockSmscTest {

    private static final String PHONE = "84000123456";

    private final SubscriberPhones phones = new SubscriberPhones(Clock.systemUTC());
    private final SandboxSmsSettings settings = new SandboxSmsSettings(
            0,
            4,
            Duration.ofMillis(300),
            Duration.ofMillis(20),
            List.of(
                    new SmsOperator("mang-a", "sandboxa", List.of("8088")),
                    new SmsOperator("mang-b", "sandboxb", List.of("8088"))));
    private final MockSmsc smsc = new MockSmsc(settings, phones::receive, Clock.systemUTC());
    private final PhoneSender sender = new PhoneSender(settings, smsc, phones);
    private final List<DeliverSm> delivered = new CopyOnWriteArrayList<>();
    private final List<SMPPSession> sessions = new CopyOnWriteArrayList<>();
    private volatile int status;

    @BeforeEach
    void start() {
        smsc.start();
    }

    @AfterEach
    void stop() {
        sessions.forEach(SMPPSession::close);
        smsc.close();
    }

    @ParameterizedTest
    @CsvSource({"nobody, sandboxa, 15", "mang-a, wrong, 14", "mang-b, sandboxa, 14"})
    void refusesAStranger(String systemId, String password, int code) {
        assertThatThrownBy(() -> bind(BindType.BIND_TRX, systemId, password))
                .isInstanceOf(IOException.class)
                .cause()
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(code));
    }

    @Test
    void sendsAndReceivesOnConnectionsOfTheirOwn() throws Exception {
        bind(BindType.BIND_RX, "mang-a", "sandboxa");
        SMPPSession transmitter = bind(BindType.BIND_TX, "mang-a", "sandboxa");

        sender.send(PhoneText.plain("+84 000.123.456", "8088", "DC HD"));
        String id = submit(transmitter, 0, "Xin chao".getBytes(StandardCharsets.US_ASCII), 1);

        await().untilAsserted(() -> assertThat(delivered).hasSize(2));
        assertThat(delivered.get(0).getSourceAddr()).isEqualTo(PHONE);
        assertThat(delivered.get(0).getShortMessage()).asString().isEqualTo("DC HD");
        assertThat(delivered.get(1).getEsmClass()).isEqualTo((byte) 4);
        assertThat(delivered.get(1).getShortMessage()).asString().contains("id:" + id, "stat:DELIVRD");
        assertThat(conversation()).extracting(PhoneMessage::state).containsExactly("taken", "received");
    }

    @Test
    void refusesAnotherSenderThanItsOwnNumber() throws Exception {
        SMPPSession session = bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        assertThatThrownBy(() -> submit(session, "8099", PHONE, 0, new byte[] {1}, 0))
                .isInstanceOf(NegativeResponseException.class)
                .hasMessageContaining("0000000a");
        assertThat(conversation()).isEmpty();
    }

    @Test
    void joinsPartsThatComeOutOfOrderAndKeepsTheBytes() throws Exception {
        SMPPSession session = bind(BindType.BIND_TRX, "mang-a", "sandboxa");
        byte[] second = {5, 0, 3, 7, 2, 2, 0x1e, (byte) 0xc7};
        byte[] first = {5, 0, 3, 7, 2, 1, 0x00, 'V', 0x00, 'i'};

        submit(session, "8088", PHONE, 8, second, 0x40);
        assertThat(conversation()).isEmpty();
        submit(session, "8088", PHONE, 8, first, 0x40);

        assertThat(conversation()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Việ");
            assertThat(message.parts())
                    .extracting(PhoneMessage.Part::content)
                    .containsExactly("05000307020100560069", "0500030702021ec7");
        });
    }

    @Test
    void aLongTextGoesInPartsAndAnOrderedOneAsOrdered() throws Exception {
        bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        sender.send(PhoneText.plain(PHONE, "8088", "a".repeat(200)));
        sender.send(new PhoneText(
                PHONE, "8088", "Số định danh", null, null, null, null, null, null, null, 5, List.of(3, 1, 1)));

        await().untilAsserted(() -> assertThat(delivered).hasSize(5));
        assertThat(delivered.get(0).getShortMessage()).hasSize(6 + 153);
        assertThat(delivered.subList(2, 5))
                .extracting(part -> part.getShortMessage()[5])
                .containsExactly((byte) 3, (byte) 1, (byte) 1);
        assertThat(delivered.get(2).getDataCoding()).isEqualTo((byte) 8);
        assertThatThrownBy(() -> sender.send(
                        new PhoneText(PHONE, "8088", "a", null, null, null, null, null, null, null, null, List.of(2))))
                .isInstanceOf(BusException.class);
    }

    @Test
    void sendsAgainUntilItIsTakenAndKeepsTheOrderOfASubscriber() throws Exception {
        status = SMPPConstant.STAT_ESME_RX_T_APPN;
        bind(BindType.BIND_TRX, "mang-a", "sandboxa");
        for (int i = 0; i < 5; i++) {
            sender.send(PhoneText.plain(PHONE, "8088", "DC " + i));
        }
        await().untilAsserted(() -> assertThat(delivered).hasSizeGreaterThan(2));

        delivered.clear();
        status = 0;

        await().untilAsserted(() ->
                assertThat(conversation()).extracting(PhoneMessage::state).containsOnly("taken"));
        assertThat(delivered)
                .extracting(pdu -> new String(pdu.getShortMessage(), StandardCharsets.US_ASCII))
                .containsExactly("DC 0", "DC 1", "DC 2", "DC 3", "DC 4");
    }

    @Test
    void whatIsWrittenWhileItIsAwayWaitsForTheNextBind() throws Exception {
        int port = smsc.port();
        smsc.stop();
        sender.send(PhoneText.plain(PHONE, "8088", "DC HD"));

        smsc.start();
        bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        await().untilAsserted(() -> assertThat(delivered).hasSize(1));
        assertThat(smsc.port()).isEqualTo(port);
    }

    @Test
    void refusesToTakeAndThenTakes() throws Exception {
        faults("[{\"verb\":\"submit_sm\",\"fault\":\"fail\",\"code\":\"0x14\",\"times\":1}]");
        SMPPSession session = bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        assertThatThrownBy(() -> submit(session, 0, new byte[] {1}, 0)).hasMessageContaining("00000014");
        submit(session, 0, new byte[] {1}, 0);

        assertThat(conversation()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"silent, 1, true", "slow, 1, true", "lost, 1, false", "drop, 0, false", "garbage, 1, ", "truncated, 1, "
    })
    void losesTheResponseAsOrdered(String fault, int taken, Boolean open) throws Exception {
        faults("[{\"verb\":\"submit_sm\",\"fault\":\"" + fault + "\",\"delayMillis\":400,\"times\":1}]");
        SMPPSession session = bind(BindType.BIND_TRX, "mang-a", "sandboxa");
        session.setTransactionTimer(200);

        assertThatThrownBy(() -> submit(session, 0, new byte[] {1}, 0))
                .isInstanceOfAny(ResponseTimeoutException.class, InvalidResponseException.class, IOException.class);

        assertThat(conversation()).hasSize(taken);
        if (open != null) {
            await().untilAsserted(() ->
                    assertThat(session.getSessionState() != SessionState.CLOSED).isEqualTo(open));
        }
    }

    @ParameterizedTest
    @CsvSource({"drop, 1", "lost, 2", "duplicate, 2", "truncated, 1", "garbage, 1"})
    void deliversAsOrderedAndLosesNothing(String fault, int copies) throws Exception {
        faults("[{\"verb\":\"deliver_sm\",\"fault\":\"" + fault + "\",\"times\":1}]");
        bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        sender.send(PhoneText.plain(PHONE, "8088", "DC HD"));
        // A thread of jsmpp's client dies of a field that is cut.
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            if (sessions.stream().noneMatch(session -> session.getSessionState().isBound())) {
                bind(BindType.BIND_TRX, "mang-a", "sandboxa");
            }
            assertThat(conversation()).extracting(PhoneMessage::state).containsExactly("taken");
        });

        assertThat(delivered).hasSizeBetween(1, copies);
    }

    @ParameterizedTest
    @CsvSource({"silent, 0, DELIVRD", "duplicate, 2, DELIVRD", "early, 1, DELIVRD", "fail, 1, UNDELIV"})
    void receiptsComeAsOrdered(String fault, int copies, String state) throws Exception {
        faults("[{\"verb\":\"receipt\",\"fault\":\"" + fault + "\",\"times\":1}]");
        SMPPSession session = bind(BindType.BIND_TRX, "mang-a", "sandboxa");

        submit(session, 0, new byte[] {1}, 1);
        int early = delivered.size();
        submit(session, 0, new byte[] {1}, 1);

        await().untilAsserted(() -> assertThat(delivered).hasSize(copies + 1));
        assertThat(early).isLessThanOrEqualTo(copies);
        if (fault.equals("early")) {
            assertThat(early).isEqualTo(1);
        }
        assertThat(delivered)
                .anySatisfy(receipt ->
                        assertThat(receipt.getShortMessage()).asString().contains("stat:" + state));
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

    private List<PhoneMessage> conversation() {
        return phones.messages(phones.id(PHONE), 0);
    }

    private void faults(String plan) throws IOException {
        smsc.faults("mang-a").get(0).replace(new ByteArrayInputStream(plan.getBytes(StandardCharsets.UTF_8)));
    }

    private SMPPSession bind(BindType type, String systemId, String password) throws IOException {
        SMPPSession session =
                new SMPPSession(new SynchronizedPDUSender(), new BoundedPdus(), SocketConnectionFactory.getInstance());
        session.setMessageReceiverListener(new Received());
        sessions.add(session);
        session.connectAndBind(
                "127.0.0.1",
                smsc.port(),
                new BindParameter(
                        type, systemId, password, "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null));
        return session;
    }

    private static String submit(SMPPSession session, int coding, byte[] content, int receipt) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "8088",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        PHONE,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        receipt == 0
                                ? new RegisteredDelivery(SMSCDeliveryReceipt.DEFAULT)
                                : new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.valueOf((byte) coding)),
                        (byte) 0,
                        content)
                .getMessageId();
    }

    private static void submit(SMPPSession session, String from, String to, int coding, byte[] content, int esmClass)
            throws Exception {
        session.submitShortMessage(
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                from,
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                to,
                new ESMClass(esmClass),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                new RawDataCoding((byte) coding),
                (byte) 0,
                content);
    }

    /** Keeps what comes, and answers with the status that the test sets. */
    private final class Received implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm text) throws ProcessRequestException {
            delivered.add(text);
            if (status != 0) {
                throw new ProcessRequestException("As the test wants", status);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm text, Session session) throws ProcessRequestException {
            throw new ProcessRequestException("Not here", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
