package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.OwnRights;

/** A partner manages its officers and switches its procedures, each inside what the policy lets it. */
@RestController
@RequestMapping("/api/v1")
class OwnRightsController {

    private final OwnRights rights;

    OwnRightsController(OwnRights rights) {
        this.rights = rights;
    }

    @GetMapping("/officers")
    OfficersResponse officers(Principal partner) {
        PartnerId id = new PartnerId(partner.getName());
        return new OfficersResponse(
                rights.officerLimit(id),
                rights.officers(id).stream().map(OfficerResponse::of).toList());
    }

    @GetMapping("/officers/{code}")
    OfficerResponse officer(@PathVariable("code") String code, Principal partner) {
        return rights.officer(new PartnerId(partner.getName()), code)
                .map(OfficerResponse::of)
                .orElseThrow(OwnRightsController::unknown);
    }

    @PutMapping("/officers/{code}")
    OfficerResponse register(@PathVariable("code") String code, HttpServletRequest request, Principal partner) {
        Instant until =
                StrictJsonBody.OF_PARTNERS.read(request, OfficerRequest.class).hieuLucDen();
        return OfficerResponse.of(rights.register(new PartnerId(partner.getName()), code, until));
    }

    @DeleteMapping("/officers/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("code") String code, Principal partner) {
        rights.remove(new PartnerId(partner.getName()), code);
    }

    @GetMapping("/procedures")
    ProceduresResponse procedures(Principal partner) {
        return new ProceduresResponse(rights.procedures(new PartnerId(partner.getName())).stream()
                .map(ProcedureResponse::of)
                .toList());
    }

    @GetMapping("/procedures/{code}")
    ProcedureResponse procedure(@PathVariable("code") String code, Principal partner) {
        return rights.procedures(new PartnerId(partner.getName())).stream()
                .filter(it -> it.code().equals(code))
                .map(ProcedureResponse::of)
                .findFirst()
                .orElseThrow(OwnRightsController::unknown);
    }

    @PutMapping("/procedures/{code}")
    ProcedureResponse switchTo(@PathVariable("code") String code, HttpServletRequest request, Principal partner) {
        boolean open =
                StrictJsonBody.OF_PARTNERS.read(request, ProcedureRequest.class).mo();
        return ProcedureResponse.of(rights.switchTo(new PartnerId(partner.getName()), code, open));
    }

    private static BusException unknown() {
        return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }

    private record OfficerRequest(@Nullable Instant hieuLucDen) {}

    private record ProcedureRequest(boolean mo) {}

    private record OfficersResponse(
            @JsonProperty("gioiHan") int limit, @JsonProperty("canBo") List<OfficerResponse> officers) {}

    private record OfficerResponse(
            @JsonProperty("maCanBo") String code,
            @JsonProperty("hieuLucDen") @Nullable Instant until,
            @JsonProperty("thoiDiemThem") Instant addedAt) {

        static OfficerResponse of(OwnRights.Officer officer) {
            return new OfficerResponse(officer.code(), officer.until(), officer.addedAt());
        }
    }

    private record ProceduresResponse(@JsonProperty("thuTuc") List<ProcedureResponse> procedures) {}

    private record ProcedureResponse(@JsonProperty("maDVC") String code, @JsonProperty("mo") boolean open) {

        static ProcedureResponse of(OwnRights.Procedure procedure) {
            return new ProcedureResponse(procedure.code(), procedure.open());
        }
    }
}
