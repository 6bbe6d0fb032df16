package vn.dancu.bus.desk.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.credential.CredentialKind;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.partner.credential.IssuedSecret;

/** Issues, registers and revokes what partners prove themselves by. */
@RestController
@RequestMapping("/api/v1/admin/partners/{partner}")
class CredentialsController {

    private final Credentials credentials;
    private final Clock clock;

    CredentialsController(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @PostMapping("/credentials")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    CredentialResponse issue(@PathVariable("partner") String partner, HttpServletRequest request, Actor by) {
        CredentialRequest wanted = StrictJsonBody.OF_ADMINISTRATION.read(request, CredentialRequest.class);
        CredentialKind kind = CredentialKind.byCode(wanted.kind())
                .filter(it -> !it.isCertificate())
                .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "kind", "secret or client-secret"));
        IssuedSecret issued = credentials.issue(
                PathValues.partner(partner), kind, new CredentialValidity(wanted.validFrom(), wanted.validUntil()), by);
        return CredentialResponse.of(issued.credential(), clock.instant(), issued.secret());
    }

    @PostMapping("/certificates")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    CredentialResponse register(@PathVariable("partner") String partner, HttpServletRequest request, Actor by) {
        CertificateRequest given = StrictJsonBody.OF_ADMINISTRATION.read(request, CertificateRequest.class);
        return CredentialResponse.of(
                credentials.register(
                        PathValues.partner(partner),
                        CertificateText.kind(given.kind()),
                        CertificateText.bytes(given.certificate()),
                        new CredentialValidity(given.validFrom(), given.validUntil()),
                        by),
                clock.instant(),
                null);
    }

    @PostMapping("/credentials/{credential}/revoke")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.OPERATOR)
    void revoke(
            @PathVariable("partner") String partner,
            @PathVariable("credential") String credential,
            HttpServletRequest request,
            Actor by) {
        ReasonRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReasonRequest.class);
        credentials.revoke(PathValues.partner(partner), PathValues.id(credential), body.reason(), by);
    }

    /** @param kind secret or client-secret */
    record CredentialRequest(String kind, @Nullable Instant validFrom, @Nullable Instant validUntil) {}

    /**
     * @param certificate PEM, or base64 of DER
     * @param kind certificate, which is meant where nothing is said, or signing-certificate
     */
    record CertificateRequest(
            String certificate, @Nullable String kind, @Nullable Instant validFrom, @Nullable Instant validUntil) {}
}
