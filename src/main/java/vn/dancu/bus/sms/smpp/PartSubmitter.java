package vn.dancu.bus.sms.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.sms.PartOfText;
import vn.dancu.bus.sms.PhoneNumber;
import vn.dancu.bus.sms.SegmentedText;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SmscConnections;
import vn.dancu.bus.sms.SmscConnections.TextToSubmit;
import vn.dancu.bus.sms.alphabet.UserDataHeader;
import vn.dancu.bus.sms.outbound.ReceiptOfPart;
import vn.dancu.bus.sms.outbound.Submissions;
import vn.dancu.bus.sms.outbound.SubmittedPart;
import vn.dancu.bus.sms.outbound.UnansweredPart;

/** Submits texts to one operator within its window and rate; each part is noted under the number that the operator gives it. */
final class PartSubmitter {

    /** How long a part is held for an operator that says it gets too many, before the outbox tries it again by its plan. */
    private static final Duration THROTTLE_PATIENCE = Duration.ofSeconds(30);

    /** How much earlier than it is known an interrupted attempt may have begun. */
    private static final Duration INTERRUPTED_WITHIN = Duration.ofMinutes(15);

    /** Between two instances: a receipt may come by another one. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    private static final Duration NOTE_PATIENCE = Duration.ofSeconds(10);
    private static final RegisteredDelivery RECEIPT = new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE);
    private static final ESMClass WITH_HEADER =
            new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI);

    private final String name;
    private final SmsSettings.Operator operator;
    private final Submissions submissions;
    private final SubmitMetrics metrics;
    private final Semaphore window;
    private final SubmitPacer pacer;
    private final Clock clock;

    PartSubmitter(
            String name, SmsSettings.Operator operator, Submissions submissions, SubmitMetrics metrics, Clock clock) {
        this.name = name;
        this.operator = operator;
        this.submissions = submissions;
        this.metrics = metrics;
        this.window = new Semaphore(operator.window());
        this.pacer = new SubmitPacer(operator.rate());
        this.clock = clock;
    }

    /** One message on the wire. */
    private record Part(ESMClass type, byte[] content, OptionalParameter... parameters) {

        /** A receipt may repeat the reference: so it is known though the operator's number of its message is not. */
        Part with(int reference) {
            OptionalParameter[] more = Arrays.copyOf(parameters, parameters.length + 1);
            more[parameters.length] = new OptionalParameter.User_message_reference((short) reference);
            return new Part(type, content, more);
        }
    }

    void submit(SmscLink link, TextToSubmit text) throws SendFailure {
        int parts = text.parts().parts().size();
        int messages = operator.parts() == SmsSettings.Parts.PAYLOAD ? 1 : parts;
        Set<Integer> taken = text.attempt() > 1 ? taken(link, text, messages) : Set.of();
        for (int number = 1; number <= messages; number++) {
            if (!taken.contains(number)) {
                submit(link, text, number, messages < parts || parts == 1);
            }
        }
    }

    /** The parts that the operator has; those of an attempt of which nobody knows are waited for. */
    private Set<Integer> taken(SmscLink link, TextToSubmit text, int messages) throws SendFailure {
        SmscConnections.State session = link.state();
        if (!session.bound() || session.since() == null) {
            throw SubmitFailures.notBound();
        }
        hold(submissions.hold(text.delivery(), session.since()), SubmitFailures.UNANSWERED, null);
        Set<Integer> taken = submissions.partsOf(text.delivery());
        int next = 1;
        while (taken.contains(next)) {
            next++;
        }
        if (text.isInterrupted() && next <= messages) {
            Instant since = clock.instant().minus(INTERRUPTED_WITHIN);
            hold(submissions.unanswered(unanswered(text, next, since)), SubmitFailures.UNANSWERED, null);
            taken.add(next);
        }
        return taken;
    }

    private UnansweredPart unanswered(TextToSubmit text, int number, Instant since) {
        int reference = UnansweredPart.referenceOf(text.delivery(), number);
        return new UnansweredPart(name, text.delivery(), number, text.to(), reference, since);
    }

    private void submit(SmscLink link, TextToSubmit text, int number, boolean isWhole) throws SendFailure {
        Part part = isWhole ? whole(text.parts()) : part(text.delivery(), text.parts(), number);
        Instant began = clock.instant().minus(CLOCKS_APART);
        try {
            String id = submit(link, text, part.with(UnansweredPart.referenceOf(text.delivery(), number)));
            note(new SubmittedPart(name, ReceiptOfPart.stored(id, operator.receiptId()), text.delivery(), number));
        } catch (ResponseTimeoutException | InvalidResponseException | java.io.IOException e) {
            metrics.submitted(name, "UNANSWERED");
            hold(submissions.unanswered(unanswered(text, number, began)), SubmitFailures.unanswered(e), e);
        }
    }

    private static void hold(Duration time, String why, @Nullable Exception cause) throws SendFailure {
        if (!time.isZero()) {
            throw new SendFailure(why, time, cause);
        }
    }

    /** The operator has it: a failure now would send it twice. */
    private void note(SubmittedPart part) {
        try {
            submissions.submitted(part, NOTE_PATIENCE);
        } catch (BusException e) {
            metrics.unnoted(name);
        }
    }

    private String submit(SmscLink link, TextToSubmit text, Part part)
            throws SendFailure, ResponseTimeoutException, InvalidResponseException, java.io.IOException {
        long until = System.nanoTime() + THROTTLE_PATIENCE.toNanos();
        while (true) {
            try {
                String id = submitOnce(link, text, part);
                pacer.taken();
                metrics.submitted(name, "TAKEN");
                return id;
            } catch (NegativeResponseException e) {
                if (!SubmitFailures.isThrottling(e) || System.nanoTime() > until) {
                    metrics.submitted(name, "REFUSED");
                    throw SubmitFailures.refused(e);
                }
                metrics.submitted(name, "THROTTLED");
                pacer.throttled();
            } catch (PDUException e) {
                metrics.submitted(name, "FAILED");
                throw new SendFailure("smsc_" + e.getClass().getSimpleName(), true, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SendFailure("stopped", false, e);
            }
        }
    }

    private String submitOnce(SmscLink link, TextToSubmit text, Part part)
            throws SendFailure, InterruptedException, PDUException, ResponseTimeoutException, InvalidResponseException,
                    NegativeResponseException, java.io.IOException {
        if (!window.tryAcquire(THROTTLE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new SendFailure("smsc_window_full", false, null);
        }
        try {
            pacer.await();
            SMPPSession session = link.transmitter();
            if (session == null) {
                throw SubmitFailures.notBound();
            }
            DataCoding coding =
                    DataCodings.newInstance((byte) text.parts().alphabet().dataCoding());
            TypeOfNumber type = typeOf(text.from());
            return session.submitShortMessage(
                            "",
                            type,
                            type == TypeOfNumber.INTERNATIONAL
                                    ? NumberingPlanIndicator.ISDN
                                    : NumberingPlanIndicator.UNKNOWN,
                            PhoneNumber.of(text.from()).map(PhoneNumber::digits).orElse(text.from()),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            text.to().digits(),
                            part.type(),
                            (byte) 0,
                            (byte) 0,
                            null,
                            null,
                            RECEIPT,
                            (byte) 0,
                            coding,
                            (byte) 0,
                            part.content(),
                            part.parameters())
                    .getMessageId();
        } finally {
            window.release();
        }
    }

    /** One message holds all of it: in the payload where it is longer than a short message may be. */
    private static Part whole(SegmentedText text) {
        if (text.parts().size() == 1) {
            return new Part(new ESMClass(), text.parts().get(0));
        }
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        text.parts().forEach(all::writeBytes);
        return new Part(new ESMClass(), new byte[0], new OptionalParameter.Message_payload(all.toByteArray()));
    }

    /** The reference is that of the delivery, the same at each attempt: a handset that gets a part twice has it once. */
    private Part part(UUID delivery, SegmentedText text, int number) {
        int reference = (int) (delivery.getLeastSignificantBits() & 0xffff);
        byte[] content = text.parts().get(number - 1);
        PartOfText part = new PartOfText(reference, text.parts().size(), number);
        if (operator.parts() == SmsSettings.Parts.UDH) {
            return new Part(WITH_HEADER, UserDataHeader.write(part, content));
        }
        return new Part(
                new ESMClass(),
                content,
                OptionalParameters.newSarMsgRefNum((short) reference),
                OptionalParameters.newSarTotalSegments(part.total()),
                OptionalParameters.newSarSegmentSeqnum(number));
    }

    private static TypeOfNumber typeOf(@Nullable String from) {
        if (from == null || !from.chars().allMatch(one -> one >= '0' && one <= '9' || one == '+')) {
            return TypeOfNumber.ALPHANUMERIC;
        }
        return PhoneNumber.of(from).isPresent() ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN;
    }
}
