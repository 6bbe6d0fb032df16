package vn.dancu.bus.desk.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.hub.ShareTable;
import vn.dancu.bus.hub.ShareTable.Permits;
import vn.dancu.bus.hub.ShareTable.Share;
import vn.dancu.bus.hub.ShareUse;
import vn.dancu.bus.hub.Shares;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;

/** How the hub's quota is split. */
@RestController
@RequestMapping("/api/v1/admin/hub-shares")
class ShareController {

    private final Shares shares;

    ShareController(Shares shares) {
        this.shares = shares;
    }

    private record ShareRequest(String partner, long perMinute, long perDay) {

        Share share() {
            if (!PartnerId.isValid(partner)) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "partner", "ids of partners, each once");
            }
            return new Share(new PartnerId(partner), new Permits(perMinute, perDay));
        }
    }

    private record SplitRequest(long base, String reason, long perMinute, long perDay, List<ShareRequest> shares) {}

    record ShareResponse(String partner, long perMinute, long perDay) {}

    record SplitResponse(
            long version,
            Instant changedAt,
            String changedBy,
            String reason,
            long perMinute,
            long perDay,
            List<ShareResponse> shares,
            long restPerMinute,
            long restPerDay) {

        static SplitResponse of(ShareTable table) {
            return new SplitResponse(
                    table.number(),
                    table.changedAt(),
                    table.changedBy(),
                    table.reason(),
                    table.whole().perMinute(),
                    table.whole().perDay(),
                    table.shares().stream()
                            .map(share -> new ShareResponse(
                                    share.partner().value(),
                                    share.permits().perMinute(),
                                    share.permits().perDay()))
                            .toList(),
                    table.rest().perMinute(),
                    table.rest().perDay());
        }
    }

    record UseResponse(@Nullable String partner, long perMinute, long inMinute, long perDay, long inDay) {

        static UseResponse of(ShareUse use) {
            PartnerId partner = use.partner();
            return new UseResponse(
                    partner == null ? null : partner.value(),
                    use.permits().perMinute(),
                    use.inMinute(),
                    use.permits().perDay(),
                    use.inDay());
        }
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    SplitResponse show(@RequestParam(name = "at", required = false) @Nullable String at) {
        Instant moment = MappingController.moment(at);
        return one(moment == null ? shares.current() : shares.at(moment));
    }

    @GetMapping("/versions")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<SplitResponse> versions(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<SplitResponse> found =
                shares.history(PathValues.numberAfter(after, Long.MAX_VALUE), paging.oneMore()).stream()
                        .map(SplitResponse::of)
                        .toList();
        return paging.page(found, each -> Long.toString(each.version()));
    }

    @GetMapping("/versions/{version}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    SplitResponse version(@PathVariable("version") String version) {
        return one(shares.find(PathValues.number(version)));
    }

    @GetMapping("/use")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<UseResponse> use() {
        return new Paging.Page<>(shares.use().stream().map(UseResponse::of).toList(), null);
    }

    @PostMapping
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    SplitResponse split(Actor by, HttpServletRequest request) {
        SplitRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, SplitRequest.class);
        return SplitResponse.of(shares.change(
                by,
                body.base(),
                body.reason(),
                new Permits(body.perMinute(), body.perDay()),
                body.shares().stream().map(ShareRequest::share).toList()));
    }

    private static SplitResponse one(Optional<ShareTable> found) {
        return found.map(SplitResponse::of)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "version", "one that there is"));
    }
}
