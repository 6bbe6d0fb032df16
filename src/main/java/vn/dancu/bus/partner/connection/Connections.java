package vn.dancu.bus.partner.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.connection.plan.StepPlan;

/**
 * Applications on their way through the steps to connection. Every move is one transaction, recorded as an act; of two at
 * once the second sees what the first has done.
 *
 * <p>All moves throw {@link vn.dancu.bus.kernel.BusException}: {@code resource_unknown} when there is no such application or
 * step, {@code role_missing} when the step asks for another role, {@code move_not_allowed} when the application does not
 * stand where the move begins; the refusal says from where it is possible.
 */
public interface Connections {

    /** The steps that a new application would keep. */
    StepPlan plan();

    /**
     * Opens an application.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_exists} when the id is a partner's already, with
     *     {@code field_invalid} when authority, dialect or platform is not one that the bus knows, or the platform may not
     *     connect itself
     */
    Application apply(Applicant applicant, Actor by);

    /**
     * Hands in documents of the step at which the application stands. A document that was handed in before and is not now
     * stays; the latest of each counts.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code evidence_missing} naming the first document that is not there,
     *     with {@code field_invalid} for a document that the step does not ask for or that is no longer valid
     */
    Application submit(PartnerId partner, String step, List<DocumentEvidence> evidence, Actor by);

    /**
     * Approves the step. When all persons that it asks for have, the application goes on; after go-live the partner may
     * connect.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code already_approved} when this person has approved this step, with
     *     {@code second_person_required} when this person applied or handed in its documents, and at go-live with
     *     {@code evidence_missing} naming a document without which nobody is connected, or {@code agreement_expired}
     */
    Application approve(PartnerId partner, String step, Actor by);

    /** Sends the documents of the step back for a reason; approvals given so far count no more. */
    Application sendBack(PartnerId partner, String step, String reason, Actor by);

    /** Refuses the application for a reason, for good. */
    Application refuse(PartnerId partner, String reason, Actor by);

    /** The application of that partner; empty when there is none. */
    Optional<Application> find(PartnerId partner);

    /**
     * Applications by the day on which somebody must act, so that those overdue come first, then by partner.
     *
     * @param state code of a {@link ConnectionState}; null for all
     * @param after the last partner of the page before; null for the first page
     * @param limit at most so many
     */
    List<ApplicationProgress> list(@Nullable String state, @Nullable PartnerId after, int limit);
}
