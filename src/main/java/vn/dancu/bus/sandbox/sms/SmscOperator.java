package vn.dancu.bus.sandbox.sms;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.SandboxSmsSettings.SmsOperator;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.fault.FaultPlan;

/** Takes what the bus submits to one operator, and makes the receipts. */
final class SmscOperator {

    private static final String SUBSCRIBER = "[0-9]{5,15}";
    private static final int RECEIPT_WANTED = 0x03;
    private static final int ALWAYS = 0x01;
    private static final long EARLY_MILLIS = 2000;

    private final SmsOperator settings;
    private final Clock clock;
    private final Consumer<SubmittedText> subscribers;
    private final MobileLanes lanes;
    private final FaultPlan faults = new FaultPlan(SmscCommand.PLAYED, "");
    private final AtomicLong messageIds = new AtomicLong();
    private final Map<String, Receipt> receipts = new ConcurrentHashMap<>();

    /** A receipt that is sent once the response is. */
    private record Receipt(MobileText text, @Nullable Fault fault) {}

    SmscOperator(SmsOperator settings, MobileLanes.Factory lanes, Consumer<SubmittedText> subscribers, Clock clock) {
        this.settings = settings;
        this.subscribers = subscribers;
        this.clock = clock;
        this.lanes = lanes.of(settings.systemId(), faults);
    }

    SmsOperator settings() {
        return settings;
    }

    FaultPlan faults() {
        return faults;
    }

    MobileLanes lanes() {
        return lanes;
    }

    /** Takes a message for a subscriber, or plays the fault of this call: the message id. */
    String take(SubmitSm submit, SmscConnection connection) throws ProcessRequestException {
        Fault fault = faults.next(SmscCommand.SUBMIT_SM).orElse(null);
        if (fault != null && fault.fault() == Fault.Kind.FAIL) {
            throw refusal(fault.code().isEmpty() ? SMPPConstant.STAT_ESME_RTHROTTLED : Integer.decode(fault.code()));
        }
        connection.play(fault);
        if (is(fault, Fault.Kind.DROP)) {
            throw refusal(SMPPConstant.STAT_ESME_RSYSERR);
        }
        if (!settings.numbers().contains(submit.getSourceAddr())) {
            throw refusal(SMPPConstant.STAT_ESME_RINVSRCADR);
        }
        String to = Objects.requireNonNullElse(submit.getDestAddress(), "");
        if (!to.matches(SUBSCRIBER)) {
            throw refusal(SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        SubmittedText text = read(submit, "%s-%d".formatted(settings.systemId(), messageIds.incrementAndGet()), to);
        subscribers.accept(text);
        if (isReceiptWanted(submit.getRegisteredDelivery())) {
            promise(text);
        }
        return text.messageId();
    }

    /** Sends the receipt of a message whose response was sent, or lost. */
    void responded(String messageId) {
        Receipt due = receipts.remove(messageId);
        if (due == null) {
            return;
        }
        Fault fault = due.fault();
        if (fault != null && fault.fault() == Fault.Kind.SLOW) {
            CompletableFuture.delayedExecutor(fault.delayMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> lanes.send(due.text()));
            return;
        }
        lanes.send(due.text());
        if (is(fault, Fault.Kind.DUPLICATE)) {
            lanes.send(new MobileText(due.text().wire()));
        }
    }

    private void promise(SubmittedText text) {
        Fault fault = faults.next(SmscCommand.RECEIPT).orElse(null);
        if (is(fault, Fault.Kind.SILENT)) {
            return;
        }
        String state = SmscReceipt.DELIVERED;
        if (fault != null && fault.fault() == Fault.Kind.FAIL) {
            state = fault.code().isEmpty() ? "UNDELIV" : fault.code();
        }
        MobileText receipt = SmscReceipt.of(text, state, clock.instant());
        if (is(fault, Fault.Kind.EARLY)) {
            lanes.send(receipt);
            receipt.await(EARLY_MILLIS);
        } else {
            receipts.put(text.messageId(), new Receipt(receipt, fault));
        }
    }

    private static boolean is(@Nullable Fault fault, Fault.Kind kind) {
        return fault != null && fault.fault() == kind;
    }

    private static boolean isReceiptWanted(int registeredDelivery) {
        return (registeredDelivery & RECEIPT_WANTED) == ALWAYS;
    }

    private SubmittedText read(SubmitSm submit, String messageId, String to) {
        OptionalParameter.Message_payload payload =
                submit.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] content = payload == null ? submit.getShortMessage() : payload.getValue();
        return new SubmittedText(
                settings.systemId(),
                messageId,
                submit.getSourceAddr(),
                to,
                Byte.toUnsignedInt(submit.getEsmClass()),
                Byte.toUnsignedInt(submit.getDataCoding()),
                content == null ? new byte[0] : content,
                segment(submit),
                reference(submit),
                clock.instant());
    }

    private static @Nullable Short reference(SubmitSm submit) {
        OptionalParameter.User_message_reference own =
                submit.getOptionalParameter(OptionalParameter.User_message_reference.class);
        return own == null ? null : own.getValue();
    }

    private static SubmittedText.@Nullable Segment segment(SubmitSm submit) {
        OptionalParameter.Sar_msg_ref_num reference =
                submit.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        OptionalParameter.Sar_total_segments total =
                submit.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        OptionalParameter.Sar_segment_seqnum number =
                submit.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        return reference == null || total == null || number == null
                ? null
                : new SubmittedText.Segment(
                        Short.toUnsignedInt(reference.getValue()),
                        Byte.toUnsignedInt(total.getValue()),
                        Byte.toUnsignedInt(number.getValue()));
    }

    private static ProcessRequestException refusal(int status) {
        return new ProcessRequestException("Refused by the simulated SMSC", status);
    }
}
