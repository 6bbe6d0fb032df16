package vn.dancu.bus.desk.connection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.partner.connection.Application;
import vn.dancu.bus.partner.connection.ApplicationMove;
import vn.dancu.bus.partner.connection.ApplicationProgress;
import vn.dancu.bus.partner.connection.DocumentEvidence;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;

/**
 * An application as it is answered.
 *
 * @param reason why it was sent back or refused
 * @param plan version of the steps that it keeps
 * @param steps absent in lists
 * @param moves absent in lists
 */
record ApplicationResponse(
        String partner,
        String authority,
        String name,
        String dialect,
        @Nullable String via,
        String state,
        @Nullable String step,
        @Nullable String reason,
        @Nullable LocalDate dueOn,
        boolean overdue,
        String appliedBy,
        Instant appliedAt,
        String plan,
        @Nullable List<StepStandingResponse> steps,
        @Nullable List<MoveResponse> moves) {

    /**
     * A step of one application.
     *
     * @param standing {@code done}, {@code here} or {@code ahead}
     * @param evidence the latest of each document
     * @param approvedBy whose approvals count
     */
    record StepStandingResponse(
            PlanResponse.StepResponse step,
            String standing,
            List<EvidenceResponse> evidence,
            List<String> approvedBy) {}

    record EvidenceResponse(
            String document, String reference, LocalDate issuedOn, @Nullable LocalDate validUntil, String sha256) {

        static EvidenceResponse of(DocumentEvidence one) {
            return new EvidenceResponse(
                    one.document(), one.reference(), one.issuedOn(), one.validUntil(), one.sha256());
        }
    }

    /** @param kind as {@link ApplicationMove.Kind}, small letters and hyphens */
    record MoveResponse(
            String kind,
            String step,
            Instant at,
            String by,
            @Nullable String role,
            @Nullable String reason,
            @Nullable List<EvidenceResponse> evidence) {

        static MoveResponse of(ApplicationMove move) {
            return new MoveResponse(
                    move.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    move.step(),
                    move.at(),
                    move.by(),
                    move.role() == null ? null : move.role().code(),
                    move.reason(),
                    move.evidence().isEmpty()
                            ? null
                            : move.evidence().stream().map(EvidenceResponse::of).toList());
        }
    }

    static ApplicationResponse of(ApplicationProgress progress, LocalDate today) {
        return answer(progress, today, null, null);
    }

    static ApplicationResponse of(Application application, LocalDate today) {
        return answer(
                application.progress(),
                today,
                steps(application),
                application.moves().stream().map(MoveResponse::of).toList());
    }

    private static List<StepStandingResponse> steps(Application application) {
        List<String> ids =
                application.plan().steps().stream().map(ConnectionStep::id).toList();
        int done = application.stepsDone();
        boolean over = application.progress().state().step().isEmpty();
        return application.plan().steps().stream()
                .map(step -> new StepStandingResponse(
                        PlanResponse.step(step),
                        ids.indexOf(step.id()) < done
                                ? "done"
                                : !over && ids.indexOf(step.id()) == done ? "here" : "ahead",
                        application.evidence(step.id()).stream()
                                .map(EvidenceResponse::of)
                                .toList(),
                        application.approvals(step.id()).stream()
                                .map(ApplicationMove::by)
                                .toList()))
                .toList();
    }

    private static ApplicationResponse answer(
            ApplicationProgress progress,
            LocalDate today,
            @Nullable List<StepStandingResponse> steps,
            @Nullable List<MoveResponse> moves) {
        return new ApplicationResponse(
                progress.applicant().partner().value(),
                progress.applicant().authority().value(),
                progress.applicant().name(),
                progress.applicant().dialect(),
                progress.applicant().via() == null
                        ? null
                        : progress.applicant().via().value(),
                progress.state().code(),
                progress.state().step().orElse(null),
                progress.state().reasonGiven().orElse(null),
                progress.dueOn(),
                progress.isOverdue(today),
                progress.appliedBy(),
                progress.appliedAt(),
                progress.plan(),
                steps,
                moves);
    }
}
