package vn.dancu.bus.desk.console.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.ActingAs;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.suspension.Suspensions;

/** What the layout needs on every page. */
@ControllerAdvice(basePackages = "vn.dancu.bus.desk.console")
class PageModel {

    static final String PROBLEM = "problem";
    static final String THEME_COOKIE = "dancu-desk-theme";

    private final List<ConsolePage> pages;
    private final ConsoleFiles files;
    private final Moments moments;
    private final RefusalRules rules = new RefusalRules();

    PageModel(List<ConsolePage> pages, ConsoleFiles files, Moments moments) {
        this.pages = pages;
        this.files = files;
        this.moments = moments;
    }

    @ModelAttribute
    void fill(HttpServletRequest request, Model model) {
        values(request).forEach((name, value) -> {
            // What a refused form entered came with the redirect.
            if (!model.containsAttribute(name)) {
                model.addAttribute(name, value);
            }
        });
    }

    Map<String, Object> values(HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        values.put("files", files.folder());
        values.put("moments", moments);
        values.put("rules", rules);
        values.put("longestReason", ActReason.MAX_LENGTH);
        values.put("longestOrder", Suspensions.MAX_TEXT_LENGTH);
        values.put("language", RequestContextUtils.getLocale(request).getLanguage());
        values.put("theme", theme(request));
        values.put("here", here(request));
        values.put("entered", Map.of());
        Actor actor = actor(request);
        if (actor != null) {
            values.put("actor", actor);
            values.put("roleCodes", actor.roles().stream().map(Role::code).toList());
            values.put("menu", menu(actor));
            values.put("current", current(request.getRequestURI()));
        }
        return values;
    }

    private List<ConsolePage.Group> menu(Actor actor) {
        List<ConsolePage.Group> menu = new ArrayList<>();
        for (ConsolePage.Section section : ConsolePage.Section.values()) {
            List<ConsolePage> shown = pages.stream()
                    .filter(page -> page.section() == section && page.isFor(actor))
                    .sorted(Comparator.comparingInt(ConsolePage::order))
                    .toList();
            if (!shown.isEmpty()) {
                menu.add(new ConsolePage.Group(section, shown));
            }
        }
        return menu;
    }

    private String current(String address) {
        return pages.stream()
                .filter(page -> page.contains(address))
                .map(ConsolePage::path)
                .findFirst()
                .orElse("");
    }

    /** The address of the page, to which a form comes back; after a refused form that address itself is a form's. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("GET")
                ? request.getRequestURI() + (query == null ? "" : "?" + query)
                : "/desk";
    }

    private static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return cookie != null && PreferenceController.THEMES.contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    private static @Nullable Actor actor(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Authentication signedIn)) {
            return null;
        }
        try {
            return ActingAs.of(signedIn);
        } catch (BusException e) {
            // Signed in without any role of the desk: the page says so.
            return null;
        }
    }
}
