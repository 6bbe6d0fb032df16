package vn.dancu.bus.desk.contact;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.contact.ContactOfficer;
import vn.dancu.bus.partner.contact.ContactSheet;
import vn.dancu.bus.partner.contact.Contacts;
import vn.dancu.bus.partner.contact.Readiness;
import vn.dancu.bus.partner.contact.ServiceDescription;

/** The register of contacts at the desk: who entered what, and new versions. */
@RestController
@RequestMapping("/api/v1/admin/contacts/{authority}")
class ContactController {

    private final ContactReader register;
    private final Contacts contacts;

    ContactController(ContactReader register, Contacts contacts) {
        this.register = register;
        this.contacts = contacts;
    }

    /** @param basedOn the version that the change starts from, 0 for the first */
    record ContactSheetRequest(
            int basedOn,
            List<ContactOfficer> officers,
            List<ReadinessRequest> readiness,
            List<ServiceDescription> services) {}

    /** @param modes codes of {@link Readiness.Mode} */
    record ReadinessRequest(String subject, LocalDate since, List<String> modes) {}

    @GetMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    ContactResponse look(@PathVariable("authority") String code) {
        return ContactResponse.atTheDesk(register.entry(code));
    }

    @GetMapping("/history")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<ContactResponse> history(
            @PathVariable("authority") String code,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return register.history(code, after, ContactResponse::atTheDesk);
    }

    @PutMapping
    @Allowed(Role.ONBOARDING_CLERK)
    ContactResponse publish(@PathVariable("authority") String code, HttpServletRequest request, Actor actor) {
        ContactSheetRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ContactSheetRequest.class);
        List<Readiness> readiness = new ArrayList<>();
        for (ReadinessRequest one : body.readiness()) {
            readiness.add(new Readiness(
                    one.subject(),
                    one.since(),
                    one.modes().stream().map(ContactController::mode).toList()));
        }
        ContactSheet sheet = new ContactSheet(body.officers(), readiness, body.services());
        Authority authority = register.authority(code);
        return ContactResponse.atTheDesk(contacts.publish(authority.code(), body.basedOn(), sheet, actor));
    }

    private static Readiness.Mode mode(String code) {
        return Arrays.stream(Readiness.Mode.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        BusException.of(ErrorCode.FIELD_INVALID, "modes", "online-call, synchronised or packaged"));
    }
}
