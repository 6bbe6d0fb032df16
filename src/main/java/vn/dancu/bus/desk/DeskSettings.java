package vn.dancu.bus.desk;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/**
 * Who may administer the bus.
 *
 * @param users accounts with a password each, for the sandbox; none in production
 */
@ConfigurationProperties("dancu.desk")
public record DeskSettings(@DefaultValue List<User> users) {

    public DeskSettings {
        users = List.copyOf(users);
        if (users.stream().map(User::name).distinct().count() < users.size()) {
            throw new IllegalArgumentException("dancu.desk.users must not name an account twice");
        }
    }

    /**
     * One account.
     *
     * @param name as in {@link Actor}
     * @param password in clear: everybody knows those of the sandbox
     * @param roles codes of {@link Role}
     */
    public record User(String name, String password, List<String> roles) {

        public User {
            roles = List.copyOf(roles);
            if (!Actor.isValid(name)) {
                throw new IllegalArgumentException("dancu.desk.users: a name is 2 to 64 of [a-z0-9._@-]");
            }
            if (password.isBlank()) {
                throw new IllegalArgumentException("dancu.desk.users: " + name + " must have a password");
            }
            if (roles.isEmpty()
                    || !roles.stream().allMatch(role -> Role.byCode(role).isPresent())) {
                throw new IllegalArgumentException("dancu.desk.users: " + name + " must have roles of the bus");
            }
        }

        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }
}
