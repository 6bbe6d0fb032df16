/**
 * The document axis (trục liên thông văn bản): requests that come as edXML documents are taken once, answered through the inquiry
 * room as at every other door, and each of them ends answered, refused or withdrawn.
 *
 * <p>Faces: {@link vn.dancu.bus.document.Documents} for who looks, {@link vn.dancu.bus.document.DocumentIntake} and
 * {@link vn.dancu.bus.document.DocumentWork} for the routes, {@link vn.dancu.bus.document.axis.AxisAccounts} to the axis itself. A
 * document is durable before the axis is told that it is in work, and nothing is sent but through the outbox, in the transaction of
 * what it reports.
 */
@NullMarked
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {
            "kernel",
            "kernel :: name",
            "kernel :: sql",
            "kernel :: time",
            "message",
            "message :: document",
            "message :: document-code",
            "message :: population",
            "message :: axis",
            "message :: wire",
            "message :: xml",
            "dialect",
            "catalogue",
            "partner",
            "policy",
            "inquiry",
            "delivery",
            "audit",
            "ledger",
            "probe",
            "expiry",
            "job",
            "pdf",
            "signing",
            "trust",
            "trust :: revocation"
        })
package vn.dancu.bus.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
