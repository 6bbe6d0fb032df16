/**
 * Authorities and their way to a connection: the steps as data, applications, evidence, approvals, deadlines.
 *
 * <p>Face: {@link vn.dancu.bus.partner.connection.Authorities}, {@link vn.dancu.bus.partner.connection.Connections}. Every move
 * is one transaction under the lock of its application and is recorded as an act. It never lets a partner connect itself:
 * that is {@link vn.dancu.bus.partner.PartnerLifecycle}. No file of a document is kept here, only its reference and hash.
 */
@NullMarked
@NamedInterface("connection")
package vn.dancu.bus.partner.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
