package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.camel.ExchangeKeys;
import vn.dancu.bus.camel.MessageDataFormat;
import vn.dancu.bus.camel.Outcome;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.inquiry.UndeliveredAnswer;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.ledger.DoorLedger;
import vn.dancu.bus.ledger.LedgerEntry;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.wire.NamelessFile;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.door.ReplayNotes;

/** The steps of a hub's lane that know JMS, bean {@code gateway}: who asks, and where an answer and a dead letter go. */
class HubSteps {

    static final String DOOR = "jms";

    private static final Logger LOGGER = LoggerFactory.getLogger(HubSteps.class);
    private static final Pattern LANE = Pattern.compile("dancu\\.hub\\.(.+)\\.in");

    /** Property: the message as it came. */
    private static final String MESSAGE = "DanCuHubMessage";

    /** Property: how the entry of the ledger ends, once the exchange does. */
    private static final String END = "DanCuLedgerEnd";

    private final Partners partners;
    private final ReplayNotes replays;
    private final DoorLedger ledger;
    private final JmsSettings settings;
    private final boolean keepsQuestions;
    private final Clock clock;
    private final Map<String, Queue> outs = new ConcurrentHashMap<>();

    /** @param keepsQuestions whether an answered question can be asked again for some time */
    HubSteps(
            Partners partners,
            ReplayNotes replays,
            DoorLedger ledger,
            JmsSettings settings,
            boolean keepsQuestions,
            Clock clock) {
        this.partners = partners;
        this.ledger = ledger;
        this.replays = replays;
        this.settings = settings;
        this.keepsQuestions = keepsQuestions;
        this.clock = clock;
    }

    /**
     * Takes the message from its JMS form; the partner is the one whose queue it was received on, whatever the message
     * says. When the broker fails meanwhile, the message stays with it.
     */
    public void identifyCaller(Exchange exchange) throws JMSException {
        LedgerEntry entry = ledger.took(DOOR);
        exchange.getExchangeExtension().addOnCompletion(new LaneEntry(entry, partnerOf(exchange)));
        HubMessage message = take(exchange);
        exchange.setProperty(MESSAGE, message);
        exchange.setProperty(
                ExchangeKeys.FORMAT, MessageDataFormat.wireOf(message.body().content()));
        exchange.setProperty(ExchangeKeys.CALLER, caller(message, entry.takenAt()));
        // Nothing that the hub sent in a header goes on.
        exchange.setMessage(new DefaultMessage(exchange));
        exchange.getMessage().setBody(message.body().content());
        if (message.flaw() != null) {
            throw new BusException(message.flaw());
        }
    }

    /**
     * Text for text and bytes for bytes, to where the hub wants its answer. A refusal goes to the queue {@code .out}
     * when the hub's temporary queue is gone; an answer then goes nowhere.
     */
    public void addressAnswer(Exchange exchange) throws JMSException {
        HubMessage message = exchange.getProperty(MESSAGE, HubMessage.class);
        if (!message.isReplyToThere()) {
            message = message.withoutReplyTo();
            exchange.setProperty(MESSAGE, message);
            requireNoAnswer(exchange);
        }
        Message out = exchange.getMessage();
        out.setBody(message.written(out.getBody(byte[].class)));
        out.setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, message.correlationId());
        out.setHeader(JmsConstants.JMS_DESTINATION, destination(message));
        boolean isRefusal = out.getHeader(Outcome.ERROR_CODE) != null;
        exchange.setProperty(END, isRefusal ? LedgerEntry.End.REFUSED : LedgerEntry.End.ANSWERED);
        ReplayNotes.Mark mark = message.mark();
        if (mark != null) {
            out.setHeader("DanCuReplay", mark.replay().toString());
            replays.note(mark.item(), outcome(out));
        }
    }

    /** The question as it came, with the cause in headers; the log has its occurrence. */
    public void addressDeadLetter(Exchange exchange) throws JMSException {
        HubMessage message = exchange.getProperty(MESSAGE, HubMessage.class);
        Message failed = exchange.getMessage();
        CitizenQuery question = exchange.getProperty(ExchangeKeys.QUESTION, CitizenQuery.class);
        if (question != null) {
            failed.setHeader(HubLetter.REQUEST, question.requestId());
        }
        failed.setHeader(HubLetter.ORIGINAL, message.messageId());
        failed.setHeader(HubLetter.FAILED_AT, clock.instant().toString());
        failed.removeHeaders("*", "DanCu*");
        Map<String, Object> cause = Map.copyOf(failed.getHeaders());
        LOGGER.atWarn()
                .addKeyValue(LogKeys.OCCURRENCE, cause.get(Outcome.OCCURRENCE))
                .addKeyValue(LogKeys.ERROR_CODE, cause.get(Outcome.ERROR_CODE))
                .addKeyValue(LogKeys.PARTNER, message.partner())
                .addKeyValue(LogKeys.ROUTE_ID, exchange.getFromRouteId())
                .addKeyValue(LogKeys.CAUSE, causeOf(exchange))
                .log("A question was moved to the dead-letter queue");
        Message letter = letter(exchange, message, cause);
        letter.setHeader(JmsConstants.JMS_DESTINATION_NAME, message.queue("dlq"));
        exchange.setMessage(letter);
        exchange.setProperty(END, LedgerEntry.End.DEAD);
        if (message.mark() != null) {
            String code = String.valueOf(cause.get(Outcome.ERROR_CODE));
            UUID event = event(cause.get(Outcome.OCCURRENCE));
            replays.note(message.mark().item(), new ReplayOutcome(ReplayItem.State.DEAD, code, event));
        }
    }

    /** Noted before the broker commits: when it does not, the message is asked again and noted again. */
    private static ReplayOutcome outcome(Message out) {
        String code = out.getHeader(Outcome.ERROR_CODE, String.class);
        return code == null
                ? new ReplayOutcome(ReplayItem.State.ANSWERED, null, event(out.getHeader(Outcome.EVENT_ID)))
                : new ReplayOutcome(ReplayItem.State.REFUSED, code, event(out.getHeader(Outcome.OCCURRENCE)));
    }

    private static @Nullable UUID event(@Nullable Object header) {
        return header == null ? null : UUID.fromString(header.toString());
    }

    private static PartnerId partnerOf(Exchange exchange) {
        String queue = exchange.getFromEndpoint() instanceof JmsEndpoint jms ? jms.getDestinationName() : "";
        Matcher lane = LANE.matcher(queue);
        if (!lane.matches()) {
            throw new IllegalStateException("A hub's lane begins at its queue dancu.hub.<partner>.in");
        }
        return new PartnerId(lane.group(1));
    }

    private Caller caller(HubMessage message, Instant takenAt) {
        PartnerId id = message.partner();
        InquiryOrigin origin = new InquiryOrigin(
                DOOR,
                id,
                null,
                message.messageId(),
                takenAt,
                message.body().size(),
                null,
                message.traits(),
                keepsQuestions && message.flaw() == null
                        ? HubQuestion.of(message).bytes()
                        : null);
        return new Caller(
                partners.find(id).orElse(null), partners.objectionTo(id).orElse(null), origin);
    }

    private HubMessage take(Exchange exchange) throws JMSException {
        JmsMessage came = exchange.getIn(JmsMessage.class);
        jakarta.jms.Message source = came.getJmsMessage();
        Session session = Objects.requireNonNull(came.getJmsSession());
        PartnerId partner = partnerOf(exchange);
        try {
            HubMessage message = HubMessage.take(
                    source, session, partner, settings.maxMessage().toBytes(), mark(source, partner));
            NamelessFile file = message.body().file();
            if (file != null) {
                exchange.getExchangeExtension().addOnCompletion(new ClosedFile(file));
            }
            return message;
        } catch (RuntimeException e) {
            return HubMessage.untaken(source, session, partner, UnexpectedFailure.refusal(e, DOOR));
        }
    }

    /** A hub may write the property too; it then names no message of a replay. */
    private ReplayNotes.@Nullable Mark mark(jakarta.jms.Message source, PartnerId partner) throws JMSException {
        if (!source.propertyExists(HubLetter.MARK)) {
            return null;
        }
        String item = String.valueOf(source.getObjectProperty(HubLetter.MARK));
        return item.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? replays.find(UUID.fromString(item), partner).orElse(null)
                : null;
    }

    /** The client library makes a queue that is not marked as made, if the broker lets it. */
    private Queue destination(HubMessage message) {
        if (message.replyTo() == null) {
            // Made at the first answer; asking for it at every one costs two round trips.
            return outs.computeIfAbsent(message.queue("out"), ActiveMQDestination::createQueue);
        }
        ActiveMQQueue temporary = ActiveMQDestination.createQueue(message.replyTo());
        temporary.setCreated(true);
        return temporary;
    }

    private static void requireNoAnswer(Exchange exchange) {
        String event = exchange.getMessage().getHeader(Outcome.EVENT_ID, String.class);
        if (event != null) {
            throw new UndeliveredAnswer(
                    Refusal.of(
                            ErrorCode.REPLY_DESTINATION_FORBIDDEN,
                            "JMSReplyTo",
                            "a temporary queue that is still there; the answer of event " + event + " was dropped"),
                    exchange.getProperty(ExchangeKeys.QUESTION, CitizenQuery.class));
        }
    }

    /** What an asker did wrong is said by its code. */
    private static String causeOf(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        boolean said = failure == null
                || failure instanceof BusException known
                        && known.refusal().code().isClientFault();
        return said ? "" : UnexpectedFailure.describe(failure);
    }

    /** The question as it came: reading a body of another kind would make objects, and a large one takes memory. */
    private static Message letter(Exchange exchange, HubMessage message, Map<String, Object> cause)
            throws JMSException {
        jakarta.jms.Message letter = message.again();
        for (Map.Entry<String, Object> one : cause.entrySet()) {
            letter.setStringProperty(one.getKey(), String.valueOf(one.getValue()));
        }
        return new JmsMessage(exchange, letter, null, exchange.getProperty(Exchange.BINDING, JmsBinding.class));
    }

    /**
     * The entry of a message in the ledger. What fails goes back to the queue; what ends without an answer, a refusal and a
     * dead letter stays open, and is missing.
     */
    private static final class LaneEntry extends SynchronizationAdapter {

        private final LedgerEntry entry;
        private final PartnerId partner;

        LaneEntry(LedgerEntry entry, PartnerId partner) {
            this.entry = entry;
            this.partner = partner;
        }

        @Override
        public void onComplete(Exchange exchange) {
            LedgerEntry.End end = exchange.getProperty(END, LedgerEntry.End.class);
            if (end != null) {
                entry.end(end, partner);
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            entry.end(LedgerEntry.End.RETURNED, partner);
        }
    }

    /** The file of a large body, which goes with its exchange. */
    private static final class ClosedFile extends SynchronizationAdapter {

        private final NamelessFile file;

        ClosedFile(NamelessFile file) {
            this.file = file;
        }

        @Override
        public void onDone(Exchange exchange) {
            try {
                file.close();
            } catch (IOException e) {
                LOGGER.atWarn()
                        .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(e))
                        .log("The file of a body that was too large could not be closed");
            }
        }
    }
}
