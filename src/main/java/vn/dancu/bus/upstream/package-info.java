/**
 * The role upstream: questions go to the national service, or to another bus, instead of the tables of the register.
 *
 * <p>Face: it is an {@link vn.dancu.bus.inquiry.AnswerSource}. Nothing is asked without a durable record, and nothing that cannot be read
 * is an answer.
 */
@NullMarked
@ApplicationModule(
        displayName = "Upstream",
        allowedDependencies = {
            "kernel",
            "message",
            "message :: population",
            "dialect",
            "dialect :: answer",
            "register",
            "inquiry",
            "audit",
            "http :: client",
            "probe",
            "expiry",
            "trust",
            "trust :: message",
            "trust :: revocation",
            "signing"
        })
package vn.dancu.bus.upstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
