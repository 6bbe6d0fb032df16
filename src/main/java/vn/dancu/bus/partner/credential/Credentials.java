package vn.dancu.bus.partner.credential;

import java.util.List;
import java.util.UUID;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/**
 * The credentials of partners. A new one does not end those that are there, so that a partner can change over; whoever
 * wants the old one gone revokes it or lets it run out. Every change is recorded as an act, takes part in the caller's
 * transaction if there is one, and works on every instance within {@code dancu.partner.refresh}.
 *
 * <p>All methods throw {@link vn.dancu.bus.kernel.BusException} with {@code resource_unknown} when there is no such
 * partner.
 */
public interface Credentials {

    /**
     * Issues a secret and returns it; it cannot be read again.
     *
     * @param kind {@link CredentialKind#SECRET} or {@link CredentialKind#CLIENT_SECRET}
     * @throws vn.dancu.bus.kernel.BusException {@code field_invalid} for a validity that ends before it begins or has
     *     ended, {@code move_not_allowed} for a partner that was refused or is terminated, {@code limit_reached} when
     *     the partner has ten of that kind that are not revoked and not expired
     */
    IssuedSecret issue(PartnerId partner, CredentialKind kind, CredentialValidity validity, Actor by);

    /**
     * Registers a certificate. From the beginning of its validity on the HTTP doors demand one of the partner's registered
     * certificates in TLS, or the SOAP doors messages that are signed by one of them.
     *
     * @param kind {@link CredentialKind#CERTIFICATE} or {@link CredentialKind#SIGNING_CERTIFICATE}
     * @param certificate X.509, DER or PEM
     * @throws vn.dancu.bus.kernel.BusException as {@link #issue}; {@code field_invalid} also for what is no certificate, has
     *     a weak key or has expired; {@code resource_exists} when the partner has it already for that
     */
    Credential register(
            PartnerId partner, CredentialKind kind, byte[] certificate, CredentialValidity validity, Actor by);

    /**
     * Ends a credential at once. What is shown with it afterwards is wrong, not expired.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when the partner has no such credential,
     *     {@code move_not_allowed} when it is revoked already, {@code evidence_missing} or {@code field_invalid} for a reason that is none
     */
    void revoke(PartnerId partner, UUID credential, String reason, Actor by);

    /** The partner's credentials, those issued last first, revoked ones included. */
    List<Credential> of(PartnerId partner);
}
