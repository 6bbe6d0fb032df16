package vn.dancu.bus.desk.console.policy;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Explanations;

/** Why a question would be refused, or what would be released; it names nobody and takes no quota. */
@Controller
class ExplanationPageController {

    private static final String HERE = "/desk/policy/explain";

    private final Explanations explanations;
    private final Partners partners;

    ExplanationPageController(Explanations explanations, Partners partners) {
        this.explanations = explanations;
        this.partners = partners;
    }

    @GetMapping(HERE)
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    String form(Model model) {
        model.addAttribute("partners", partners.all());
        return "desk/policy/explain";
    }

    /** An officer's code is no part of an address: the question is sent in a form. */
    @PostMapping(HERE)
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    String explain(
            @RequestParam("partner") String partner,
            @RequestParam("service") String service,
            @RequestParam("officer") String officer,
            @RequestParam Map<String, String> form,
            Model model) {
        String purpose = text(form.get("purpose"));
        String draft = text(form.get("draft"));
        Explanations.Assumed assumed =
                new Explanations.Assumed("true".equals(form.get("related")), "true".equals(form.get("consented")));
        AccessRequest request = new AccessRequest(
                value("partner", () -> new PartnerId(partner)),
                value("service", () -> new ServiceCode(service)),
                text(form.get("procedure")),
                officer.strip(),
                purpose == null ? null : value("purpose", () -> new Purpose(purpose)),
                null,
                text(form.get("issue")),
                Set.of());
        model.addAttribute(
                "explanation", explanations.explain(request, assumed, draft == null ? null : PathValues.number(draft)));
        model.addAttribute("asked", request);
        model.addAttribute("related", assumed.related());
        model.addAttribute("consented", assumed.consented());
        model.addAttribute("draft", draft);
        model.addAttribute("partners", partners.all());
        return "desk/policy/explain";
    }

    private static @Nullable String text(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }

    private static <T> T value(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, field, String.valueOf(e.getMessage())), e);
        }
    }
}
