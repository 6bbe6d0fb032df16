package vn.dancu.bus.desk.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.correction.Correction;
import vn.dancu.bus.citizen.correction.CorrectionOversight;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** How correction requests stand. */
@RestController
@RequestMapping("/api/v1/admin/corrections")
class CorrectionOversightController {

    private final CorrectionOversight corrections;

    CorrectionOversightController(CorrectionOversight corrections) {
        this.corrections = corrections;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<CorrectionStandingResponse> list(
            @RequestParam(required = false) @Nullable String overdue,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<CorrectionStandingResponse> found =
                corrections.list("true".equals(overdue), paging.after(), paging.oneMore()).stream()
                        .map(CorrectionStandingResponse::of)
                        .toList();
        return paging.page(found, CorrectionStandingResponse::number);
    }

    @GetMapping("/{number}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    CorrectionStandingResponse one(@PathVariable("number") String number) {
        return corrections
                .find(number)
                .map(CorrectionStandingResponse::of)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    /** @param document DocumentId of what was sent: its way is in the list of deliveries */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CorrectionStandingResponse(
            String number,
            UUID document,
            String agency,
            String field,
            String state,
            Instant askedAt,
            LocalDate dueOn,
            boolean overdue,
            @Nullable Instant answeredAt) {

        static CorrectionStandingResponse of(Correction correction) {
            Correction.Answer answer = correction.answer();
            return new CorrectionStandingResponse(
                    correction.number(),
                    correction.documentId(),
                    correction.agency(),
                    correction.field().value(),
                    correction.state().code(),
                    correction.askedAt(),
                    correction.dueOn(),
                    correction.isOverdue(),
                    answer == null ? null : answer.at());
        }
    }
}
