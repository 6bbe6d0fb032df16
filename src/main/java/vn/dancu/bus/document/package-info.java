/**
 * Documents of the national document axis: received once, asked like any other question, answered and reported to their end.
 *
 * <p>What a document asks is decided and answered by the same inquiry as at every other door; nothing leaves here except through
 * the outbox.
 */
@NullMarked
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {
            "kernel",
            "kernel :: name",
            "kernel :: time",
            "message",
            "message :: axis",
            "message :: document",
            "message :: document-code",
            "message :: population",
            "message :: xml",
            "dialect",
            "catalogue",
            "partner",
            "policy",
            "inquiry",
            "audit"
        })
package vn.dancu.bus.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
