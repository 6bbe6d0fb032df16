package vn.dancu.bus.desk.policy;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.policy.PolicyDrafts;
import vn.dancu.bus.policy.PolicyVersion;

/** What is to be published: written by a policy manager, published by another person. */
@RestController
@RequestMapping("/api/v1/admin/policy/drafts")
class DraftController {

    private final PolicyDrafts drafts;

    DraftController(PolicyDrafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.POLICY_MANAGER)
    DraftResponse open(HttpServletRequest request, Actor by) {
        DraftRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, DraftRequest.class);
        return DraftResponse.of(drafts.open(body.fromVersion(), body.note(), by));
    }

    @GetMapping
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.INSPECTOR})
    Paging.Page<DraftResponse> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return paging.page(
                drafts.list(PathValues.numberAfter(paging.after(), Long.MAX_VALUE), paging.oneMore()).stream()
                        .map(DraftResponse::of)
                        .toList(),
                it -> Long.toString(it.id()));
    }

    @GetMapping("/{id}")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.INSPECTOR})
    DraftResponse one(@PathVariable("id") String id) {
        return drafts.find(PathValues.number(id))
                .map(DraftResponse::of)
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    @GetMapping("/{id}/partners/{partner}")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.INSPECTOR})
    ResponseEntity<byte[]> rights(@PathVariable("id") String id, @PathVariable("partner") String partner) {
        return PolicyVersionController.json(drafts.rights(PathValues.number(id), PathValues.partner(partner)));
    }

    /** Rights with errors are stored and the errors reported, so that the author can go on later. */
    @PutMapping("/{id}/partners/{partner}")
    @Allowed(Role.POLICY_MANAGER)
    FindingResponse.FindingsResponse write(
            @PathVariable("id") String id,
            @PathVariable("partner") String partner,
            HttpServletRequest request,
            Actor by) {
        String rights = StrictJsonBody.OF_ADMINISTRATION
                .read(request, RightsRequest.class)
                .json();
        return FindingResponse.of(drafts.write(PathValues.number(id), PathValues.partner(partner), rights, by));
    }

    @DeleteMapping("/{id}/partners/{partner}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.POLICY_MANAGER)
    void leave(@PathVariable("id") String id, @PathVariable("partner") String partner, Actor by) {
        drafts.leave(PathValues.number(id), PathValues.partner(partner), by);
    }

    @GetMapping("/{id}/findings")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.INSPECTOR})
    FindingResponse.FindingsResponse findings(@PathVariable("id") String id) {
        return FindingResponse.of(drafts.findings(PathValues.number(id)));
    }

    @GetMapping("/{id}/diff")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.INSPECTOR})
    PolicyVersionController.DifferencesResponse differences(@PathVariable("id") String id) {
        return new PolicyVersionController.DifferencesResponse(drafts.differences(PathValues.number(id)));
    }

    @PostMapping("/{id}/publish")
    @ChangesConfiguration
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER})
    PolicyVersion publish(@PathVariable("id") String id, Actor by) {
        return drafts.publish(PathValues.number(id), by);
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER})
    void discard(@PathVariable("id") String id, Actor by) {
        drafts.discard(PathValues.number(id), by);
    }
}
