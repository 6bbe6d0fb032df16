package vn.dancu.bus.desk.enrichment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.desk.inspection.PersonSearchRequest;
import vn.dancu.bus.enrichment.difference.DecisionBatch;
import vn.dancu.bus.enrichment.difference.Difference;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.enrichment.provenance.EnrichedRecords;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Differences and what is decided of them, and where the enriched values of a person come from. */
@RestController
@RequestMapping("/api/v1/admin")
class DifferenceController {

    private final Differences differences;
    private final EnrichedRecords records;

    DifferenceController(Differences differences, EnrichedRecords records) {
        this.differences = differences;
        this.records = records;
    }

    private record LookRequest(List<String> differences, String reason) {}

    private record RecordLookRequest(@Nullable String soDinhDanh, @Nullable String soCMND, String reason) {
        /** The numbers stay out of logs. */
        @Override
        public String toString() {
            return "RecordLookRequest[masked]";
        }
    }

    @GetMapping("/enrichment-differences")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    Paging.Page<DifferenceResponse> list(
            @RequestParam(name = "job", required = false) @Nullable String job,
            @RequestParam(name = "source", required = false) @Nullable String source,
            @RequestParam(name = "outcome", required = false) @Nullable String outcome,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "decision", required = false) @Nullable String decision,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<Difference> found = differences.list(
                DifferenceSearch.filter(job, source, outcome, state, decision),
                DifferenceSearch.after(after),
                paging.oneMore());
        Paging.Page<Difference> page = paging.page(found, each -> each.key().toString());
        return new Paging.Page<>(
                page.items().stream().map(DifferenceResponse::of).toList(), page.next());
    }

    @PostMapping("/enrichment-differences/look")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    Paging.Page<ComparisonResponse> look(Actor by, HttpServletRequest request) {
        LookRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, LookRequest.class);
        String reason = ActReason.checked("reason", body.reason());
        return new Paging.Page<>(
                differences.look(by, DifferenceSearch.keys(body.differences()), reason).stream()
                        .map(ComparisonResponse::of)
                        .toList(),
                null);
    }

    @PostMapping("/enrichment-records/look")
    @Allowed(Role.INSPECTOR)
    Paging.Page<HeldGroupResponse> record(Actor by, HttpServletRequest request) {
        RecordLookRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, RecordLookRequest.class);
        String reason = ActReason.checked("reason", body.reason());
        PersonSearchRequest asked = new PersonSearchRequest(
                body.soDinhDanh(), body.soCMND(), null, null, null, null, null, null, null, null, null);
        return new Paging.Page<>(
                records.look(by, asked.person(), reason).stream()
                        .map(HeldGroupResponse::of)
                        .toList(),
                null);
    }

    @PostMapping("/enrichment-decisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    DecisionResponse decide(Actor by, HttpServletRequest request) {
        DecisionRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, DecisionRequest.class);
        return DecisionResponse.of(differences.decide(by, body.order()));
    }

    @GetMapping("/enrichment-decisions")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    Paging.Page<DecisionResponse> decisions(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<DecisionResponse> found =
                differences
                        .decisions(DifferenceSearch.batchState(state), PathValues.idAfter(after), paging.oneMore())
                        .stream()
                        .map(DecisionResponse::of)
                        .toList();
        return paging.page(found, decision -> decision.id().toString());
    }

    @GetMapping("/enrichment-decisions/{id}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    DecisionResponse show(@PathVariable("id") String id) {
        DecisionBatch decision =
                differences.find(PathValues.id(id)).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        return DecisionResponse.of(decision);
    }

    @PostMapping("/enrichment-decisions/{id}/confirm")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    DecisionResponse confirm(Actor by, @PathVariable("id") String id) {
        return DecisionResponse.of(differences.confirm(by, PathValues.id(id)));
    }

    @PostMapping("/enrichment-decisions/{id}/reject")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    DecisionResponse reject(Actor by, HttpServletRequest request, @PathVariable("id") String id) {
        ReasonRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReasonRequest.class);
        return DecisionResponse.of(
                differences.reject(by, PathValues.id(id), ActReason.checked("reason", body.reason())));
    }
}
