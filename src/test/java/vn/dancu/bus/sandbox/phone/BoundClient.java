package vn.dancu.bus.sandbox.phone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.SandboxSmsSettings.SmsOperator;
import vn.dancu.bus.sandbox.sms.BoundedPdus;
import vn.dancu.bus.sandbox.sms.MockSmsc;

/** Who is bound to the simulated SMSC, by jsmpp's own client, with the phones of its subscribers. */
final class BoundClient implements AutoCloseable {

    static final String PHONE = "84000123456";

    final SubscriberPhones phones = new SubscriberPhones(Clock.systemUTC());
    final MockSmsc smsc;
    final PhoneSender sender;
    final List<DeliverSm> delivered = new CopyOnWriteArrayList<>();
    final List<SMPPSession> sessions = new CopyOnWriteArrayList<>();
    volatile int status;

    BoundClient() {
        SandboxSmsSettings settings = new SandboxSmsSettings(
                0,
                4,
                Duration.ofMillis(300),
                Duration.ofMillis(20),
                List.of(
                        new SmsOperator("mang-a", "sandboxa", List.of("8088")),
                        new SmsOperator("mang-b", "sandboxb", List.of("8088"))));
        smsc = new MockSmsc(settings, phones::receive, Clock.systemUTC());
        sender = new PhoneSender(settings, smsc, phones);
        smsc.start();
    }

    List<PhoneMessage> conversation() {
        return phones.messages(phones.id(PHONE), 0);
    }

    void faults(String plan) throws IOException {
        smsc.faults("mang-a").get(0).replace(new ByteArrayInputStream(plan.getBytes(StandardCharsets.UTF_8)));
    }

    SMPPSession bind(BindType type, String systemId, String password) throws IOException {
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

    static String submit(SMPPSession session, int coding, byte[] content, int receipt) throws Exception {
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

    static void submit(SMPPSession session, String from, String to, int coding, byte[] content, int esmClass)
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

    @Override
    public void close() {
        sessions.forEach(SMPPSession::close);
        smsc.close();
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
