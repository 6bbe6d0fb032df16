package vn.dancu.bus.desk.console.route;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** How a bundle gets to run: an upload, its check, the deployment with its timeline, and the way back. */
@Controller
class DeploymentPageController {

    private static final int PAGE = 30;
    private static final String LIST = "/desk/deployments";

    private final Bundles bundles;
    private final Clock clock;

    DeploymentPageController(Bundles bundles, Clock clock) {
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(LIST)
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String list(
            @RequestParam(name = "bundle", required = false) @Nullable String bundle,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Model model) {
        String of = bundle == null || bundle.isBlank() ? null : bundle;
        List<Deployment> found = bundles.deployments(of, PathValues.idAfter(after), PAGE + 1);
        Paging.Page<Deployment> page =
                new Paging(null, PAGE).page(found, each -> each.id().toString());
        model.addAttribute(
                "lines",
                page.items().stream()
                        .map(each -> DeploymentLine.of(each, clock))
                        .toList());
        model.addAttribute("next", page.next());
        model.addAttribute("base", LIST + "?" + (of == null ? "" : "bundle=" + of + "&"));
        model.addAttribute("chosen", of == null ? "" : of);
        model.addAttribute(
                "bundles",
                bundles.running().stream().map(each -> each.manifest().name()).toList());
        return "desk/route/deployments";
    }

    @GetMapping(LIST + "/{deployment}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String show(@PathVariable("deployment") String id, Actor actor, Model model) {
        UUID of = PathValues.id(id);
        Deployment deployment = bundles.deployment(of).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        boolean isWatched =
                deployment.state() == Deployment.State.PROBATION || deployment.state() == Deployment.State.CANARY;
        boolean isWanted = bundles.find(deployment.name())
                .filter(each -> each.deployment().equals(of))
                .isPresent();
        boolean canGoBack =
                deployment.from() != null && (isWatched || isWanted && deployment.state() == Deployment.State.KEPT);
        model.addAttribute("line", DeploymentLine.of(deployment, clock));
        model.addAttribute("one", deployment);
        model.addAttribute("mayRollBack", canGoBack && actor.has(Role.OPERATOR));
        model.addAttribute("refreshes", !deployment.state().isFinal());
        return "desk/route/deployment";
    }

    @GetMapping("/desk/deploy")
    @Allowed(Role.OPERATOR)
    String form() {
        return "desk/route/deploy";
    }

    /** The page with the verdict; the browser keeps the archive, and sends it again to deploy it. */
    @PostMapping("/desk/deploy/check")
    @Allowed(Role.OPERATOR)
    String check(HttpServletRequest request, Model model) {
        BundleContent content = BundleArchive.read(archive(request).archive());
        model.addAttribute("verdict", bundles.check(content));
        if (content.readableManifest().isPresent()) {
            model.addAttribute("manifest", content.manifest());
            model.addAttribute("difference", bundles.difference(content));
        }
        return "desk/route/deploy";
    }

    @PostMapping("/desk/deploy")
    @Allowed(Role.OPERATOR)
    String deploy(HttpServletRequest request, Actor by) {
        ArchiveRequest body = archive(request);
        Deployment begun = bundles.deploy(by, BundleArchive.read(body.archive()), body.plan());
        return "redirect:" + LIST + "/" + begun.id();
    }

    @PostMapping("/desk/routes/{bundle}/rollback")
    @Allowed(Role.OPERATOR)
    String rollBack(
            @PathVariable("bundle") String bundle,
            @RequestParam(name = "version", required = false) @Nullable String version,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        Deployment begun = bundles.rollBack(by, bundle, release(version), ActReason.checked("reason", reason));
        return FormOutcome.done(next, "route.done-rollback", LIST + "/" + begun.id());
    }

    private static ArchiveRequest archive(HttpServletRequest request) {
        return StrictJsonBody.OF_ADMINISTRATION.read(request, ArchiveRequest.class);
    }

    private static @Nullable ReleaseNumber release(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : ReleaseNumber.of(text);
        } catch (IllegalArgumentException e) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, "version", "three numbers such as 1.0.0"), e);
        }
    }
}
