package vn.dancu.bus.desk;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/** Who is signed in: what a program asks first. */
@RestController
@RequestMapping("/api/v1/admin/account")
class AccountController {

    /** An account with the codes of its roles. */
    record AccountResponse(String name, List<String> roles) {}

    @GetMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    AccountResponse account(Actor actor) {
        return new AccountResponse(
                actor.name(), actor.roles().stream().map(Role::code).sorted().toList());
    }
}
