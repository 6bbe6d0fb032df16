package vn.dancu.bus.desk.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.authority.AuthorityKind;

/** The authorities at the desk. */
@RestController
@RequestMapping("/api/v1/admin")
class AuthorityController {

    private final Authorities authorities;

    AuthorityController(Authorities authorities) {
        this.authorities = authorities;
    }

    /** @param olderCode only where it was registered against the rule */
    record AuthorityRequest(String code, @Nullable String olderCode, String kind, String name) {}

    record AuthorityChangeRequest(String kind, String name) {}

    record KindsResponse(List<AuthorityKind> items) {}

    /** @param systems ids of its systems; absent in lists */
    record AuthorityResponse(
            String code, @Nullable String olderCode, String kind, String name, @Nullable List<String> systems) {}

    @GetMapping("/authority-kinds")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    KindsResponse kinds() {
        return new KindsResponse(authorities.kinds());
    }

    @PostMapping("/authorities")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.ONBOARDING_CLERK)
    AuthorityResponse register(HttpServletRequest request, Actor actor) {
        AuthorityRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, AuthorityRequest.class);
        Authority authority = ApplicationFields.authority(body.code(), body.olderCode(), body.kind(), body.name());
        return answer(authorities.register(authority, actor), null);
    }

    @GetMapping("/authorities")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<AuthorityResponse> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return paging.page(
                authorities.list(paging.after(), paging.oneMore()).stream()
                        .map(it -> answer(it, null))
                        .toList(),
                AuthorityResponse::code);
    }

    @GetMapping("/authorities/{code}")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    AuthorityResponse look(@PathVariable("code") String code) {
        return whole(find(code));
    }

    @PutMapping("/authorities/{code}")
    @Allowed(Role.ONBOARDING_CLERK)
    AuthorityResponse change(@PathVariable("code") String code, HttpServletRequest request, Actor actor) {
        AuthorityChangeRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, AuthorityChangeRequest.class);
        Authority known = find(code);
        Authority changed = new Authority(
                known.code(), known.registeredOlderCode(), body.kind(), ApplicationFields.name(body.name()));
        return whole(authorities.change(changed, actor));
    }

    private Authority find(String code) {
        return authorities.find(code).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private AuthorityResponse whole(Authority authority) {
        return answer(
                authority,
                authorities.systems(authority).stream().map(PartnerId::value).toList());
    }

    private static AuthorityResponse answer(Authority authority, @Nullable List<String> systems) {
        return new AuthorityResponse(
                authority.code().value(),
                authority.olderCode().orElse(null),
                authority.kind(),
                authority.name(),
                systems);
    }
}
