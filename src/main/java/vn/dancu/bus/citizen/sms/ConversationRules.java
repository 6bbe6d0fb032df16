package vn.dancu.bus.citizen.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.ConversationSettings;
import vn.dancu.bus.citizen.sms.text.TextCommand;

/**
 * What comes of a text. A stranger to a person changes nothing that the person would notice: neither codes nor failures of the
 * person count what came from another number than the recorded one.
 */
final class ConversationRules {

    private final ConversationSettings.Limits limits;

    ConversationRules(ConversationSettings.Limits limits) {
        this.limits = limits;
    }

    /**
     * What came of a text.
     *
     * @param isNew false for a text that was decided about before
     * @param locksNumber whether its sender is locked from now on
     */
    record Decision(ConversationOutcome outcome, boolean isNew, boolean locksNumber) {}

    /**
     * Decides about a text and changes the states accordingly.
     *
     * @param person the state of {@link ConversationStep#person()}; null where that is
     */
    Decision decide(ConversationStep step, NumberState number, @Nullable PersonState person, Instant now) {
        ConversationOutcome before = number.before(step.text());
        if (before != null) {
            return new Decision(before, false, false);
        }
        int texts = number.count(now);
        ConversationOutcome outcome = texts > limits.textsOfNumber()
                ? texts == limits.textsOfNumber() + 1 ? ConversationOutcome.TOO_MANY : ConversationOutcome.SILENT
                : decideWithinLimit(step, number, person, now);
        boolean locks = isFailure(step, outcome) && number.fail(now, limits.failuresOfNumber(), limits.lockFor());
        number.last(step.text(), outcome);
        return new Decision(outcome, true, locks);
    }

    /** What somebody does who tries one person or code after another. */
    private static boolean isFailure(ConversationStep step, ConversationOutcome outcome) {
        ConversationStep.ConcernedPerson concerned = step.person();
        if (outcome == ConversationOutcome.TOO_MANY || outcome == ConversationOutcome.SILENT) {
            return false;
        }
        return concerned == null
                ? step.command() == TextCommand.Kind.MALFORMED
                : !concerned.subscriber() || step.command() == TextCommand.Kind.CONFIRM && isRefusal(outcome);
    }

    private ConversationOutcome decideWithinLimit(
            ConversationStep step, NumberState number, @Nullable PersonState person, Instant now) {
        ConversationStep.ConcernedPerson concerned = step.person();
        if (concerned == null || person == null) {
            return step.command() == TextCommand.Kind.MALFORMED
                    ? ConversationOutcome.REFUSED
                    : ConversationOutcome.PLAIN;
        }
        boolean may = concerned.subscriber() && !number.isLocked(now);
        return switch (step.command()) {
            case RECORD -> code(may, step, concerned, person, ConversationOutcome.RECORD_RELEASED, now);
            case ACCESS_LOG -> code(may, step, concerned, person, ConversationOutcome.ACCESS_LOG_RELEASED, now);
            case CONFIRM -> confirm(may, step, concerned, person, now);
            case STOP -> stop(may, person, now);
            default -> ConversationOutcome.PLAIN;
        };
    }

    private static boolean isRefusal(ConversationOutcome outcome) {
        return outcome == ConversationOutcome.REFUSED || outcome == ConversationOutcome.LOCKED;
    }

    private ConversationOutcome code(
            boolean may,
            ConversationStep step,
            ConversationStep.ConcernedPerson concerned,
            PersonState person,
            ConversationOutcome releases,
            Instant now) {
        if (!may || !person.isOpen(now) || person.count(now) > limits.codesOfPerson()) {
            return ConversationOutcome.REFUSED;
        }
        person.open(new PersonState.OpenCode(
                concerned.code(), step.number(), releases, now.plus(limits.codeLifetime()), 0));
        return ConversationOutcome.CODE_SENT;
    }

    private ConversationOutcome confirm(
            boolean may,
            ConversationStep step,
            ConversationStep.ConcernedPerson concerned,
            PersonState person,
            Instant now) {
        PersonState.OpenCode open = person.code();
        if (!may || !person.isOpen(now)) {
            return ConversationOutcome.REFUSED;
        }
        if (open != null && open.isFor(step.number(), now) && open.is(concerned.code())) {
            person.confirm();
            return open.releases();
        }
        return person.fail(now, limits) ? ConversationOutcome.LOCKED : ConversationOutcome.REFUSED;
    }

    /** Also when the channel is locked or stopped: to stop it can only protect. */
    private static ConversationOutcome stop(boolean may, PersonState person, Instant now) {
        if (!may) {
            return ConversationOutcome.REFUSED;
        }
        person.stop(now);
        return ConversationOutcome.STOPPED;
    }
}
