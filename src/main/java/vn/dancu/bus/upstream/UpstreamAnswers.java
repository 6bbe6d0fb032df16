package vn.dancu.bus.upstream;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.inquiry.AnswerSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.upstream.call.CallFailure;
import vn.dancu.bus.upstream.call.UpstreamCall;
import vn.dancu.bus.upstream.call.UpstreamRouting;

/** Answers questions by asking another service, through the route of its upstream. */
final class UpstreamAnswers implements AnswerSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(UpstreamAnswers.class);

    private final Upstreams upstreams;
    private final QuestionThere questions;
    private final KeptAnswers kept;
    private final NationalQuota quota;
    private final UpstreamRouting routes;
    private final CallRecorder records;
    private final UpstreamMeters meters;
    private final Clock clock;

    UpstreamAnswers(
            Upstreams upstreams,
            QuestionThere questions,
            KeptAnswers kept,
            NationalQuota quota,
            UpstreamRouting routes,
            CallRecorder records,
            UpstreamMeters meters,
            Clock clock) {
        this.upstreams = upstreams;
        this.questions = questions;
        this.kept = kept;
        this.quota = quota;
        this.routes = routes;
        this.records = records;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public SourcedAnswer answer(Asking asking) {
        try {
            return heard(asking);
        } catch (CallFailure e) {
            // The refusal that the asker gets has the id that the records of the call name.
            Refusal refusal = e.refusal();
            throw new BusException(
                    new Refusal(refusal.code(), refusal.field(), refusal.rule(), asking.event()), e.getCause());
        }
    }

    private SourcedAnswer heard(Asking asking) {
        Upstreams.Upstream upstream = upstreams.of(asking.query().operation());
        QuestionThere.Translated there = questions.of(asking, upstream);
        // Whom the other side does not know gets nothing of what was kept either.
        Optional<KeptAnswers.Kept> known = kept.find(there.query(), asking.released());
        if (known.isPresent()) {
            return new SourcedAnswer(
                    AnswerSource.only(known.get().answer(), asking.released()),
                    Set.of(),
                    known.get().legalBasis());
        }
        UpstreamCall call = new UpstreamCall(UUID.randomUUID(), upstream.name(), there.query());
        Answer answer = upstream.gate().through(() -> counted(asking, upstream, call, there.mapping()));
        Answer released = AnswerSource.only(stamped(answer, asking), asking.released());
        Set<FieldPath> withheld = withheld(released, asking.released());
        if (withheld.isEmpty()) {
            kept.keep(there.query(), asking.released(), released);
        }
        return new SourcedAnswer(released, withheld);
    }

    /** Only what is asked now takes of what the other side lets us ask, and nothing does of which no word came to it. */
    private Answer counted(Asking asking, Upstreams.Upstream upstream, UpstreamCall call, @Nullable Long mapping) {
        NationalQuota.Permit permit = quota.take(asking.partner());
        try {
            return asked(asking, upstream, call, records.asked(asking, upstream, call, mapping));
        } finally {
            if (!call.hasLeft()) {
                permit.giveBack();
            }
        }
    }

    private Answer asked(Asking asking, Upstreams.Upstream upstream, UpstreamCall call, CallRecord.Question question) {
        long begun = System.nanoTime();
        int attempt = 1;
        while (true) {
            call.begun();
            try {
                Answer answer = routes.ask(call);
                if (!AskedPerson.isIn(answer, call.query())) {
                    throw CallFailure.of(ErrorCode.UPSTREAM_ANSWER_OTHER_PERSON, null);
                }
                ended(asking, call, question, outcome(answer.status().code(), answer, attempt, begun));
                return answer;
            } catch (CallFailure e) {
                if (!isAskedAgain(e, attempt, upstream.settings().retries())) {
                    failed(asking, call, question, e, outcome(code(e), null, attempt, begun));
                    throw e;
                }
                attempt++;
            } catch (RuntimeException e) {
                ErrorCode code =
                        e instanceof BusException stopped ? stopped.refusal().code() : ErrorCode.INTERNAL_ERROR;
                ended(asking, call, question, outcome(code.code(), null, attempt, begun));
                throw e;
            }
        }
    }

    /** A token that was refused is tried once more with another one; a connection that did not come about as often as the settings say. */
    private static boolean isAskedAgain(CallFailure failure, int attempt, int retries) {
        if (!failure.isUnasked()) {
            return false;
        }
        return switch (failure.refusal().code()) {
            case UPSTREAM_UNAVAILABLE -> attempt <= retries;
            case UPSTREAM_CREDENTIALS_REFUSED -> attempt == 1;
            default -> false;
        };
    }

    private void failed(
            Asking asking,
            UpstreamCall call,
            CallRecord.Question question,
            CallFailure failure,
            CallRecorder.Outcome outcome) {
        ended(asking, call, question, outcome);
        if (failure.refusal().code() == ErrorCode.UPSTREAM_ANSWER_OTHER_PERSON) {
            meters.otherPerson();
            LOGGER.atError()
                    .addKeyValue(LogKeys.UPSTREAM, call.upstream())
                    .addKeyValue(LogKeys.CALL, call.id())
                    .log("A service answered with a person that was not asked for");
        }
    }

    private void ended(Asking asking, UpstreamCall call, CallRecord.Question question, CallRecorder.Outcome outcome) {
        meters.ended(call.upstream(), outcome.result(), outcome.took());
        records.ended(asking.event(), call, question, outcome);
    }

    private static CallRecorder.Outcome outcome(String result, @Nullable Answer answer, int attempts, long begun) {
        return new CallRecorder.Outcome(result, answer, attempts, Duration.ofNanos(System.nanoTime() - begun));
    }

    private Answer stamped(Answer answer, Asking asking) {
        return StampedAnswer.of(answer, asking.query().requestId(), clock.instant());
    }

    private static String code(CallFailure failure) {
        return failure.refusal().code().code();
    }

    private static Set<FieldPath> withheld(Answer answer, Set<FieldPath> released) {
        if (!answer.status().isFound()) {
            return Set.of();
        }
        Set<FieldPath> missed = new LinkedHashSet<>(released);
        missed.removeAll(GivenFields.of(answer, released));
        return missed;
    }
}
