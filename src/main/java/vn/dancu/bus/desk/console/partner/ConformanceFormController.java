package vn.dancu.bus.desk.console.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.conformance.ConformanceResults;
import vn.dancu.bus.partner.conformance.SignedResult;

/** The form in which a signed result of conformance is handed in. */
@Controller
class ConformanceFormController {

    private static final String FIELD = "jws";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConformanceResults results;

    ConformanceFormController(ConformanceResults results) {
        this.results = results;
    }

    /** @param text the file that the command wrote, or the JWS in it */
    @PostMapping("/desk/partners/{partner}/conformance-results")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.OPERATOR})
    String receive(
            @PathVariable("partner") String partner,
            @RequestParam(FIELD) String text,
            Actor by,
            RedirectAttributes next) {
        results.receive(PathValues.partner(partner), new SignedResult(compact(text.strip())), by);
        return FormOutcome.done(next, "partner.done-conformance", "/desk/partners/" + partner);
    }

    private static String compact(String text) {
        if (!text.startsWith("{")) {
            return text;
        }
        try {
            return JSON.readTree(text).path(FIELD).asText();
        } catch (JsonProcessingException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, FIELD, "a signed result of dancu conformance");
        }
    }
}
