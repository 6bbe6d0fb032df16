package vn.dancu.bus.desk.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/** Legal holds: one person places, one asks for the end, another agrees. */
@RestController
@RequestMapping("/api/v1/admin/audit/holds")
class HoldController {

    private final LegalHolds holds;

    HoldController(LegalHolds holds) {
        this.holds = holds;
    }

    /** The hold that was placed. */
    record PlacedHoldResponse(UUID id) {}

    @GetMapping
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    Paging.Page<LegalHolds.Hold> holds() {
        return new Paging.Page<>(holds.holds(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    PlacedHoldResponse place(Actor by, HttpServletRequest request) {
        return new PlacedHoldResponse(holds.place(
                by,
                StrictJsonBody.OF_ADMINISTRATION
                        .read(request, HoldRequest.class)
                        .placement()));
    }

    @PostMapping("/{id}/release-request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    void askRelease(Actor by, HttpServletRequest request, @PathVariable("id") String id) {
        holds.askRelease(
                by,
                PathValues.id(id),
                ActReason.checked(
                        "reason",
                        StrictJsonBody.OF_ADMINISTRATION
                                .read(request, ReasonRequest.class)
                                .reason()));
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    void release(Actor by, @PathVariable("id") String id) {
        holds.release(by, PathValues.id(id));
    }
}
