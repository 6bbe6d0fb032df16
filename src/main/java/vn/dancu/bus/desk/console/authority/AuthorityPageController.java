package vn.dancu.bus.desk.console.authority;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.connection.ApplicationFields;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.authority.AuthorityKind;
import vn.dancu.bus.partner.authority.BilingualLabel;
import vn.dancu.bus.partner.contact.ContactEntry;
import vn.dancu.bus.partner.contact.Contacts;

/** The authorities, and one of them with its systems and its contacts. */
@Controller
class AuthorityPageController {

    private static final int PAGE = 50;
    private static final int SHOWN_VERSIONS = 20;

    private final Authorities authorities;
    private final Contacts contacts;

    AuthorityPageController(Authorities authorities, Contacts contacts) {
        this.authorities = authorities;
        this.contacts = contacts;
    }

    @GetMapping("/desk/authorities")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    String list(@RequestParam(name = "after", required = false) @Nullable String after, Model model) {
        Paging paging = Paging.of(after, String.valueOf(PAGE));
        Paging.Page<Authority> page =
                paging.page(authorities.list(paging.after(), paging.oneMore()), each -> each.code()
                        .value());
        model.addAttribute("authorities", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("kinds", kinds());
        return "desk/authority/authorities";
    }

    @PostMapping("/desk/authorities")
    @Allowed(Role.ONBOARDING_CLERK)
    String register(
            @RequestParam("code") String code,
            @RequestParam(name = "olderCode", required = false) @Nullable String olderCode,
            @RequestParam("kind") String kind,
            @RequestParam("name") String name,
            Actor by,
            RedirectAttributes next) {
        String older = olderCode == null || olderCode.isBlank() ? null : olderCode.strip();
        Authority registered =
                authorities.register(ApplicationFields.authority(code.strip(), older, kind, name.strip()), by);
        return FormOutcome.done(next, "authority.done-registered", page(registered));
    }

    @GetMapping("/desk/authorities/{code}")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    String look(@PathVariable("code") String code, Actor actor, Model model) {
        Authority authority = find(code);
        List<ContactEntry> versions = contacts.history(authority.code(), null, SHOWN_VERSIONS);
        ContactEntry entry = versions.isEmpty() ? null : versions.get(0);
        model.addAttribute("authority", authority);
        model.addAttribute("kinds", kinds());
        model.addAttribute("systems", authorities.systems(authority));
        model.addAttribute("entry", entry);
        model.addAttribute("returned", contacts.returned(authority.code()));
        model.addAttribute("versions", versions);
        model.addAttribute("form", ContactForm.of(entry));
        model.addAttribute("mayChange", actor.has(Role.ONBOARDING_CLERK));
        return "desk/authority/authority";
    }

    @PostMapping("/desk/authorities/{code}")
    @Allowed(Role.ONBOARDING_CLERK)
    String change(
            @PathVariable("code") String code,
            @RequestParam("kind") String kind,
            @RequestParam("name") String name,
            Actor by,
            RedirectAttributes next) {
        Authority known = find(code);
        authorities.change(
                new Authority(known.code(), known.registeredOlderCode(), kind, ApplicationFields.name(name.strip())),
                by);
        return FormOutcome.done(next, "authority.done-changed", page(known));
    }

    /** Puts a new version of the entry into force; of two at once the second is refused. */
    @PostMapping("/desk/authorities/{code}/contacts")
    @Allowed(Role.ONBOARDING_CLERK)
    String publish(
            @PathVariable("code") String code,
            @RequestParam Map<String, String> fields,
            Actor by,
            RedirectAttributes next) {
        Authority authority = find(code);
        ContactForm form = ContactForm.of(fields);
        contacts.publish(authority.code(), form.basedOn(), form.sheet(), by);
        return FormOutcome.done(next, "authority.done-published", page(authority));
    }

    private Authority find(String code) {
        return authorities.find(code).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private Map<String, BilingualLabel> kinds() {
        return authorities.kinds().stream()
                .collect(Collectors.toMap(
                        AuthorityKind::id, AuthorityKind::name, (one, other) -> one, LinkedHashMap::new));
    }

    private static String page(Authority authority) {
        return "/desk/authorities/" + authority.code().value();
    }
}
