package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
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
    Officers officers(Principal partner) {
        PartnerId id = new PartnerId(partner.getName());
        return new Officers(
                rights.officerLimit(id),
                rights.officers(id).stream().map(Officer::of).toList());
    }

    @GetMapping("/officers/{code}")
    Officer officer(@PathVariable("code") String code, Principal partner) {
        return rights.officer(new PartnerId(partner.getName()), code)
                .map(Officer::of)
                .orElseThrow(OwnRightsController::unknown);
    }

    @PutMapping("/officers/{code}")
    Officer register(@PathVariable("code") String code, HttpServletRequest request, Principal partner) {
        Instant until = StrictJsonBody.of(request, Set.of("hieuLucDen")).time("hieuLucDen");
        return Officer.of(rights.register(new PartnerId(partner.getName()), code, until));
    }

    @DeleteMapping("/officers/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("code") String code, Principal partner) {
        rights.remove(new PartnerId(partner.getName()), code);
    }

    @GetMapping("/procedures")
    Procedures procedures(Principal partner) {
        return new Procedures(rights.procedures(new PartnerId(partner.getName())).stream()
                .map(Procedure::of)
                .toList());
    }

    @GetMapping("/procedures/{code}")
    Procedure procedure(@PathVariable("code") String code, Principal partner) {
        return rights.procedures(new PartnerId(partner.getName())).stream()
                .filter(it -> it.code().equals(code))
                .map(Procedure::of)
                .findFirst()
                .orElseThrow(OwnRightsController::unknown);
    }

    @PutMapping("/procedures/{code}")
    Procedure switchTo(@PathVariable("code") String code, HttpServletRequest request, Principal partner) {
        boolean open = StrictJsonBody.of(request, Set.of("mo")).flag("mo");
        return Procedure.of(rights.switchTo(new PartnerId(partner.getName()), code, open));
    }

    private static BusException unknown() {
        return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }

    private record Officers(@JsonProperty("gioiHan") int limit, @JsonProperty("canBo") List<Officer> officers) {}

    private record Officer(
            @JsonProperty("maCanBo") String code,
            @JsonProperty("hieuLucDen") @Nullable Instant until,
            @JsonProperty("thoiDiemThem") Instant addedAt) {

        static Officer of(OwnRights.Officer officer) {
            return new Officer(officer.code(), officer.until(), officer.addedAt());
        }
    }

    private record Procedures(@JsonProperty("thuTuc") List<Procedure> procedures) {}

    private record Procedure(@JsonProperty("maDVC") String code, @JsonProperty("mo") boolean open) {

        static Procedure of(OwnRights.Procedure procedure) {
            return new Procedure(procedure.code(), procedure.open());
        }
    }
}
