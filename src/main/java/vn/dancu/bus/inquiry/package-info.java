/**
 * The single-person services: decide, look up, release asked ∩ allowed, record, answer.
 *
 * <p>Face: {@link vn.dancu.bus.inquiry.Inquiries}. Nothing is answered without it, and nothing leaves it unrecorded.
 */
@NullMarked
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {
            "kernel",
            "kernel :: name",
            "batch",
            "message",
            "message :: population",
            "catalogue",
            "partner",
            "policy",
            "register",
            "audit",
            "ledger :: traffic",
            "trace"
        })
package vn.dancu.bus.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
