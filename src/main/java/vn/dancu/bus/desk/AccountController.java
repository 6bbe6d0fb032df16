package vn.dancu.bus.desk;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/** The signed-in account and its roles. */
@RestController
@RequestMapping("/api/v1/admin/account")
class AccountController {

    private final String version;

    /** The version is a hyphen where the build wrote none. */
    AccountController(ObjectProvider<BuildProperties> build) {
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("-");
    }

    /** An account with the codes of its roles, and the version of the bus that says so. */
    record AccountResponse(String name, List<String> roles, String version) {}

    @GetMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    AccountResponse account(Actor actor) {
        return new AccountResponse(
                actor.name(), actor.roles().stream().map(Role::code).sorted().toList(), version);
    }
}
