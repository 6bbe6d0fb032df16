package vn.dancu.bus.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;

/** The one way through: decide, look up, release, encode, record. */
class InquiryPipeline implements Inquiries {

    private static final Logger LOGGER = LoggerFactory.getLogger(InquiryPipeline.class);

    private final AccessPolicy policy;
    private final FieldReleaser releasing;
    private final InquiryRecorder recording;
    private final Clock clock;

    InquiryPipeline(AccessPolicy policy, FieldReleaser releasing, InquiryRecorder recording, Clock clock) {
        this.policy = policy;
        this.releasing = releasing;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public InquiryReply ask(InquiryOrigin contact, CitizenQuery query, AnswerEncoder encoder) {
        Decision.@Nullable Granted granted = null;
        try {
            Decision decision = decide(contact, query);
            if (decision instanceof Decision.Refused refused) {
                return refused(contact, query, null, refused.refusal());
            }
            granted = (Decision.Granted) decision;
            return answer(contact, query, granted, encoder);
        } catch (BusException e) {
            return refused(contact, query, granted, e.refusal());
        } catch (RuntimeException e) {
            return refused(contact, query, granted, internalError(e));
        }
    }

    @Override
    public Refusal refuse(InquiryOrigin contact, Refusal refusal) {
        recording.refusal(contact, null, null, Set.of(), refusal);
        return refusal;
    }

    private Decision decide(InquiryOrigin contact, CitizenQuery query) {
        if (contact.partner() == null) {
            return new Decision.Refused(Refusal.of(ErrorCode.CREDENTIALS_MISSING));
        }
        if (!CitizenFields.of(query.operation()).containsAll(query.asked())) {
            return new Decision.Refused(
                    Refusal.of(ErrorCode.FIELD_INVALID, "Truong", "names fields that this service can answer with"));
        }
        return policy.decide(new AccessRequest(
                contact.partner(),
                query.operation().service(),
                query.procedure(),
                query.officer(),
                query.purpose(),
                query.number(),
                contact.traits().issue()));
    }

    private InquiryReply answer(
            InquiryOrigin contact, CitizenQuery query, Decision.Granted granted, AnswerEncoder encoder) {
        Set<FieldPath> asked = asked(query);
        Set<FieldPath> released = intersection(asked, granted.fields());
        if (released.isEmpty()) {
            return refused(contact, query, granted, Refusal.of(ErrorCode.NO_FIELD_ALLOWED));
        }
        Instant askedAt = clock.instant();
        Answer answer = releasing.answer(query, released);
        Instant heardAt = clock.instant();
        byte[] body = encoder.encode(answer);
        InquiryRecorder.Times times = new InquiryRecorder.Times(askedAt, heardAt, clock.instant());
        Set<FieldPath> left = answer.status().isFound() ? released : Set.of();
        UUID event = UUID.randomUUID();
        InquiryRecorder.Leaving leaving =
                new InquiryRecorder.Leaving(answer.status(), left, difference(asked, released), body.length, times);
        Receipt receipt = recording.answer(event, contact, query, granted, leaving);
        if (receipt == Receipt.ALREADY_RECORDED) {
            return refused(contact, query, granted, Refusal.of(ErrorCode.REQUEST_REPLAYED));
        }
        return new InquiryReply.Answered(body, answer.status(), event);
    }

    private InquiryReply refused(
            InquiryOrigin contact, CitizenQuery query, Decision.@Nullable Granted granted, Refusal refusal) {
        recording.refusal(contact, query, granted, asked(query), refusal);
        return new InquiryReply.Refused(refusal);
    }

    /** What the asker named, or claimed to know; without either, all that the service can give. */
    private static Set<FieldPath> asked(CitizenQuery query) {
        if (query.operation().kind() == PopulationOperation.Kind.CLAIMS) {
            return ClaimVerifier.claimed(query.claims());
        }
        return query.asked().isEmpty() ? CitizenFields.of(query.operation()) : query.asked();
    }

    private static Refusal internalError(RuntimeException cause) {
        Refusal refusal = Refusal.of(ErrorCode.INTERNAL_ERROR);
        LOGGER.atError()
                .addKeyValue(LogKeys.OCCURRENCE, refusal.occurrence())
                .addKeyValue("cause", cause.getClass().getName())
                .setCause(new StackTraceOnly(cause))
                .log("An inquiry failed by a fault of the bus");
        return refusal;
    }

    private static Set<FieldPath> intersection(Set<FieldPath> asked, Set<FieldPath> allowed) {
        Set<FieldPath> both = new LinkedHashSet<>(asked);
        both.retainAll(allowed);
        return both;
    }

    private static Set<FieldPath> difference(Set<FieldPath> asked, Set<FieldPath> released) {
        Set<FieldPath> rest = new LinkedHashSet<>(asked);
        rest.removeAll(released);
        return rest;
    }
}
