package vn.dancu.bus.desk.policy;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.policy.Explanations;

/** Says which rule would refuse a question, and what a grant would release. It changes nothing and takes no quota. */
@RestController
@RequestMapping("/api/v1/admin/policy/explain")
class ExplanationController {

    private final Explanations explanations;

    ExplanationController(Explanations explanations) {
        this.explanations = explanations;
    }

    @PostMapping
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    ExplanationResponse explain(HttpServletRequest request) {
        QuestionRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, QuestionRequest.class);
        return ExplanationResponse.of(explanations.explain(body.request(), body.assumed(), body.draft()));
    }
}
