package vn.dancu.bus.citizen.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.citizen.ConversationSettings;
import vn.dancu.bus.citizen.sms.text.SmsAnswerWriter;
import vn.dancu.bus.citizen.sms.text.SmsGrammar;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.sms.OutboundText;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.PhoneNumber;

/** Leaves a trace of each text that concerned a person, and writes to the person when the channel is locked. */
final class ConversationRecords {

    private static final String NUMBER_LOCKED = "citizen.sms_number_locked";

    private final Acts acts;
    private final OutboundTexts texts;
    private final SmsAnswerWriter writer;
    private final ConversationSettings.Limits limits;

    ConversationRecords(Acts acts, OutboundTexts texts, SmsAnswerWriter writer, ConversationSettings.Limits limits) {
        this.acts = acts;
        this.texts = texts;
        this.writer = writer;
        this.limits = limits;
    }

    /**
     * Records in the transaction of the caller: one act for each person, whatever the outcome, unless it has none, and one for each
     * number that is locked.
     *
     * @param decisions about the steps, in their order
     */
    void record(List<ConversationStep> steps, List<ConversationRules.Decision> decisions) {
        List<Act> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ConversationStep step = steps.get(i);
            ConversationRules.Decision decision = decisions.get(i);
            ConversationStep.ConcernedPerson person = step.person();
            String action = decision.outcome().act();
            if (decision.isNew() && person != null && action != null) {
                done.add(act(step, decision.outcome(), action, person.hash()));
                if (decision.outcome() == ConversationOutcome.LOCKED) {
                    notify(step, person.recorded());
                }
            }
            if (decision.locksNumber()) {
                done.add(act(step, ConversationOutcome.REFUSED, NUMBER_LOCKED, null));
            }
        }
        if (!done.isEmpty()) {
            acts.recordAll(done);
        }
    }

    /** A refusal is an act of the bus: nobody proved to be the citizen. */
    private static Act act(
            ConversationStep step, ConversationOutcome outcome, String action, byte @Nullable [] person) {
        boolean refused = outcome == ConversationOutcome.REFUSED || outcome == ConversationOutcome.LOCKED;
        return new Act(
                refused ? Actor.BUS : Actor.CITIZEN,
                action,
                null,
                "text/" + step.text(),
                Map.of("command", step.command().code(), "operator", step.operator()),
                person);
    }

    private void notify(ConversationStep step, List<PhoneNumber> recorded) {
        String text = writer.fixed(
                SmsGrammar.Text.LOCKED,
                Map.of("hours", String.valueOf(limits.lockFor().toHours())));
        for (int i = 0; i < recorded.size(); i++) {
            String onceKey = "citizen-locked/" + step.text() + "/" + i;
            texts.put(new OutboundText(step.operator(), null, recorded.get(i), text, onceKey, null));
        }
    }
}
