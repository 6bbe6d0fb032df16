package vn.dancu.bus.desk.console.route;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.RunningBundle;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** What runs: bundles, their routes, and what their versions hold. */
@Controller
class RoutePageController {

    private static final int MAX_VERSIONS = 50;
    private static final int LATEST = 5;

    private final Bundles bundles;
    private final Clock clock;

    RoutePageController(Bundles bundles, Clock clock) {
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/desk/routes")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String list(Model model) {
        model.addAttribute(
                "lines", bundles.running().stream().map(BundleLine::of).toList());
        model.addAttribute("deployments", deployments(null));
        model.addAttribute("refreshes", true);
        return "desk/route/routes";
    }

    @GetMapping("/desk/routes/{bundle}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String show(@PathVariable("bundle") String name, Actor actor, Model model) {
        RunningBundle bundle = find(name);
        model.addAttribute("line", BundleLine.of(bundle));
        model.addAttribute("bundle", bundle);
        model.addAttribute("versions", bundles.versions(name, MAX_VERSIONS));
        model.addAttribute("deployments", deployments(name));
        model.addAttribute("mayDeploy", actor.has(Role.OPERATOR));
        model.addAttribute("refreshes", true);
        return "desk/route/bundle";
    }

    @GetMapping("/desk/routes/{bundle}/routes/{route}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String diagram(@PathVariable("bundle") String name, @PathVariable("route") String id, Model model) {
        RunningBundle bundle = find(name);
        RunningBundle.RunningRoute route = bundle.routes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        List<RunningBundle> running = bundles.running();
        model.addAttribute("bundle", bundle);
        model.addAttribute("route", route);
        model.addAttribute(
                "steps",
                bundles.steps(id).stream()
                        .map(step -> StepBox.of(step, running))
                        .toList());
        model.addAttribute("refreshes", true);
        return "desk/route/diagram";
    }

    /** What a version held, and what it would change now. */
    @GetMapping("/desk/routes/{bundle}/versions/{version}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String version(
            @PathVariable("bundle") String name, @PathVariable("version") String version, Actor actor, Model model) {
        RunningBundle bundle = find(name);
        ReleaseNumber release = release(version);
        BundleContent content =
                bundles.content(name, release).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        boolean runs = bundle.manifest().version().equals(release);
        model.addAttribute("bundle", bundle);
        model.addAttribute("version", version);
        model.addAttribute("held", content.files());
        model.addAttribute("runs", runs);
        model.addAttribute("difference", bundles.difference(content));
        model.addAttribute("mayDeploy", !runs && actor.has(Role.OPERATOR));
        return "desk/route/version";
    }

    private RunningBundle find(String name) {
        return bundles.find(name).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    private List<DeploymentLine> deployments(@Nullable String name) {
        return bundles.deployments(name, null, LATEST).stream()
                .map(each -> DeploymentLine.of(each, clock))
                .toList();
    }

    private static ReleaseNumber release(String text) {
        try {
            return ReleaseNumber.of(text);
        } catch (IllegalArgumentException e) {
            throw new BusException(Refusal.of(ErrorCode.RESOURCE_UNKNOWN, "version", "three numbers such as 1.0.0"), e);
        }
    }
}
