package vn.dancu.bus.desk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Who acts, from a sign-in; authorities that are no role of the bus are left aside. */
final class ActingAs {

    static final String PREFIX = "ROLE_";

    static Actor of(Authentication authentication) {
        Set<Role> roles = roles(authentication.getAuthorities());
        if (roles.isEmpty() || !Actor.isValid(authentication.getName())) {
            throw new BusException(ErrorCode.ROLE_MISSING, null);
        }
        return new Actor(authentication.getName(), roles);
    }

    private static Set<Role> roles(Collection<? extends GrantedAuthority> authorities) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (GrantedAuthority authority : authorities) {
            String name = String.valueOf(authority.getAuthority());
            if (name.startsWith(PREFIX)) {
                Role.byCode(name.substring(PREFIX.length())).ifPresent(roles::add);
            }
        }
        return roles;
    }

    private ActingAs() {}
}
