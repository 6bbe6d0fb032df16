package vn.dancu.bus.desk.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.BundleDifference;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** Which bundles run, what their versions held, and what another one would change. */
@RestController
@RequestMapping("/api/v1/admin")
class BundleController {

    private static final int MAX_VERSIONS = 200;

    private final Bundles bundles;

    BundleController(Bundles bundles) {
        this.bundles = bundles;
    }

    @GetMapping("/route-bundles")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<BundleSummaryResponse> list() {
        return new Paging.Page<>(
                bundles.running().stream().map(BundleSummaryResponse::of).toList(), null);
    }

    @GetMapping("/route-bundles/{name}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    BundleResponse show(@PathVariable("name") String name) {
        return BundleResponse.of(bundles.find(name).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN)));
    }

    @GetMapping("/route-bundles/{name}/versions")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<BundleVersionResponse> versions(@PathVariable("name") String name) {
        List<BundleVersionResponse> versions = bundles.versions(name, MAX_VERSIONS).stream()
                .map(BundleVersionResponse::of)
                .toList();
        if (versions.isEmpty()) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN);
        }
        return new Paging.Page<>(versions, null);
    }

    @GetMapping("/route-bundles/{name}/versions/{version}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    BundleRequest content(@PathVariable("name") String name, @PathVariable("version") String version) {
        BundleContent content =
                bundles.content(name, release(version)).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        Map<String, String> files = new LinkedHashMap<>();
        content.files().forEach(file -> files.put(file.path(), file.text()));
        return new BundleRequest(files, content.signature());
    }

    @PostMapping("/route-bundles/{name}/rollback")
    @Allowed(Role.OPERATOR)
    DeploymentResponse rollBack(Actor by, HttpServletRequest request, @PathVariable("name") String name) {
        RollbackRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, RollbackRequest.class);
        ReleaseNumber to = body.version() == null ? null : release(body.version());
        return DeploymentResponse.of(bundles.rollBack(by, name, to, ActReason.checked("reason", body.reason())));
    }

    @PostMapping("/route-checks")
    @Allowed(Role.OPERATOR)
    VerdictResponse check(HttpServletRequest request) {
        return VerdictResponse.of(bundles.check(bundle(request)));
    }

    @PostMapping("/route-differences")
    @Allowed(Role.OPERATOR)
    BundleDifference difference(HttpServletRequest request) {
        return bundles.difference(bundle(request));
    }

    private static BundleContent bundle(HttpServletRequest request) {
        return StrictJsonBody.OF_ADMINISTRATION
                .read(request, BundleRequest.class)
                .content();
    }

    private static ReleaseNumber release(String text) {
        try {
            return ReleaseNumber.of(text);
        } catch (IllegalArgumentException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "version", "three numbers such as 1.0.0");
        }
    }
}
