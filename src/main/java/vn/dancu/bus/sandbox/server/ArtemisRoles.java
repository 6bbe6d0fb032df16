package vn.dancu.bus.sandbox.server;

import static org.apache.activemq.artemis.core.security.CheckType.BROWSE;
import static org.apache.activemq.artemis.core.security.CheckType.CONSUME;
import static org.apache.activemq.artemis.core.security.CheckType.CREATE_ADDRESS;
import static org.apache.activemq.artemis.core.security.CheckType.CREATE_DURABLE_QUEUE;
import static org.apache.activemq.artemis.core.security.CheckType.CREATE_NON_DURABLE_QUEUE;
import static org.apache.activemq.artemis.core.security.CheckType.DELETE_ADDRESS;
import static org.apache.activemq.artemis.core.security.CheckType.DELETE_NON_DURABLE_QUEUE;
import static org.apache.activemq.artemis.core.security.CheckType.SEND;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import vn.dancu.bus.sandbox.SandboxSettings.User;

/**
 * Who may do what on which address, as {@code config/broker.xml} has it for production. Every user has the role of its own
 * name. Of the patterns that match an address the closest alone counts: nothing is inherited.
 */
final class ArtemisRoles {

    /** Temporary queues have random names of one word; every other queue's name has dots. */
    private static final String TEMPORARY = "*";

    private static final Set<CheckType> ASKING = Set.of(SEND, CREATE_ADDRESS, CREATE_DURABLE_QUEUE);
    private static final Set<CheckType> REPLAYING = Set.of(SEND, CONSUME, BROWSE, CREATE_ADDRESS, CREATE_DURABLE_QUEUE);
    private static final Set<CheckType> READING = Set.of(CONSUME, BROWSE, CREATE_ADDRESS, CREATE_DURABLE_QUEUE);
    private static final Set<CheckType> BOTH_WAYS = Set.of(
            SEND, CONSUME, CREATE_ADDRESS, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE);
    private static final Set<CheckType> REPLYING = Set.of(SEND);
    private static final Set<CheckType> AWAITING_REPLY =
            Set.of(CONSUME, CREATE_ADDRESS, DELETE_ADDRESS, CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE);

    private final Map<String, Set<Role>> roles = new HashMap<>();

    static Map<String, Set<Role>> of(List<User> users) {
        ArtemisRoles all = new ArtemisRoles();
        all.roles.put("#", Set.of());
        for (User user : users) {
            if (user.bus()) {
                all.bus(user, "*");
                all.allow("dancu.channel.#", user, BOTH_WAYS);
                all.allow(TEMPORARY, user, REPLYING);
            } else {
                all.hub(user);
                users.stream().filter(User::bus).forEach(bus -> all.bus(bus, user.name()));
            }
        }
        return all.roles;
    }

    private void bus(User bus, String hub) {
        for (String kind : List.of("in", "dlq")) {
            allow("dancu.hub." + hub + "." + kind, bus, REPLAYING);
        }
        for (String kind : List.of("out", "notice", "changes")) {
            allow("dancu.hub." + hub + "." + kind, bus, ASKING);
        }
        allow("dancu.hub." + hub + ".enrichment", bus, READING);
    }

    private void hub(User hub) {
        for (String kind : List.of("in", "enrichment")) {
            allow("dancu.hub." + hub.name() + "." + kind, hub, ASKING);
        }
        for (String kind : List.of("out", "dlq", "notice", "changes")) {
            allow("dancu.hub." + hub.name() + "." + kind, hub, READING);
        }
        allow(TEMPORARY, hub, AWAITING_REPLY);
    }

    private void allow(String pattern, User user, Set<CheckType> allowed) {
        roles.computeIfAbsent(pattern, none -> new HashSet<>())
                .add(new Role(
                        user.name(),
                        allowed.contains(SEND),
                        allowed.contains(CONSUME),
                        allowed.contains(CREATE_DURABLE_QUEUE),
                        false,
                        allowed.contains(CREATE_NON_DURABLE_QUEUE),
                        allowed.contains(DELETE_NON_DURABLE_QUEUE),
                        false,
                        allowed.contains(BROWSE),
                        allowed.contains(CREATE_ADDRESS),
                        allowed.contains(DELETE_ADDRESS),
                        false,
                        false));
    }

    private ArtemisRoles() {}
}
