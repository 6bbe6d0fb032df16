package vn.dancu.bus.desk.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/**
 * An entry of the navigation; each page group makes one a page as a bean.
 *
 * @param path where the page is, such as {@code /desk/messages}
 * @param title key of its name in {@code desk/*_vi.properties} and {@code desk/*_en.properties}
 * @param section under which heading it stands
 * @param order where in its section, small numbers first
 * @param roles who sees it; the controller's {@code @Allowed} decides who may open it
 */
public record ConsolePage(String path, String title, Section section, int order, Set<Role> roles) {

    /** All roles of people. */
    public static final Set<Role> EVERYBODY =
            Set.of(Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR);

    /** The headings of the navigation, in their order; the name of one is {@code section.<name in small letters>}. */
    public enum Section {
        TODAY,
        MESSAGES,
        PARTNERS,
        ROUTES,
        OVERSIGHT,
        SYSTEM;

        public String title() {
            return "section." + name().toLowerCase(Locale.ROOT);
        }
    }

    public ConsolePage {
        roles = Set.copyOf(roles);
    }

    /** Whether somebody sees the entry. */
    public boolean isFor(Actor actor) {
        return roles.stream().anyMatch(actor::has);
    }

    /** Whether that address is this page or one below it. */
    public boolean contains(String address) {
        return address.equals(path) || !path.equals("/desk") && address.startsWith(path + "/");
    }

    /** A heading with the entries that somebody sees. */
    public record Group(Section section, List<ConsolePage> pages) {}
}
