package vn.dancu.bus.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.policy.PolicyRoom.DUNG;
import static vn.dancu.bus.policy.PolicyRoom.H41;
import static vn.dancu.bus.policy.PolicyRoom.RIGHTS;
import static vn.dancu.bus.policy.PolicyRoom.question;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.policy.Explanation;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.PolicyRoom;

class DecisionExplainerIT {

    private static final Explanations.Assumed NOTHING = new Explanations.Assumed(false, false);

    private final PolicyRoom room = new PolicyRoom();

    @BeforeEach
    void publish() {
        room.publish(H41, RIGHTS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsWhichRuleRefusesAndWhichWereNotReached() {
        Explanation explanation = room.explainer.explain(question("canbo99"), NOTHING, null);

        assertThat(code(explanation)).isEqualTo(ErrorCode.OFFICER_NOT_ALLOWED);
        assertThat(explanation.steps())
                .contains(
                        new Explanation.Step("procedure_is_granted", Explanation.Outcome.HELD),
                        new Explanation.Step("officer_is_granted", Explanation.Outcome.REFUSED),
                        new Explanation.Step("purpose_is_granted", Explanation.Outcome.NOT_REACHED),
                        new Explanation.Step("quota_is_left", Explanation.Outcome.NOT_REACHED));
    }

    @Test
    void tellsTheGrantWithItsLegalBasisAndTakesNoQuota() {
        room.decide(question("canbo01"));

        Explanation explanation = room.explainer.explain(question("canbo01"), NOTHING, null);
        room.explainer.explain(question("canbo01"), NOTHING, null);

        assertThat(explanation.refusal()).isNull();
        Explanation.Grant grant = Objects.requireNonNull(explanation.grant());
        assertThat(grant.legalBasis()).contains("Luật Căn cước");
        assertThat(grant.fields()).hasToString("[HoVaTen]");
        // One was asked for; the instance holds a block of ten of the day.
        assertThat(grant.quotas())
                .containsExactly(
                        new Explanation.QuotaState("minute", 100, 1), new Explanation.QuotaState("day", 1000, 10));
        assertThat(room.explainer.explain(question("canbo01"), NOTHING, null)).isEqualTo(explanation);
    }

    @Test
    void agreesWithTheDecisionForEveryRefusal() {
        for (var request : List.of(
                question("canbo01"),
                question("canbo99"),
                question("9.999999", "canbo01", null, null, null),
                question("1.001193", "canbo01", "nghien-cuu", null, null))) {
            Refusal refusal = room.explainer.explain(request, NOTHING, null).refusal();

            assertThat(refusal == null ? "granted" : refusal.code().code()).isEqualTo(room.decide(request));
        }
    }

    @Test
    void explainsByADraftWhatWouldBeDecided() {
        long draft = room.drafts.open(null, "follow list", DUNG).id();
        room.drafts.write(
                draft, H41, RIGHTS.replace("\"fields\":", "\"relationship\": \"follow-list\", \"fields\":"), DUNG);

        assertThat(code(room.explainer.explain(question("canbo01"), NOTHING, draft)))
                .isEqualTo(ErrorCode.RELATIONSHIP_MISSING);
        assertThat(room.explainer
                        .explain(question("canbo01"), new Explanations.Assumed(true, false), draft)
                        .refusal())
                .isNull();
        assertThat(room.decide(question("canbo01"))).isEqualTo("granted");
    }

    private static ErrorCode code(Explanation explanation) {
        return Objects.requireNonNull(explanation.refusal()).code();
    }
}
