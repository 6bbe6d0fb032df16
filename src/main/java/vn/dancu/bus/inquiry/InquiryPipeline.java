package vn.dancu.bus.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.trace.TraceSpan;
import vn.dancu.bus.trace.Traces;

/** Runs one question through its steps: decide, look up, release, encode, record. */
class InquiryPipeline implements Inquiries {

    private final AccessPolicy policy;
    private final AnswerSource source;
    private final InquiryRecorder recording;
    private final Clock clock;
    private final Traces traces;
    private final DegradePolicy degrade;
    private final FieldCuts cuts = new FieldCuts();

    InquiryPipeline(
            AccessPolicy policy,
            AnswerSource source,
            InquiryRecorder recording,
            DegradePolicy degrade,
            Clock clock,
            Traces traces) {
        this.policy = policy;
        this.source = source;
        this.recording = recording;
        this.degrade = degrade;
        this.clock = clock;
        this.traces = traces;
    }

    @Override
    public InquiryReply ask(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        try {
            return attempt(caller, query, encoder);
        } catch (InquiryFault e) {
            return new InquiryReply.Refused(refuse(caller, e));
        }
    }

    @Override
    public InquiryReply attempt(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        return attempt(caller, query, encoder, false);
    }

    @Override
    public InquiryReply resume(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        return attempt(caller, query, encoder, true);
    }

    private InquiryReply attempt(Caller caller, CitizenQuery query, AnswerEncoder encoder, boolean isResumed) {
        Decision.@Nullable Granted granted = null;
        try {
            Set<FieldPath> asked = asked(query);
            Decision decision = decide(caller, query, asked);
            if (decision instanceof Decision.Refused refused) {
                return refused(caller, query, null, new BusException(refused.refusal()));
            }
            granted = (Decision.Granted) decision;
            degrade.requireAnswerable(query.operation());
            FieldCuts.FieldCut cut = cuts.of(asked, granted.fields(), isNamed(query));
            return answer(caller, query, cut, granted, encoder, isResumed);
        } catch (InquiryFault e) {
            throw e;
        } catch (BusException e) {
            return refused(caller, query, granted, e);
        } catch (RuntimeException e) {
            throw new InquiryFault(Refusal.of(ErrorCode.INTERNAL_ERROR), query, granted, e);
        }
    }

    @Override
    public Refusal refuse(Caller caller, InquiryFault fault) {
        Refusal refusal = fault.refusal();
        UnexpectedFailure.report(refusal, fault, caller.origin().door());
        recording.refusal(
                caller.origin().withoutQuestion(), fault.query(), fault.granted(), missed(fault.query()), refusal);
        return refusal;
    }

    @Override
    public Refusal refuse(Caller caller, UndeliveredAnswer undelivered) {
        CitizenQuery query = undelivered.query();
        recording.refusal(caller.origin().withoutQuestion(), query, null, missed(query), undelivered.refusal());
        return undelivered.refusal();
    }

    @Override
    public Refusal refuse(InquiryOrigin contact, Refusal refusal) {
        recording.refusal(contact.withoutQuestion(), null, null, Set.of(), refusal);
        return refusal;
    }

    private Decision decide(Caller caller, CitizenQuery query, Set<FieldPath> asked) {
        if (caller.objection() != null) {
            return new Decision.Refused(Refusal.of(caller.objection()));
        }
        if (caller.partner() == null) {
            return new Decision.Refused(Refusal.of(ErrorCode.CREDENTIALS_MISSING));
        }
        if (!query.asked().stream().allMatch(field -> CitizenFields.answers(query.operation(), field))) {
            return new Decision.Refused(
                    Refusal.of(ErrorCode.FIELD_INVALID, "Truong", "names fields that this service can answer with"));
        }
        AccessRequest request = new AccessRequest(
                caller.partner().id(),
                query.operation().service(),
                query.procedure(),
                query.officer(),
                query.purpose(),
                query.number(),
                caller.origin().traits().issue(),
                asked,
                caller.origin().isInPerson());
        try (TraceSpan span = traces.step("policy")) {
            return policy.decide(request, caller.partner());
        }
    }

    private InquiryReply answer(
            Caller caller,
            CitizenQuery query,
            FieldCuts.FieldCut cut,
            Decision.Granted granted,
            AnswerEncoder encoder,
            boolean isResumed) {
        Set<FieldPath> released = cut.released();
        if (released.isEmpty()) {
            return refused(caller, query, granted, BusException.of(ErrorCode.NO_FIELD_ALLOWED));
        }
        UUID event = UUID.randomUUID();
        Instant askedAt = clock.instant();
        AnswerSource.SourcedAnswer found = found(event, caller, query, released);
        Instant heardAt = clock.instant();
        Answer answer = found.answer();
        FieldCuts.FieldCut left = found.withheld().isEmpty() ? cut : cut.without(found.withheld());
        byte[] body = encoder.encode(answer, left.released());
        InquiryRecorder.Times times = new InquiryRecorder.Times(askedAt, heardAt, clock.instant());
        InquiryRecorder.Leaving leaving = new InquiryRecorder.Leaving(
                answer.status(),
                answer.status().isFound() ? left.released() : Set.of(),
                left.withheld(),
                body.length,
                times,
                found.keptUnder() == null ? null : new AuditRecord.Kept(found.keptUnder(), answer.dataTime()));
        Receipt receipt = recording.answer(event, caller.origin(), query, granted, leaving);
        if (receipt == Receipt.ALREADY_RECORDED) {
            return isResumed
                    ? new InquiryReply.Answered(answer, body, answer.status(), event)
                    : refused(caller, query, granted, BusException.of(ErrorCode.REQUEST_REPLAYED));
        }
        recording.others(event, caller.origin(), query, granted, answer);
        return new InquiryReply.Answered(answer, body, answer.status(), event);
    }

    private AnswerSource.SourcedAnswer found(UUID event, Caller caller, CitizenQuery query, Set<FieldPath> released) {
        PartnerId partner = Objects.requireNonNull(caller.partner(), "A stranger was refused")
                .id();
        try (TraceSpan span = traces.step("register")) {
            return source.answer(new AnswerSource.Asking(event, partner, caller.origin(), query, released));
        }
    }

    private InquiryReply refused(
            Caller caller, CitizenQuery query, Decision.@Nullable Granted granted, BusException stopped) {
        Refusal refusal = stopped.refusal();
        if (!refusal.code().isClientFault()) {
            throw new InquiryFault(refusal, query, granted, stopped.getCause());
        }
        recording.refusal(caller.origin(), query, granted, missed(query), refusal);
        return new InquiryReply.Refused(refusal);
    }

    private static boolean isNamed(CitizenQuery query) {
        return query.operation().kind() == PopulationOperation.Kind.CLAIMS
                || !query.asked().isEmpty();
    }

    /** What a refusal withholds. Who named no field did not ask for groups of other authorities that it may not have. */
    private static Set<FieldPath> missed(CitizenQuery query) {
        Set<FieldPath> asked = asked(query);
        return isNamed(query) || !asked.equals(CitizenFields.WITH_GROUPS) ? asked : CitizenFields.OF_CITIZEN;
    }

    /** What the asker named, or claimed to know; without either, all that the service can give. */
    private static Set<FieldPath> asked(CitizenQuery query) {
        if (query.operation().kind() == PopulationOperation.Kind.CLAIMS) {
            return ClaimVerifier.claimed(query.claims());
        }
        return query.asked().isEmpty() ? CitizenFields.of(query.operation()) : query.asked();
    }
}
