package vn.dancu.bus.desk.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.retention.ContentKeys;
import vn.dancu.bus.audit.evidence.retention.Retention;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Months of the trail, their archive files, and the keys of personal content. */
@RestController
@RequestMapping("/api/v1/admin/audit")
class RetentionController {

    private final Retention retention;
    private final ContentKeys keys;

    RetentionController(Retention retention, ContentKeys keys) {
        this.retention = retention;
        this.keys = keys;
    }

    /** The month to archive, such as 202610. */
    record ArchiveRequest(RecordKind kind, int month) {

        ArchiveRequest {
            if (month < 190001 || month > 299912 || month % 100 < 1 || month % 100 > 12) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "month", "year and month such as 202610");
            }
        }
    }

    @GetMapping("/months")
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    Paging.Page<Retention.State> months() {
        return new Paging.Page<>(retention.months(), null);
    }

    @GetMapping("/archives")
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    Paging.Page<Retention.Archived> archives() {
        return new Paging.Page<>(retention.archives(), null);
    }

    @PostMapping("/archives")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    Retention.Archived archive(Actor by, HttpServletRequest request) throws IOException {
        ArchiveRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ArchiveRequest.class);
        return retention.archive(by, body.kind(), body.month());
    }

    @GetMapping("/content-keys")
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    Paging.Page<ContentKeys.Period> contentKeys() {
        return new Paging.Page<>(keys.periods(), null);
    }

    @PostMapping("/content-keys/{number}/destruction-request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    void askDestruction(Actor by, HttpServletRequest request, @PathVariable("number") String number) {
        keys.askDestruction(
                by,
                number(number),
                ActReason.checked(
                        "reason",
                        StrictJsonBody.OF_ADMINISTRATION
                                .read(request, ReasonRequest.class)
                                .reason()));
    }

    @PostMapping("/content-keys/{number}/destruction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    void destroy(Actor by, @PathVariable("number") String number) {
        keys.destroy(by, number(number));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{6}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "number", "year and month such as 202610");
        }
        return Integer.parseInt(text);
    }
}
