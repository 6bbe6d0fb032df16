package vn.dancu.bus.desk.console.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.retention.ContentKeys;
import vn.dancu.bus.audit.evidence.retention.Retention;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Months of the trail, their archive files, and the keys of personal content, which two persons destroy. */
@Controller
class RetentionPageController {

    private static final String HERE = "/desk/retention";

    private final Retention retention;
    private final ContentKeys keys;
    private final Clock clock;

    RetentionPageController(Retention retention, ContentKeys keys, Clock clock) {
        this.retention = retention;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping(HERE)
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    String list(Actor actor, Model model) {
        YearMonth present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        model.addAttribute("present", present.getYear() * 100 + present.getMonthValue());
        model.addAttribute("months", retention.months());
        model.addAttribute("archives", retention.archives());
        model.addAttribute("keys", keys.periods());
        model.addAttribute("mayArchive", actor.has(Role.OPERATOR));
        model.addAttribute("mayDestroy", actor.has(Role.OPERATOR) || actor.has(Role.APPROVER));
        return "desk/evidence/retention";
    }

    @PostMapping(HERE + "/archives/{kind}/{month}")
    @Allowed(Role.OPERATOR)
    String archive(
            @PathVariable("kind") String kind, @PathVariable("month") String month, Actor by, RedirectAttributes next)
            throws IOException {
        RecordKind of = Arrays.stream(RecordKind.values())
                .filter(one -> one.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "kind", "a kind of records"));
        retention.archive(by, of, month(month));
        return FormOutcome.done(next, "retention.done-archived", HERE);
    }

    @PostMapping(HERE + "/keys/{month}/ask")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String askDestruction(
            @PathVariable("month") String month,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        keys.askDestruction(by, month(month), ActReason.checked("reason", reason));
        return FormOutcome.done(next, "retention.done-asked", HERE);
    }

    @PostMapping(HERE + "/keys/{month}/destroy")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String destroy(@PathVariable("month") String month, Actor by, RedirectAttributes next) {
        keys.destroy(by, month(month));
        return FormOutcome.done(next, "retention.done-destroyed", HERE);
    }

    private static int month(String text) {
        long number = PathValues.number(text);
        if (number > Integer.MAX_VALUE) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "month", "year and month such as 202610");
        }
        return (int) number;
    }
}
