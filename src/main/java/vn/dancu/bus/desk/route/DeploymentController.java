package vn.dancu.bus.desk.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.bundle.BundleContent;

/** Deployments of bundles: begun here, and looked at while they go on. */
@RestController
@RequestMapping("/api/v1/admin")
class DeploymentController {

    private final Bundles bundles;

    DeploymentController(Bundles bundles) {
        this.bundles = bundles;
    }

    @PostMapping("/route-deployments")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.OPERATOR)
    DeploymentResponse deploy(Actor by, HttpServletRequest request) {
        DeploymentRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, DeploymentRequest.class);
        BundleContent content;
        DeploymentPlan plan;
        try {
            content = body.content();
            plan = body.plan(ActReason.checked("reason", body.reason()));
        } catch (IllegalArgumentException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "body", String.valueOf(e.getMessage()));
        }
        return DeploymentResponse.of(bundles.deploy(by, content, plan));
    }

    @GetMapping("/route-deployments")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<DeploymentSummaryResponse> list(
            @RequestParam(name = "bundle", required = false) @Nullable String bundle,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<DeploymentSummaryResponse> found =
                bundles.deployments(bundle, after == null ? null : id("after", after), paging.oneMore()).stream()
                        .map(DeploymentSummaryResponse::of)
                        .toList();
        return paging.page(found, deployment -> deployment.id().toString());
    }

    @GetMapping("/route-deployments/{id}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    DeploymentResponse show(@PathVariable("id") String id) {
        return DeploymentResponse.of(
                bundles.deployment(id("id", id)).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN)));
    }

    private static UUID id(String field, String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, "an id as the bus gave it");
        }
        return UUID.fromString(text);
    }
}
