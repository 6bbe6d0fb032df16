package vn.dancu.bus.desk.console.policy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.body.PathValues;
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
            @RequestParam(name = "procedure", required = false) @Nullable String procedure,
            @RequestParam(name = "purpose", required = false) @Nullable String purpose,
            @RequestParam(name = "issue", required = false) @Nullable String issue,
            @RequestParam(name = "related", required = false) @Nullable String related,
            @RequestParam(name = "draft", required = false) @Nullable String draft,
            Model model) {
        String named = text(purpose);
        String ofDraft = text(draft);
        AccessRequest request = new AccessRequest(
                value("partner", () -> new PartnerId(partner)),
                value("service", () -> new ServiceCode(service)),
                text(procedure),
                officer.strip(),
                named == null ? null : value("purpose", () -> new Purpose(named)),
                null,
                text(issue));
        model.addAttribute(
                "explanation",
                explanations.explain(
                        request, "true".equals(related), ofDraft == null ? null : PathValues.number(ofDraft)));
        model.addAttribute("asked", request);
        model.addAttribute("related", "true".equals(related));
        model.addAttribute("draft", ofDraft);
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
