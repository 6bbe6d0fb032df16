package vn.dancu.bus.desk.console.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.PolicyDraft;
import vn.dancu.bus.policy.PolicyDrafts;
import vn.dancu.bus.policy.PolicyFlaw;
import vn.dancu.bus.policy.PolicyVersions;

/** One draft: a partner's rights in it, what is wrong, what it would change; published by somebody who did not write in it. */
@Controller
class DraftPageController {

    private static final String DRAFTS = "/desk/policy/drafts";

    private final PolicyDrafts drafts;
    private final PolicyVersions versions;
    private final Partners partners;

    DraftPageController(PolicyDrafts drafts, PolicyVersions versions, Partners partners) {
        this.drafts = drafts;
        this.versions = versions;
        this.partners = partners;
    }

    @PostMapping(DRAFTS)
    @Allowed(Role.POLICY_MANAGER)
    String open(
            @RequestParam("note") String note,
            @RequestParam(name = "fromVersion", required = false) @Nullable String from,
            Actor by,
            RedirectAttributes next) {
        Long origin = from == null || from.isBlank() ? null : PathValues.number(from.strip());
        PolicyDraft opened = drafts.open(origin, note, by);
        return FormOutcome.done(next, "policy.done-opened", page(opened.id()));
    }

    @GetMapping(DRAFTS + "/{id}")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.INSPECTOR})
    String look(@PathVariable("id") String id, Actor actor, Model model) {
        PolicyDraft draft = find(id);
        List<PolicyFlaw> findings = drafts.findings(draft.id());
        boolean open = draft.state() == PolicyDraft.State.OPEN;
        boolean decides = open && (actor.has(Role.POLICY_MANAGER) || actor.has(Role.APPROVER));
        boolean wrote = draft.authors().contains(actor.name());
        model.addAttribute("draft", draft);
        model.addAttribute("findings", findings);
        model.addAttribute("differences", findings.isEmpty() ? drafts.differences(draft.id()) : List.of());
        model.addAttribute("outdated", open && versions.find(draft.base() + 1).isPresent());
        model.addAttribute("partners", partners.all());
        model.addAttribute("mayWrite", open && actor.has(Role.POLICY_MANAGER));
        model.addAttribute("mayDiscard", decides);
        model.addAttribute("mayPublish", decides && !wrote && findings.isEmpty());
        model.addAttribute("waitsForAnother", decides && wrote);
        return "desk/policy/draft";
    }

    /** The partner stands in the query, so that a form of one field leads here. */
    @GetMapping(DRAFTS + "/{id}/rights")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.INSPECTOR})
    String rights(@PathVariable("id") String id, @RequestParam("partner") String partner, Actor actor, Model model) {
        PolicyDraft draft = find(id);
        Partner of = partners.find(PathValues.partner(partner))
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner"));
        String source = "/" + of.id().value();
        model.addAttribute("draft", draft);
        model.addAttribute("partner", of);
        model.addAttribute("rights", RightsText.indented(drafts.rights(draft.id(), of.id())));
        model.addAttribute("written", draft.partners().contains(of.id().value()));
        model.addAttribute(
                "findings",
                drafts.findings(draft.id()).stream()
                        .filter(flaw -> flaw.source().endsWith(source))
                        .toList());
        model.addAttribute("purposes", versions.purposes().all());
        model.addAttribute("longest", PolicyDrafts.MAX_RIGHTS_LENGTH);
        model.addAttribute("mayWrite", draft.state() == PolicyDraft.State.OPEN && actor.has(Role.POLICY_MANAGER));
        return "desk/policy/rights";
    }

    @PostMapping(DRAFTS + "/{id}/rights")
    @Allowed(Role.POLICY_MANAGER)
    String write(
            @PathVariable("id") String id,
            @RequestParam("partner") String partner,
            @RequestParam("rights") String rights,
            Actor by,
            RedirectAttributes next) {
        long draft = PathValues.number(id);
        PartnerId of = PathValues.partner(partner);
        List<PolicyFlaw> findings = drafts.write(draft, of, rights.replace("\r\n", "\n"), by);
        return FormOutcome.done(
                next,
                findings.isEmpty() ? "policy.done-written" : "policy.done-written-wrong",
                page(draft) + "/rights?partner=" + of.value());
    }

    @PostMapping(DRAFTS + "/{id}/rights/leave")
    @Allowed(Role.POLICY_MANAGER)
    String leave(
            @PathVariable("id") String id, @RequestParam("partner") String partner, Actor by, RedirectAttributes next) {
        long draft = PathValues.number(id);
        drafts.leave(draft, PathValues.partner(partner), by);
        return FormOutcome.done(next, "policy.done-left", page(draft));
    }

    @PostMapping(DRAFTS + "/{id}/publish")
    @ChangesConfiguration
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER})
    String publish(@PathVariable("id") String id, Actor by, RedirectAttributes next) {
        long number = drafts.publish(PathValues.number(id), by).number();
        return FormOutcome.done(next, "policy.done-published", "/desk/policy/versions/" + number);
    }

    @PostMapping(DRAFTS + "/{id}/discard")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER})
    String discard(@PathVariable("id") String id, Actor by, RedirectAttributes next) {
        long draft = PathValues.number(id);
        drafts.discard(draft, by);
        return FormOutcome.done(next, "policy.done-discarded", page(draft));
    }

    private PolicyDraft find(String id) {
        return drafts.find(PathValues.number(id)).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private static String page(long draft) {
        return DRAFTS + "/" + draft;
    }
}
