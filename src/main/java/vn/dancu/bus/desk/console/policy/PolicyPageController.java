package vn.dancu.bus.desk.console.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.policy.PolicyDraft;
import vn.dancu.bus.policy.PolicyDrafts;
import vn.dancu.bus.policy.PolicyVersion;
import vn.dancu.bus.policy.PolicyVersions;

/** The versions and the drafts, and one version with what it changed. */
@Controller
class PolicyPageController {

    private static final int PAGE = 20;
    private static final int PARTNERS = 100;

    private final PolicyVersions versions;
    private final PolicyDrafts drafts;

    PolicyPageController(PolicyVersions versions, PolicyDrafts drafts) {
        this.versions = versions;
        this.drafts = drafts;
    }

    @GetMapping("/desk/policy")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    String list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "drafts-after", required = false) @Nullable String draftsAfter,
            Actor actor,
            Model model) {
        Paging.Page<PolicyVersion> published = new Paging(null, PAGE)
                .page(
                        versions.list(PathValues.numberAfter(after, Long.MAX_VALUE), PAGE + 1),
                        version -> Long.toString(version.number()));
        model.addAttribute("versions", published.items());
        model.addAttribute("next", published.next());
        model.addAttribute("newest", newest());
        boolean seesDrafts = actor.has(Role.POLICY_MANAGER) || actor.has(Role.APPROVER) || actor.has(Role.INSPECTOR);
        model.addAttribute("seesDrafts", seesDrafts);
        if (seesDrafts) {
            Paging.Page<PolicyDraft> opened = new Paging(null, PAGE)
                    .page(
                            drafts.list(PathValues.numberAfter(draftsAfter, Long.MAX_VALUE), PAGE + 1),
                            draft -> Long.toString(draft.id()));
            model.addAttribute("drafts", opened.items());
            model.addAttribute("nextDrafts", opened.next());
        }
        model.addAttribute("mayWrite", actor.has(Role.POLICY_MANAGER));
        return "desk/policy/policy";
    }

    @GetMapping("/desk/policy/versions/{number}")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    String look(
            @PathVariable("number") String number,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        PolicyVersion version = find(number);
        Paging.Page<String> partners = new Paging(null, PARTNERS)
                .page(versions.partners(version.number(), after == null ? "" : after, PARTNERS + 1), one -> one);
        model.addAttribute("version", version);
        model.addAttribute("differences", versions.differences(version.number() - 1, version.number()));
        model.addAttribute("partners", partners.items());
        model.addAttribute("next", partners.next());
        model.addAttribute("inForce", version.number() == newest());
        model.addAttribute("mayBringBack", actor.has(Role.POLICY_MANAGER) && version.number() != newest());
        return "desk/policy/version";
    }

    @GetMapping("/desk/policy/versions/{number}/partners/{partner}")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    String rights(@PathVariable("number") String number, @PathVariable("partner") String partner, Model model) {
        PolicyVersion version = find(number);
        PartnerId of = PathValues.partner(partner);
        model.addAttribute("version", version);
        model.addAttribute("partner", of.value());
        model.addAttribute("rights", RightsText.indented(versions.rights(version.number(), of)));
        return "desk/policy/version-rights";
    }

    private PolicyVersion find(String number) {
        return versions.find(PathValues.number(number))
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private long newest() {
        List<PolicyVersion> found = versions.list(Long.MAX_VALUE, 1);
        return found.isEmpty() ? 0 : found.get(0).number();
    }
}
