package vn.dancu.bus.upstream;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.AnswerSource;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.upstream.call.CallFailure;

/** The question as the other side is to see it: by whom it knows the asker, and for no more fields than may be released here. */
final class QuestionThere {

    private static final String ASKED = "DanhSachTruong";

    /** What may stay behind: which fields are wanted is known here, and of unit and purpose the other side knows nothing then. */
    private static final Set<String> MAY_STAY = Set.of(ASKED, "MaDonVi", "MucDich");

    private final NationalIdentities identities;

    QuestionThere(NationalIdentities identities) {
        this.identities = identities;
    }

    /**
     * The question, and the table by which it was translated.
     *
     * @param mapping version of that table; null where there is none
     */
    record Translated(CitizenQuery query, @Nullable Long mapping) {}

    /**
     * The question for that upstream.
     *
     * @throws CallFailure {@code upstream_question_unsupported} when its dialect does not carry it
     */
    Translated of(AnswerSource.Asking asking, Upstreams.Upstream upstream) {
        NationalIdentity identity = identities.of(asking.partner(), asking.query());
        CitizenQuery query = asking.query();
        CitizenQuery there = new CitizenQuery(
                query.operation(),
                query.requestId(),
                identity.procedure(),
                identity.officer(),
                identity.unit(),
                query.purpose(),
                query.number(),
                query.name(),
                query.birthDate(),
                query.claims(),
                upstream.settings().nameFields() ? wanted(query, asking.released()) : Set.of());
        Set<String> lost = new HashSet<>(upstream.wire().losses(there));
        if (lost.contains(ASKED)) {
            there = there.askingFor(Set.of());
        }
        lost.removeAll(MAY_STAY);
        if (!lost.isEmpty()) {
            throw CallFailure.unasked(ErrorCode.UPSTREAM_QUESTION_UNSUPPORTED, null);
        }
        return new Translated(there, identity.mappingVersion());
    }

    /** With the number itself, which the asker knows: without it nobody could see that an answer is about another person. */
    private static Set<FieldPath> wanted(CitizenQuery query, Set<FieldPath> released) {
        PopulationOperation.Kind kind = query.operation().kind();
        if (kind != PopulationOperation.Kind.CITIZEN) {
            return kind == PopulationOperation.Kind.HOUSEHOLD ? released : Set.of();
        }
        Set<FieldPath> wanted = new LinkedHashSet<>(released);
        FieldPath number = query.number().kind() == PersonalId.Kind.SO_DINH_DANH
                ? CitizenFields.SO_DINH_DANH.path()
                : CitizenFields.SO_CMND.path();
        if (CitizenFields.answers(query.operation(), number)) {
            wanted.add(number);
        }
        return wanted;
    }
}
