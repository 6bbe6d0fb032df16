package vn.dancu.bus.desk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Derives the actor from a sign-in; authorities that are not roles of people are ignored. */
public final class ActingAs {

    static final String ROLE_PREFIX = "ROLE_";

    /** Roles of the bus and of partners' systems; a sign-in at the desk never gives them. */
    private static final Set<Role> NOT_OF_PEOPLE = Set.of(Role.BUS, Role.PARTNER, Role.CITIZEN);

    public static Actor of(Authentication authentication) {
        Set<Role> roles = roles(authentication.getAuthorities());
        if (roles.isEmpty() || !isPerson(authentication.getName())) {
            throw new BusException(ErrorCode.ROLE_MISSING, null);
        }
        return new Actor(authentication.getName(), roles);
    }

    /** Whether the text can be the account of a person. */
    static boolean isPerson(String name) {
        return Actor.isValid(name) && !name.equals(Actor.BUS.name());
    }

    static Optional<Role> roleOfPeople(String code) {
        return Role.byCode(code).filter(role -> !NOT_OF_PEOPLE.contains(role));
    }

    private static Set<Role> roles(Collection<? extends GrantedAuthority> authorities) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (GrantedAuthority authority : authorities) {
            String name = String.valueOf(authority.getAuthority());
            if (name.startsWith(ROLE_PREFIX)) {
                roleOfPeople(name.substring(ROLE_PREFIX.length())).ifPresent(roles::add);
            }
        }
        return roles;
    }

    private ActingAs() {}
}
