/**
 * Notices to people: mail to the contact officers of a partner's authority, and a signed HTTP POST to the address that a
 * partner has named, beside the notice in the partner's queue.
 *
 * <p>No face. Operators are told likewise when the ledger does not balance, and when an answer to a citizen is overdue. What was written within a while goes as one message, through the outbox, so that none is lost and what the
 * other side refuses is known. Addresses come from the published register of contacts; no notice holds a secret or anything
 * about a citizen.
 */
@NullMarked
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "kernel",
            "http :: client",
            "citizen",
            "partner",
            "partner :: notice",
            "partner :: contact",
            "delivery",
            "probe",
            "expiry",
            "ledger"
        })
package vn.dancu.bus.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
