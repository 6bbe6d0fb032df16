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
import vn.dancu.bus.desk.body.AdminBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.authority.AuthorityKind;
import vn.dancu.bus.partner.authority.BilingualLabel;

/** The authorities at the desk. */
@RestController
@RequestMapping("/api/v1/admin")
class AuthorityController {

    private final Authorities authorities;

    AuthorityController(Authorities authorities) {
        this.authorities = authorities;
    }

    /** @param olderCode only where it was registered against the rule */
    record NewAuthority(String code, @Nullable String olderCode, String kind, String name) {}

    record ChangedAuthority(String kind, String name) {}

    record KindAnswer(String id, BilingualLabel name) {}

    record Kinds(List<KindAnswer> items) {}

    /** @param systems ids of its systems; absent in lists */
    record AuthorityAnswer(
            String code, @Nullable String olderCode, String kind, String name, @Nullable List<String> systems) {}

    @GetMapping("/authority-kinds")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Kinds kinds() {
        return new Kinds(
                authorities.kinds().stream().map(AuthorityController::kind).toList());
    }

    @PostMapping("/authorities")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.ONBOARDING_CLERK)
    AuthorityAnswer register(HttpServletRequest request, Actor actor) {
        NewAuthority body = AdminBody.read(request, NewAuthority.class);
        String older = body.olderCode();
        require(older == null || Authority.isOlderForm(older), "olderCode", "a code such as 000.00.00.H41");
        Authority authority = new Authority(code(body.code()), older, body.kind(), name(body.name()));
        return answer(authorities.register(authority, actor), null);
    }

    @GetMapping("/authorities")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<AuthorityAnswer> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return paging.page(
                authorities.list(paging.after(), paging.oneMore()).stream()
                        .map(it -> answer(it, null))
                        .toList(),
                AuthorityAnswer::code);
    }

    @GetMapping("/authorities/{code}")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    AuthorityAnswer look(@PathVariable("code") String code) {
        return whole(find(code));
    }

    @PutMapping("/authorities/{code}")
    @Allowed(Role.ONBOARDING_CLERK)
    AuthorityAnswer change(@PathVariable("code") String code, HttpServletRequest request, Actor actor) {
        ChangedAuthority body = AdminBody.read(request, ChangedAuthority.class);
        Authority known = find(code);
        Authority changed = new Authority(known.code(), known.registeredOlderCode(), body.kind(), name(body.name()));
        return whole(authorities.change(changed, actor));
    }

    private Authority find(String code) {
        return authorities.find(code).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private AuthorityAnswer whole(Authority authority) {
        return answer(
                authority,
                authorities.systems(authority).stream().map(PartnerId::value).toList());
    }

    private static AuthorityAnswer answer(Authority authority, @Nullable List<String> systems) {
        return new AuthorityAnswer(
                authority.code().value(),
                authority.olderCode().orElse(null),
                authority.kind(),
                authority.name(),
                systems);
    }

    private static KindAnswer kind(AuthorityKind kind) {
        return new KindAnswer(kind.id(), kind.name());
    }

    static AgencyCode code(String text) {
        require(AgencyCode.isValid(text), "code", "an agency code such as H41 or 000.00.00.H41");
        return AgencyCode.of(text);
    }

    static String name(String text) {
        require(text.matches("[^\\p{Cc}\\p{Cf}]{1,200}") && !text.isBlank(), "name", "1 to 200 characters in one line");
        return text;
    }

    static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, rule);
        }
    }
}
