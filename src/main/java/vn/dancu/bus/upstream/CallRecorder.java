package vn.dancu.bus.upstream;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.CallTrail;
import vn.dancu.bus.inquiry.AnswerSource;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.upstream.call.UpstreamCall;

/** Makes the two records of a call: before the question leaves, and of what became of it. */
final class CallRecorder {

    private final CallTrail trail;
    private final Clock clock;

    CallRecorder(CallTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Returns when the record is durable; throws when it cannot be, and then nothing may be asked. */
    CallRecord.Question asked(
            AnswerSource.Asking asking, Upstreams.Upstream upstream, UpstreamCall call, @Nullable Long mapping) {
        CitizenQuery here = asking.query();
        CitizenQuery there = call.query();
        CallRecord.Question question = new CallRecord.Question(
                upstream.name(),
                upstream.wire().dialect(),
                here.operation().service(),
                there.asked(),
                here.number(),
                asking.origin().door(),
                here.requestId(),
                new CallRecord.Behalf(asking.partner(), here.officer(), here.procedure(), null),
                new CallRecord.Behalf(null, there.officer(), there.procedure(), mapping));
        trail.asked(new CallRecord(UUID.randomUUID(), call.id(), asking.event(), clock.instant(), question, null));
        return question;
    }

    /** Goes before the record of the answer. */
    void ended(UUID event, UpstreamCall call, CallRecord.Question question, Outcome outcome) {
        Answer answer = outcome.answer();
        Set<FieldPath> given =
                answer == null || question.fields().isEmpty() ? Set.of() : GivenFields.of(answer, question.fields());
        CallRecord.Ended ended = new CallRecord.Ended(
                outcome.result(),
                call.httpStatus(),
                call.theirId(),
                call.theirCode(),
                given,
                outcome.attempts(),
                call.bytesOut(),
                call.bytesIn(),
                outcome.took());
        trail.ended(new CallRecord(UUID.randomUUID(), call.id(), event, clock.instant(), question, ended));
    }

    /**
     * What became of a call.
     *
     * @param result status of an answer, code of a failure
     * @param answer null where none came
     */
    record Outcome(String result, @Nullable Answer answer, int attempts, Duration took) {}
}
