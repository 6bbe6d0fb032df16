package vn.dancu.bus.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageIDGenerator;
import org.jsmpp.util.RandomMessageIDGenerator;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.PartOfText;
import vn.dancu.bus.sms.SmscConnections.Receiver;

/** Gives what a session delivers to the receiver, in the session's one thread, and has its answer held until it is durable. */
final class DeliveredPdus implements MessageReceiverListener {

    private static final int BYTE = 0xff;
    private static final int SHORT = 0xffff;
    private static final int INTERNATIONAL = 1;

    /** Nothing that can be read: a part with such a number is none. */
    private static final int NO_CODING = -1;

    private final String operator;
    private final Receiver receiver;
    private final HeldResponses responses;
    private final AtomicInteger unanswered;
    private final MessageIDGenerator ids = new RandomMessageIDGenerator();

    /** @param unanswered how many were received and have no answer */
    DeliveredPdus(String operator, Receiver receiver, HeldResponses responses, AtomicInteger unanswered) {
        this.operator = operator;
        this.receiver = receiver;
        this.responses = responses;
        this.unanswered = unanswered;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
        boolean isReceipt = pdu.isSmscDeliveryReceipt() || pdu.isIntermediateDeliveryNotification();
        receive(pdu.getSequenceNumber(), message(pdu, pdu.getShortMessage(), isReceipt));
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
        boolean isReceipt = DeliverSm.isSmscDeliveryReceipt(pdu.getEsmClass());
        receive(pdu.getSequenceNumber(), message(pdu, new byte[0], isReceipt));
        return new DataSmResult(ids.newMessageId(), new OptionalParameter[0]);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification pdu) {
        // A subscriber can be reached again: what waits for it is tried by the plan of the outbox.
    }

    private void receive(int sequence, ArrivedMessage message) throws ProcessRequestException {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        unanswered.incrementAndGet();
        Consumer<@Nullable BusException> done = failure -> {
            unanswered.decrementAndGet();
            status.complete(failure == null ? SMPPConstant.STAT_ESME_ROK : statusOf(failure));
        };
        responses.hold(sequence, status);
        try {
            receiver.received(message, done);
        } catch (BusException e) {
            done.accept(e);
        } catch (RuntimeException e) {
            done.accept(new BusException(ErrorCode.INTERNAL_ERROR, e));
        }
    }

    /** The operator keeps the message and sends it again. */
    private static int statusOf(BusException failure) {
        return failure.refusal().code() == ErrorCode.OVERLOADED
                ? SMPPConstant.STAT_ESME_RTHROTTLED
                : SMPPConstant.STAT_ESME_RX_T_APPN;
    }

    private ArrivedMessage message(AbstractSmCommand pdu, byte @Nullable [] content, boolean isReceipt) {
        OptionalParameter payload = pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
        byte[] octets = content == null ? new byte[0] : content;
        if (octets.length == 0 && payload instanceof OptionalParameter.OctetString long64) {
            octets = long64.getValue();
        }
        // Some operators give these and leave esm_class at 0.
        String reference = text(pdu.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID));
        Integer state = value(pdu.getOptionalParameter(Tag.MESSAGE_STATE));
        int coding = pdu.getDataCoding() & BYTE;
        PartOfText part = null;
        try {
            part = part(pdu);
        } catch (IllegalArgumentException e) {
            coding = NO_CODING;
        }
        return new ArrivedMessage(
                operator,
                number(pdu.getSourceAddr(), pdu.getSourceAddrTon()),
                number(pdu.getDestAddress(), pdu.getDestAddrTon()),
                isReceipt || reference != null && state != null,
                pdu.isUdhi() || pdu.isUdhiAndReplyPath(),
                coding,
                octets,
                part,
                reference,
                state,
                value(pdu.getOptionalParameter(Tag.USER_MESSAGE_REFERENCE)));
    }

    private static @Nullable PartOfText part(AbstractSmCommand pdu) {
        Integer reference = value(pdu.getOptionalParameter(Tag.SAR_MSG_REF_NUM));
        Integer total = value(pdu.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS));
        Integer number = value(pdu.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM));
        return reference == null || total == null || number == null ? null : new PartOfText(reference, total, number);
    }

    private static @Nullable Integer value(@Nullable OptionalParameter parameter) {
        if (parameter instanceof OptionalParameter.Byte one) {
            return one.getValue() & BYTE;
        }
        return parameter instanceof OptionalParameter.Short two ? two.getValue() & SHORT : null;
    }

    private static @Nullable String text(@Nullable OptionalParameter parameter) {
        if (!(parameter instanceof OptionalParameter.OctetString octets)) {
            return null;
        }
        // A C-octet string ends with a NUL, but for the operators that leave it out.
        String text = new String(octets.getValue(), StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.isBlank() ? null : text.strip();
    }

    private static String number(@Nullable String address, byte type) {
        String written = address == null ? "" : address.strip();
        return type == INTERNATIONAL && written.matches("[1-9][0-9]{7,14}") ? "+" + written : written;
    }
}
