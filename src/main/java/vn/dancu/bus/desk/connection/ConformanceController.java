package vn.dancu.bus.desk.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.conformance.ConformanceResults;
import vn.dancu.bus.partner.conformance.ReceivedResult;
import vn.dancu.bus.partner.conformance.SignedResult;

/** Results of conformance at the desk. */
@RestController
@RequestMapping("/api/v1/admin/applications/{partner}/conformance-results")
class ConformanceController {

    private final ConformanceResults results;

    ConformanceController(ConformanceResults results) {
        this.results = results;
    }

    record SignedRequest(String jws) {}

    record CaseResponse(
            String id, boolean mandatory, String vi, String en, String expected, String seen, String outcome) {

        static CaseResponse of(CaseResult one) {
            return new CaseResponse(
                    one.id(),
                    one.mandatory(),
                    one.vi(),
                    one.en(),
                    one.expected(),
                    one.seen(),
                    one.outcome().code());
        }
    }

    record ResultResponse(
            String sha256,
            String run,
            String signer,
            String target,
            Instant ended,
            long passed,
            long failed,
            long skipped,
            String receivedBy,
            Instant receivedAt,
            List<CaseResponse> cases) {

        static ResultResponse of(ReceivedResult received) {
            ConformanceResult result = received.result();
            return new ResultResponse(
                    received.sha256(),
                    result.run(),
                    received.signer(),
                    result.target(),
                    result.ended(),
                    result.passed(),
                    result.failed(),
                    result.skipped(),
                    received.receivedBy(),
                    received.receivedAt(),
                    result.cases().stream().map(CaseResponse::of).toList());
        }
    }

    @GetMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    List<ResultResponse> list(@PathVariable("partner") String partner) {
        return results.of(id(partner)).stream().map(ResultResponse::of).toList();
    }

    @PostMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.OPERATOR})
    ResultResponse receive(@PathVariable("partner") String partner, HttpServletRequest request, Actor actor) {
        SignedRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, SignedRequest.class);
        return ResultResponse.of(results.receive(id(partner), new SignedResult(body.jws()), actor));
    }

    private static PartnerId id(String text) {
        if (!PartnerId.isValid(text)) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        return new PartnerId(text);
    }
}
