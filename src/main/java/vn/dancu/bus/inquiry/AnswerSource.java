package vn.dancu.bus.inquiry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.ResultStatus;

/** Where the answer to a decided question comes from: the register beside this bus, or a service far from it. Thread-safe. */
public interface AnswerSource {

    /**
     * The answer, which holds no more than {@link Asking#released()}.
     *
     * @throws vn.dancu.bus.kernel.BusException with the code of what stood in the way; an absent person is an answer
     */
    SourcedAnswer answer(Asking asking);

    /** No more of the answer than may be released. Of a death or an absence hears only who may see TrangThaiCongDan; for others the person was found. */
    static Answer only(Answer answer, Set<FieldPath> released) {
        boolean isState = answer.status() == ResultStatus.DECEASED || answer.status() == ResultStatus.MISSING;
        boolean isHidden = isState && !released.contains(CitizenFields.TRANG_THAI_CONG_DAN.path());
        ResultStatus status = isHidden ? ResultStatus.FOUND : answer.status();
        if (answer instanceof Answer.OfCitizen of) {
            Citizen citizen = of.citizen();
            return new Answer.OfCitizen(
                    of.requestId(), status, of.dataTime(), citizen == null ? null : citizen.only(released));
        }
        if (answer instanceof Answer.OfHousehold of) {
            Household household = of.household();
            return new Answer.OfHousehold(
                    of.requestId(), status, of.dataTime(), household == null ? null : household.only(released));
        }
        if (answer instanceof Answer.OfExistence of) {
            return new Answer.OfExistence(of.requestId(), status, of.dataTime(), of.exists());
        }
        Answer.OfClaims of = (Answer.OfClaims) answer;
        Map<FieldPath, Boolean> agrees = new HashMap<>(of.agrees());
        agrees.keySet().retainAll(released);
        return new Answer.OfClaims(of.requestId(), status, of.dataTime(), of.exists(), agrees);
    }

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
     * @param keptUnder the clause by which the answer was kept and nobody was asked for this one; null where somebody was
     */
    record SourcedAnswer(Answer answer, Set<FieldPath> withheld, @Nullable String keptUnder) {

        public SourcedAnswer {
            withheld = Set.copyOf(withheld);
        }

        /** Of this moment. */
        public SourcedAnswer(Answer answer, Set<FieldPath> withheld) {
            this(answer, withheld, null);
        }
    }
}
