package vn.dancu.bus.desk.console.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.connection.ApplicationFields;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.connection.DocumentEvidence;

/** The forms of the steps: documents, approval, return, refusal. */
@Controller
class StepFormController {

    private static final String REFERENCE = "reference.";

    private final Connections connections;

    StepFormController(Connections connections) {
        this.connections = connections;
    }

    /** Fields are {@code reference.<document>}, {@code issuedOn.…}, {@code validUntil.…}, {@code sha256.…}; a blank reference hands nothing in. */
    @PostMapping("/desk/partners/{partner}/steps/{step}/documents")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR})
    String submit(
            @PathVariable("partner") String partner,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            Actor by,
            RedirectAttributes next) {
        List<DocumentEvidence> evidence = new ArrayList<>();
        fields.forEach((name, reference) -> {
            if (name.startsWith(REFERENCE) && !reference.isBlank()) {
                evidence.add(evidence(name.substring(REFERENCE.length()), fields));
            }
        });
        connections.submit(PathValues.partner(partner), step, evidence, by);
        return done(next, "partner.done-submitted", partner);
    }

    @PostMapping("/desk/partners/{partner}/steps/{step}/approval")
    @ChangesConfiguration
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR})
    String approve(
            @PathVariable("partner") String partner,
            @PathVariable("step") String step,
            Actor by,
            RedirectAttributes next) {
        connections.approve(PathValues.partner(partner), step, by);
        return done(next, "partner.done-approved", partner);
    }

    @PostMapping("/desk/partners/{partner}/steps/{step}/return")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR})
    String sendBack(
            @PathVariable("partner") String partner,
            @PathVariable("step") String step,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        connections.sendBack(PathValues.partner(partner), step, ActReason.checked("reason", reason), by);
        return done(next, "partner.done-returned", partner);
    }

    @PostMapping("/desk/partners/{partner}/refusal")
    @Allowed({Role.APPROVER, Role.OPERATOR})
    String refuse(
            @PathVariable("partner") String partner,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        connections.refuse(PathValues.partner(partner), ActReason.checked("reason", reason), by);
        return done(next, "partner.done-refused", partner);
    }

    private static DocumentEvidence evidence(String document, Map<String, String> fields) {
        LocalDate issued = Moments.date("issuedOn", fields.get("issuedOn." + document));
        if (issued == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "issuedOn", "the date of the document");
        }
        return ApplicationFields.evidence(
                document,
                fields.getOrDefault(REFERENCE + document, "").strip(),
                issued,
                Moments.date("validUntil", fields.get("validUntil." + document)),
                fields.getOrDefault("sha256." + document, "").strip());
    }

    private static String done(RedirectAttributes next, String text, String partner) {
        PartnerId id = PathValues.partner(partner);
        return FormOutcome.done(next, text, "/desk/partners/" + id);
    }
}
