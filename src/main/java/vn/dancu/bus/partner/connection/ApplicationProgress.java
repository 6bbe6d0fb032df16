package vn.dancu.bus.partner.connection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far an application is.
 *
 * @param applicant what is to be connected
 * @param state where it stands
 * @param plan version of the plan that it keeps
 * @param round how often documents were handed in
 * @param dueOn the last day for whoever is to act now; null when nothing presses
 * @param appliedBy the account that brought it in
 * @param appliedAt when
 */
public record ApplicationProgress(
        Applicant applicant,
        ConnectionState state,
        String plan,
        int round,
        @Nullable LocalDate dueOn,
        String appliedBy,
        Instant appliedAt) {

    /** Whether the day on which somebody had to act is over. */
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
