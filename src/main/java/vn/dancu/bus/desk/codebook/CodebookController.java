package vn.dancu.bus.desk.codebook;

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
import vn.dancu.bus.codebook.CodebookSettings;
import vn.dancu.bus.codebook.CodebookState;
import vn.dancu.bus.codebook.Codebooks;
import vn.dancu.bus.codebook.MissingCode;
import vn.dancu.bus.codebook.PullRecord;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Code lists of the platform. */
@RestController
@RequestMapping("/api/v1/admin/codebooks")
class CodebookController {

    private final Codebooks codebooks;

    CodebookController(Codebooks codebooks) {
        this.codebooks = codebooks;
    }

    private record CodesRequest(List<String> codes, String reason) {}

    private record AcceptanceRequest(String hash, String reason) {}

    /** @param codes how many were decided */
    record DecidedResponse(int codes) {}

    @GetMapping
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<CodebookState> list() {
        return new Paging.Page<>(codebooks.all(), null);
    }

    @GetMapping("/{list}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    CodebookState show(@PathVariable("list") String list) {
        return codebooks.find(list(list)).orElseThrow(CodebookController::unknown);
    }

    @GetMapping("/{list}/changes")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<CodebookChangeResponse> changes(
            @PathVariable("list") String list,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<CodebookChangeResponse> found =
                codebooks.changes(list(list), PathValues.numberAfter(after, Long.MAX_VALUE), paging.oneMore()).stream()
                        .map(CodebookChangeResponse::of)
                        .toList();
        return paging.page(found, each -> Long.toString(each.number()));
    }

    @GetMapping("/missing")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<MissingCode> missing(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        int from = (int) Math.min(PathValues.numberAfter(after, 0), Integer.MAX_VALUE / 2);
        return paging.page(codebooks.missing(from, paging.oneMore()), last -> Integer.toString(from + paging.limit()));
    }

    @GetMapping("/pulls")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<PullRecord> pulls(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return paging.page(
                codebooks.pulls(PathValues.numberAfter(after, Long.MAX_VALUE), paging.oneMore()),
                each -> Long.toString(each.number()));
    }

    @PostMapping("/pulls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.OPERATOR)
    void pull(Actor by) {
        codebooks.pullNow(by);
    }

    @PostMapping("/{list}/endings")
    @ChangesConfiguration
    @Allowed({Role.OPERATOR, Role.APPROVER})
    DecidedResponse end(Actor by, @PathVariable("list") String list, HttpServletRequest request) {
        CodesRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, CodesRequest.class);
        return new DecidedResponse(codebooks.end(by, list(list), body.codes(), body.reason()));
    }

    @PostMapping("/{list}/keepings")
    @ChangesConfiguration
    @Allowed({Role.OPERATOR, Role.APPROVER})
    DecidedResponse keep(Actor by, @PathVariable("list") String list, HttpServletRequest request) {
        CodesRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, CodesRequest.class);
        return new DecidedResponse(codebooks.keep(by, list(list), body.codes(), body.reason()));
    }

    @PostMapping("/{list}/acceptance")
    @ChangesConfiguration
    @Allowed({Role.OPERATOR, Role.APPROVER})
    CodebookState accept(Actor by, @PathVariable("list") String list, HttpServletRequest request) {
        AcceptanceRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, AcceptanceRequest.class);
        return codebooks.accept(by, list(list), body.hash(), body.reason());
    }

    private static String list(String code) {
        if (!CodebookSettings.isListCode(code)) {
            throw unknown();
        }
        return code;
    }

    private static BusException unknown() {
        return BusException.of(ErrorCode.RESOURCE_UNKNOWN, "list", "the code of a list that was fetched");
    }
}
