package vn.dancu.bus.desk.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.policy.PolicyVersion;
import vn.dancu.bus.policy.PolicyVersions;
import vn.dancu.bus.policy.RightsDifference;

/** What was published. */
@RestController
@RequestMapping("/api/v1/admin/policy")
class PolicyVersionController {

    private final PolicyVersions versions;

    PolicyVersionController(PolicyVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/versions")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<PolicyVersion> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        return paging.page(
                versions.list(PathValues.numberAfter(paging.after(), Long.MAX_VALUE), paging.oneMore()),
                it -> Long.toString(it.number()));
    }

    @GetMapping("/versions/{number}")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    PolicyVersion one(@PathVariable("number") String number) {
        return version(number);
    }

    @GetMapping("/versions/{number}/partners")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<String> partners(
            @PathVariable("number") String number,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        String last = paging.after();
        return paging.page(
                versions.partners(version(number).number(), last == null ? "" : last, paging.oneMore()), it -> it);
    }

    @GetMapping("/versions/{number}/partners/{partner}")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    ResponseEntity<byte[]> rights(@PathVariable("number") String number, @PathVariable("partner") String partner) {
        return json(versions.rights(version(number).number(), PathValues.partner(partner)));
    }

    /** What a version changed of the one before, or of the one that {@code from} names. */
    @GetMapping("/versions/{number}/diff")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR})
    DifferencesResponse differences(
            @PathVariable("number") String number,
            @RequestParam(name = "from", required = false) @Nullable String from) {
        long to = version(number).number();
        return new DifferencesResponse(versions.differences(from == null ? to - 1 : PathValues.number(from), to));
    }

    @GetMapping("/purposes")
    @Allowed({Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR, Role.ONBOARDING_CLERK})
    PurposesResponse purposes() {
        return new PurposesResponse(versions.purposes().all().stream()
                .map(it -> new PurposeResponse(it.code().value(), it.name(), it.nameEn(), it.legalBasis()))
                .toList());
    }

    static ResponseEntity<byte[]> json(String text) {
        return ResponseEntity.ok().contentType(JsonAnswer.JSON).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private PolicyVersion version(String number) {
        return versions.find(PathValues.number(number))
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    /** What differs. */
    record DifferencesResponse(List<RightsDifference> differences) {}

    private record PurposeResponse(String code, String name, String nameEn, String legalBasis) {}

    private record PurposesResponse(List<PurposeResponse> purposes) {}
}
