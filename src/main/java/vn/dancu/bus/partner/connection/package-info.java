/**
 * The way of an authority's system to its connection: applications, documents, approvals, deadlines, by the steps of package
 * {@code plan}.
 *
 * <p>Face: {@link vn.dancu.bus.partner.connection.Connections}. Every move is one transaction under the lock of its
 * application and is recorded as an act. A partner never connects itself: that is
 * {@link vn.dancu.bus.partner.PartnerLifecycle}. No file of a document is kept here, only its reference and hash.
 */
@NullMarked
@NamedInterface("connection")
package vn.dancu.bus.partner.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
