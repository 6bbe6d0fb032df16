package vn.dancu.bus.desk.console.partner;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.desk.partner.CertificateText;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.credential.CredentialKind;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.partner.credential.IssuedSecret;

/** Issues, registers and revokes credentials. */
@Controller
class CredentialFormController {

    private final Credentials credentials;
    private final PartnerPageModel pages;

    CredentialFormController(Credentials credentials, PartnerPageModel pages) {
        this.credentials = credentials;
        this.pages = pages;
    }

    /** The answer is the page with the secret: it stands in no session, and is shown once. */
    @PostMapping("/desk/partners/{partner}/credentials")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    String issue(
            @PathVariable("partner") String partner,
            @RequestParam("kind") String kind,
            @RequestParam(name = "validUntil", required = false) @Nullable String until,
            Actor by,
            Model model) {
        PartnerId id = PathValues.partner(partner);
        CredentialKind wanted = CredentialKind.byCode(kind)
                .filter(it -> !it.isCertificate())
                .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "kind", "secret or client-secret"));
        IssuedSecret issued =
                credentials.issue(id, wanted, new CredentialValidity(null, Moments.instant("validUntil", until)), by);
        pages.fill(model, id, by);
        model.addAttribute("secret", issued.secret());
        model.addAttribute("here", "/desk/partners/" + id);
        return "desk/partner/partner";
    }

    @PostMapping("/desk/partners/{partner}/certificates")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    String register(
            @PathVariable("partner") String partner,
            @RequestParam("certificate") String certificate,
            @RequestParam(name = "use", required = false) @Nullable String use,
            Actor by,
            RedirectAttributes next) {
        PartnerId id = PathValues.partner(partner);
        credentials.register(
                id, CertificateText.kind(use), CertificateText.bytes(certificate), CredentialValidity.DEFAULT, by);
        return FormOutcome.done(next, "partner.done-certificate", "/desk/partners/" + id);
    }

    @PostMapping("/desk/partners/{partner}/credentials/{credential}/revoke")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    String revoke(
            @PathVariable("partner") String partner,
            @PathVariable("credential") String credential,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        PartnerId id = PathValues.partner(partner);
        credentials.revoke(id, PathValues.id(credential), reason, by);
        return FormOutcome.done(next, "partner.done-revoked", "/desk/partners/" + id);
    }
}
