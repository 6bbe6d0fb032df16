package vn.dancu.bus.desk.replay;

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
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.replay.Replays;

/** Replays: dry run, start, a second pair of eyes, and the result of each message. */
@RestController
@RequestMapping("/api/v1/admin")
class ReplayController {

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping("/replay-previews")
    @Allowed(Role.OPERATOR)
    ReplayPlanResponse preview(HttpServletRequest request) {
        ReplayRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReplayRequest.class);
        return ReplayPlanResponse.of(replays.preview(body.scope()));
    }

    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    ReplayResponse start(Actor by, HttpServletRequest request) {
        ReplayRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReplayRequest.class);
        return ReplayResponse.of(replays.start(by, body.scope(), body.reason() == null ? "" : body.reason()));
    }

    @GetMapping("/replays")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    Paging.Page<ReplayResponse> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<ReplayResponse> found = replays.list(PathValues.idAfter(after), paging.oneMore()).stream()
                .map(ReplayResponse::of)
                .toList();
        return paging.page(found, replay -> replay.id().toString());
    }

    @GetMapping("/replays/{id}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    ReplayResponse show(@PathVariable("id") String id) {
        UUID replay = PathValues.id(id);
        return replays.find(replay)
                .map(ReplayResponse::of)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    @GetMapping("/replays/{id}/items")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    Paging.Page<ReplayItemResponse> items(
            @PathVariable("id") String id,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        int number = Math.toIntExact(Math.min(PathValues.numberAfter(after, 0), Integer.MAX_VALUE));
        List<ReplayItemResponse> found = replays.items(PathValues.id(id), number, paging.oneMore()).stream()
                .map(ReplayItemResponse::of)
                .toList();
        return paging.page(found, item -> Integer.toString(item.number()));
    }

    @PostMapping("/replays/{id}/confirm")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    ReplayResponse confirm(Actor by, @PathVariable("id") String id) {
        return ReplayResponse.of(replays.confirm(by, PathValues.id(id)));
    }

    @PostMapping("/replays/{id}/reject")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    ReplayResponse reject(Actor by, HttpServletRequest request, @PathVariable("id") String id) {
        ReasonRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReasonRequest.class);
        return ReplayResponse.of(replays.reject(by, PathValues.id(id), body.reason()));
    }
}
