package vn.dancu.bus.partner.connection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;

/** Who may do what to an application. */
final class ApprovalRules {

    static void require(Actor person, Collection<Role> roles) {
        if (roles.stream().noneMatch(person::has)) {
            throw missing(roles);
        }
    }

    /** Nobody approves twice, nor what is their own. */
    static void requireNew(Application application, ConnectionStep step, Actor person) {
        if (application.approvals(step.id()).stream().anyMatch(it -> it.by().equals(person.name()))) {
            throw new BusException(ErrorCode.ALREADY_APPROVED, null);
        }
    }

    static void requireOther(Application application, ConnectionStep step, Actor person) {
        if (application.isOwn(step.id(), person)) {
            throw BusException.of(
                    ErrorCode.SECOND_PERSON_REQUIRED, "approver", "not who applied or handed in the documents");
        }
    }

    /** The roles whose approval is still awaited. */
    static List<Role> awaited(Application application, ConnectionStep step) {
        List<Role> open = new ArrayList<>(step.decision().approvals());
        application.approvals(step.id()).forEach(it -> open.remove(it.role()));
        return open;
    }

    /** The role for which the person's approval counts. */
    static Role fitting(List<Role> awaited, Actor person) {
        return awaited.stream().filter(person::has).findFirst().orElseThrow(() -> missing(awaited));
    }

    private static BusException missing(Collection<Role> roles) {
        String names = String.join(
                ", ", roles.stream().map(Role::code).distinct().sorted().toList());
        return BusException.of(ErrorCode.ROLE_MISSING, "role", "one of " + names);
    }

    private ApprovalRules() {}
}
