package vn.dancu.bus.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who does something in the administration of the bus.
 *
 * @param name the account's name: 2 to 64 of {@code [a-z0-9._@-]}, first a letter or digit
 * @param roles never empty
 */
public record Actor(String name, Set<Role> roles) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    /** The bus itself, for scheduled actions. */
    public static final Actor BUS = new Actor("dancu-bus", Set.of(Role.BUS));

    /** A person at one of the citizens' doors; which one is said by the keyed hash that an act has. */
    public static final Actor CITIZEN = new Actor("cong-dan", Set.of(Role.CITIZEN));

    /** Such a person where somebody else is concerned: a child, or whom the person represents. */
    public static final Actor REPRESENTATIVE = new Actor("nguoi-dai-dien", Set.of(Role.CITIZEN));

    public Actor {
        if (!isValid(name)) {
            throw new IllegalArgumentException("An account is 2 to 64 of [a-z0-9._@-], first a letter or digit");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("An actor has at least one role");
        }
        roles = Set.copyOf(roles);
    }

    /** A partner's own system. */
    public static Actor of(PartnerId partner) {
        return new Actor(partner.value(), Set.of(Role.PARTNER));
    }

    /** Whether the text, which may come from a token, has the form of an account's name. */
    public static boolean isValid(String name) {
        return name.length() <= 64 && FORM.matcher(name).matches();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return name;
    }
}
