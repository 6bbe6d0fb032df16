package vn.dancu.bus.inquiry;

import java.util.Set;
import java.util.UUID;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;

/** Where the answer to a decided question comes from: the register beside this bus, or a service far from it. Thread-safe. */
public interface AnswerSource {

    /**
     * The answer, which holds no more than {@link Asking#released()}.
     *
     * @throws vn.dancu.bus.kernel.BusException with the code of what stood in the way; an absent person is an answer
     */
    SourcedAnswer answer(Asking asking);

    /**
     * A question that the policy has let through.
     *
     * @param event the id that the audit event of its answer will have
     * @param partner who asks
     * @param origin how the question came in
     * @param query as it was asked
     * @param released what of the person may be released; never empty
     */
    record Asking(UUID event, PartnerId partner, InquiryOrigin origin, CitizenQuery query, Set<FieldPath> released) {

        public Asking {
            released = Set.copyOf(released);
        }
    }

    /**
     * What was found.
     *
     * @param withheld what was asked of the other side and not given by it; empty where the register is the own one
     */
    record SourcedAnswer(Answer answer, Set<FieldPath> withheld) {

        public SourcedAnswer {
            withheld = Set.copyOf(withheld);
        }
    }
}
