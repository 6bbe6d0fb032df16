package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.door.ReturnLane;

/** The queues {@code .in} of hubs: a kept question that is put there goes the way of every other one, and its answer to {@code .out}. */
final class HubReturnLane implements ReturnLane {

    /** The broker takes no second message with the same value of it on a queue. */
    private static final String ONCE =
            org.apache.activemq.artemis.api.core.Message.HDR_DUPLICATE_DETECTION_ID.toString();

    private final HubLetterQueues queues;
    private final HubLetters letters;

    HubReturnLane(HubLetterQueues queues, HubLetters letters) {
        this.queues = queues;
        this.letters = letters;
    }

    @Override
    public String door() {
        return HubSteps.DOOR;
    }

    @Override
    public Map<UUID, ReplayOutcome> ask(PartnerId partner, List<Asked> questions) {
        Map<UUID, ReplayOutcome> outcomes = new HashMap<>();
        for (Asked question : questions) {
            put(partner, question);
            outcomes.put(question.item().id(), ReplayOutcome.sent());
        }
        return outcomes;
    }

    private void put(PartnerId partner, Asked question) {
        try {
            queues.transacted(session -> put(session, partner, question));
        } catch (BusException e) {
            if (!isDouble(e)) {
                throw e;
            }
        }
    }

    private static boolean put(Session session, PartnerId partner, Asked question) throws JMSException {
        Message again = HubQuestion.read(question.content()).again(session);
        String item = question.item().id().toString();
        again.setStringProperty(HubLetter.MARK, item);
        again.setStringProperty(ONCE, item);
        HubLetterQueues.send(session, partner, "in", again);
        return true;
    }

    /** After a crash in between it has been put already. */
    private static boolean isDouble(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ActiveMQException broker
                    && broker.getType() == ActiveMQExceptionType.DUPLICATE_ID_REJECTED) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<ReplayOutcome> follow(ReplayItem item) {
        return item.partner() == null ? Optional.of(ReplayOutcome.gone()) : letters.follow(item, item.partner());
    }
}
