package vn.dancu.bus.sandbox.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import vn.dancu.bus.sandbox.SandboxSettings.User;

/** Who may do what on which address. Every user has the role of its own name; nothing is inherited between patterns. */
final class ArtemisRoles {

    // Temporary reply queues have random names of one word; every other queue's name has dots.
    private static final String TEMPORARY = "*";

    private static final Set<CheckType> CREATING = Set.of(CheckType.CREATE_ADDRESS, CheckType.CREATE_DURABLE_QUEUE);

    private static final Set<CheckType> REPLYING = Set.of(
            CheckType.CREATE_ADDRESS,
            CheckType.DELETE_ADDRESS,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE,
            CheckType.CONSUME);

    static Map<String, Set<Role>> of(List<User> users) {
        Set<Role> bus = new HashSet<>();
        users.stream().filter(User::bus).forEach(user -> bus.add(everything(user)));
        Map<String, Set<Role>> roles = new HashMap<>();
        roles.put("#", bus);
        Set<Role> replies = new HashSet<>(bus);
        for (User user : users) {
            if (!user.bus()) {
                roles.put("dancu.hub." + user.name() + ".in", with(bus, role(user, CREATING, CheckType.SEND)));
                roles.put("dancu.hub." + user.name() + ".out", with(bus, role(user, CREATING, CheckType.CONSUME)));
                roles.put("dancu.hub." + user.name() + ".notice", with(bus, role(user, CREATING, CheckType.CONSUME)));
                replies.add(role(user, REPLYING, CheckType.CONSUME));
            }
        }
        roles.put(TEMPORARY, replies);
        return roles;
    }

    private static Set<Role> with(Set<Role> roles, Role one) {
        Set<Role> all = new HashSet<>(roles);
        all.add(one);
        return all;
    }

    private static Role everything(User user) {
        return new Role(user.name(), true, true, true, true, true, true, false, true, true, true, false, false);
    }

    private static Role role(User user, Set<CheckType> allowed, CheckType also) {
        Set<CheckType> all = new HashSet<>(allowed);
        all.add(also);
        return new Role(
                user.name(),
                all.contains(CheckType.SEND),
                all.contains(CheckType.CONSUME),
                all.contains(CheckType.CREATE_DURABLE_QUEUE),
                all.contains(CheckType.DELETE_DURABLE_QUEUE),
                all.contains(CheckType.CREATE_NON_DURABLE_QUEUE),
                all.contains(CheckType.DELETE_NON_DURABLE_QUEUE),
                false,
                all.contains(CheckType.BROWSE),
                all.contains(CheckType.CREATE_ADDRESS),
                all.contains(CheckType.DELETE_ADDRESS),
                false,
                false);
    }

    private ArtemisRoles() {}
}
