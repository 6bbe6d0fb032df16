package vn.dancu.bus.gateway.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import vn.dancu.bus.gateway.ShownCertificate;
import vn.dancu.bus.gateway.xroad.provider.ClientIdentifiers;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.CredentialProof;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Proves who calls: by a secret, which gives a session, and then by that session. */
class SessionSignIn {

    private static final String CLIENT = "X-Road-Client";
    private static final String SESSION = "session";
    private static final String FRESH = "a session of mapi/login that has not ended";

    private final Partners partners;
    private final SecretBox box;
    private final Duration lifetime;
    private final Clock clock;

    SessionSignIn(Partners partners, SecretBox box, Duration lifetime, Clock clock) {
        this.partners = partners;
        this.box = box;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * A new session. Who does not know the secret learns nothing more: not whether there is such a partner, nor its state.
     *
     * @throws UnprovedCaller {@code credentials_wrong}, {@code credential_expired}, the objection to the certificate or to
     *     the partner's standing, {@code header_invalid}
     */
    String open(String username, String password, HttpServletRequest request) {
        if (!PartnerId.isValid(username)) {
            throw UnprovedCaller.claiming(null, wrong());
        }
        PartnerId id = new PartnerId(username);
        CredentialProof proof = partners.proveSecret(id, password);
        if (proof != CredentialProof.RIGHT) {
            Refusal refusal = proof == CredentialProof.EXPIRED ? Refusal.of(ErrorCode.CREDENTIAL_EXPIRED) : wrong();
            throw UnprovedCaller.claiming(id, refusal);
        }
        UUID credential = partners.credentialOf(id, password).orElseThrow(() -> UnprovedCaller.claiming(id, wrong()));
        letIn(id, request);
        return new CallSession(id, credential, clock.instant().plus(lifetime)).sealed(box);
    }

    /**
     * The partner of a session, as it stands now: a session ends with its time, with the secret that it was opened with, and
     * with the partner's standing.
     *
     * @throws UnprovedCaller {@code token_invalid}, {@code token_expired}, the objection to the certificate or to the
     *     partner's standing, {@code header_invalid}
     */
    Partner partner(String session, HttpServletRequest request) {
        CallSession said = CallSession.opened(box, session)
                .orElseThrow(() -> UnprovedCaller.claiming(null, refusal(ErrorCode.TOKEN_INVALID)));
        PartnerId id = said.partner();
        if (!clock.instant().isBefore(said.until())) {
            throw UnprovedCaller.claiming(id, refusal(ErrorCode.TOKEN_EXPIRED));
        }
        Partner partner = letIn(id, request);
        if (!partners.has(id, said.credential())) {
            throw UnprovedCaller.claiming(id, refusal(ErrorCode.TOKEN_INVALID));
        }
        return partner;
    }

    private Partner letIn(PartnerId id, HttpServletRequest request) {
        Partner partner = partners.find(id).orElseThrow(() -> UnprovedCaller.claiming(id, wrong()));
        partners.objectionTo(id, ShownCertificate.of(request))
                .or(partner::objection)
                .or(() -> partners.objectionTo(id))
                .ifPresent(code -> {
                    throw UnprovedCaller.of(id, Refusal.of(code));
                });
        requireClient(partner, request);
        return partner;
    }

    /** The security server says from whom a message comes; it must be the one whose secret is shown. */
    private static void requireClient(Partner partner, HttpServletRequest request) {
        String client = request.getHeader(CLIENT);
        if (client == null || isOf(partner, client)) {
            return;
        }
        throw UnprovedCaller.of(
                partner.id(),
                Refusal.of(ErrorCode.HEADER_INVALID, CLIENT, "a system of the agency whose partner signs in"));
    }

    private static boolean isOf(Partner partner, String client) {
        try {
            AgencyCode agency = ClientIdentifiers.of(client.strip()).member();
            return agency.top().equals(AgencyCode.of(partner.agencyCode()).top());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Refusal wrong() {
        return Refusal.of(ErrorCode.CREDENTIALS_WRONG, "password", "the partner's id as username, with its secret");
    }

    private static Refusal refusal(ErrorCode code) {
        return Refusal.of(code, SESSION, FRESH);
    }
}
