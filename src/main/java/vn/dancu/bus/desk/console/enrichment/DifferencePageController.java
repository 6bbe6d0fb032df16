package vn.dancu.bus.desk.console.enrichment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.enrichment.DifferenceSearch;
import vn.dancu.bus.desk.inspection.PersonSearchRequest;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.difference.DecisionBatch;
import vn.dancu.bus.enrichment.difference.Difference;
import vn.dancu.bus.enrichment.difference.DifferenceDecision;
import vn.dancu.bus.enrichment.difference.DifferenceFilter;
import vn.dancu.bus.enrichment.difference.DifferenceState;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.enrichment.provenance.EnrichedRecords;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;

/** Differences: the list, both sides of those that were ticked, decisions and their second person. */
@Controller
class DifferencePageController {

    private static final int PAGE = 30;
    private static final int DECISIONS = 20;
    private static final String LIST = "/desk/differences";
    private static final String DECISION = LIST + "/decisions/";

    private final Differences differences;
    private final EnrichedRecords records;
    private final EnrichmentSources sources;

    DifferencePageController(Differences differences, EnrichedRecords records, EnrichmentSources sources) {
        this.differences = differences;
        this.records = records;
        this.sources = sources;
    }

    @GetMapping(LIST)
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    String list(
            @ModelAttribute("form") DifferenceForm form,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        DifferenceFilter filter = form.filter();
        List<Difference> found = differences.list(filter, DifferenceSearch.after(after), PAGE + 1);
        Paging.Page<Difference> page =
                new Paging(null, PAGE).page(found, each -> each.key().toString());
        model.addAttribute("differences", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("base", LIST + "?" + form.address());
        model.addAttribute("sources", sources.all());
        model.addAttribute(
                "outcomes",
                Arrays.stream(RecordOutcome.values())
                        .filter(one -> one.heading() == RecordOutcome.Heading.DIFFERING)
                        .toList());
        model.addAttribute("states", DifferenceState.values());
        model.addAttribute("decisions", DifferenceDecision.values());
        model.addAttribute("waiting", differences.open(filter));
        model.addAttribute("batches", differences.decisions(null, null, DECISIONS));
        boolean isOperator = actor.has(Role.OPERATOR);
        model.addAttribute("mayDecideAll", isOperator && (filter.job() != null || filter.source() != null));
        model.addAttribute("mayLookUp", actor.has(Role.INSPECTOR));
        return "desk/enrichment/differences";
    }

    /** Both sides in clear: an act of the trail keeps who looked at whom, and why. */
    @PostMapping(LIST + "/look")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    String look(
            @ModelAttribute("form") DifferenceForm form, @RequestParam("reason") String reason, Actor by, Model model) {
        model.addAttribute("records", differences.look(by, form.keys(), ActReason.checked("reason", reason)));
        model.addAttribute("decisions", DifferenceDecision.values());
        model.addAttribute("mayDecide", by.has(Role.OPERATOR));
        return "desk/enrichment/comparison";
    }

    @PostMapping(LIST + "/decide")
    @Allowed(Role.OPERATOR)
    String decide(
            @ModelAttribute("form") DifferenceForm form,
            @RequestParam("decision") String decision,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        DecisionBatch made = differences.decide(by, form.order(decision, reason));
        boolean waits = made.state() == DecisionBatch.State.PROPOSED;
        return FormOutcome.done(
                next, waits ? "difference.done-proposed" : "difference.done-decided", DECISION + made.id());
    }

    @GetMapping(DECISION + "{decision}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    String decision(
            @PathVariable("decision") String id,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        DecisionBatch batch =
                differences.find(PathValues.id(id)).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        List<Difference> found = differences.list(
                new DifferenceFilter(null, null, null, null, batch.id()), DifferenceSearch.after(after), PAGE + 1);
        Paging.Page<Difference> page =
                new Paging(null, PAGE).page(found, each -> each.key().toString());
        boolean waits = batch.state() == DecisionBatch.State.PROPOSED;
        boolean decides = actor.has(Role.OPERATOR) || actor.has(Role.APPROVER);
        model.addAttribute("batch", batch);
        model.addAttribute("differences", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("base", DECISION + batch.id() + "?");
        model.addAttribute("mayConfirm", waits && decides && !batch.proposedBy().equals(actor.name()));
        model.addAttribute("mayReject", waits && decides);
        return "desk/enrichment/decision";
    }

    @PostMapping(DECISION + "{decision}/confirm")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String confirm(@PathVariable("decision") String id, Actor by, RedirectAttributes next) {
        DecisionBatch batch = differences.confirm(by, PathValues.id(id));
        return FormOutcome.done(next, "difference.done-decided", DECISION + batch.id());
    }

    @PostMapping(DECISION + "{decision}/reject")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String reject(
            @PathVariable("decision") String id,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        DecisionBatch batch = differences.reject(by, PathValues.id(id), ActReason.checked("reason", reason));
        return FormOutcome.done(next, "difference.done-rejected", DECISION + batch.id());
    }

    /** What is held of somebody, by the number, which stays out of the address. */
    @PostMapping(LIST + "/record")
    @Allowed(Role.INSPECTOR)
    String record(@RequestParam("person") String person, @RequestParam("reason") String reason, Actor by, Model model) {
        PersonalId number = PersonSearchRequest.typed(person);
        model.addAttribute("groups", records.look(by, number, ActReason.checked("reason", reason)));
        return "desk/enrichment/record";
    }
}
