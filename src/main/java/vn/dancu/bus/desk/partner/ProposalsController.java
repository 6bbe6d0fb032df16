package vn.dancu.bus.desk.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.suspension.Suspensions;

/**
 * Decisions that take two persons: a termination, a return after a security risk. Operators propose, approvers confirm.
 */
@RestController
@RequestMapping("/api/v1/admin")
class ProposalsController {

    private final Suspensions suspensions;

    ProposalsController(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @PostMapping("/partners/{partner}/terminate")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    ProposalResponse terminate(@PathVariable("partner") String partner, HttpServletRequest request, Actor by) {
        TerminationRequest termination = StrictJsonBody.OF_ADMINISTRATION.read(request, TerminationRequest.class);
        return ProposalResponse.of(
                suspensions.terminate(PathValues.partner(partner), termination.ground(), termination.reason(), by));
    }

    @GetMapping("/proposals")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<ProposalResponse> open() {
        List<ProposalResponse> open =
                suspensions.open().stream().map(ProposalResponse::of).toList();
        return new Paging.Page<>(open, null);
    }

    @PostMapping("/proposals/{proposal}/confirm")
    @Allowed(Role.APPROVER)
    ProposalResponse confirm(@PathVariable("proposal") String proposal, Actor by) {
        return ProposalResponse.of(suspensions.confirm(PathValues.id(proposal), by));
    }

    @PostMapping("/proposals/{proposal}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    void withdraw(@PathVariable("proposal") String proposal, Actor by) {
        suspensions.withdraw(PathValues.id(proposal), by);
    }

    /** @param ground code of a ground of termination */
    record TerminationRequest(String ground, String reason) {}
}
