package vn.dancu.bus.desk.console.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.hub.MappingVersion;
import vn.dancu.bus.hub.Mappings;
import vn.dancu.bus.hub.ShareTable;
import vn.dancu.bus.hub.ShareTable.Permits;
import vn.dancu.bus.hub.ShareTable.Share;
import vn.dancu.bus.hub.Shares;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The hub role at a glance: which partners are mapped, and how the quota is split and used. */
@Controller
class HubPageController {

    private static final int SPLITS = 10;

    private final Mappings mappings;
    private final Shares shares;
    private final Partners partners;

    HubPageController(Mappings mappings, Shares shares, Partners partners) {
        this.mappings = mappings;
        this.shares = shares;
        this.partners = partners;
    }

    @GetMapping("/desk/hub")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    String show(Actor actor, Model model) {
        Map<PartnerId, MappingVersion> versions =
                mappings.all().stream().collect(Collectors.toMap(MappingVersion::partner, version -> version));
        List<ShareTable> splits = shares.history(Long.MAX_VALUE, SPLITS);
        model.addAttribute(
                "partners",
                partners.all().stream()
                        .filter(partner -> partner.state() != Partner.State.TERMINATED)
                        .toList());
        model.addAttribute("versions", versions);
        model.addAttribute("splits", splits);
        model.addAttribute("use", shares.use());
        model.addAttribute("base", splits.isEmpty() ? 0 : splits.get(0).number());
        model.addAttribute("now", splits.isEmpty() ? null : splits.get(0));
        model.addAttribute("shareLines", splits.isEmpty() ? "" : lines(splits.get(0)));
        model.addAttribute("mayChange", actor.has(Role.OPERATOR));
        return "desk/hub/hub";
    }

    @PostMapping("/desk/hub/shares")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    String split(
            @RequestParam("base") String base,
            @RequestParam("reason") String reason,
            @RequestParam("perMinute") String perMinute,
            @RequestParam("perDay") String perDay,
            @RequestParam("shares") String lines,
            Actor by,
            RedirectAttributes next) {
        shares.change(
                by,
                number("base", base),
                reason,
                new Permits(number("perMinute", perMinute), number("perDay", perDay)),
                shares(lines));
        return FormOutcome.done(next, "hub.done-split", "/desk/hub");
    }

    private static List<Share> shares(String text) {
        List<Share> read = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            String[] cells = line.split("\\s*[,;\\t]\\s*");
            if (line.isEmpty()) {
                continue;
            }
            if (cells.length != 3 || !PartnerId.isValid(cells[0])) {
                throw BusException.of(
                        ErrorCode.FIELD_INVALID, "shares", "lines of a partner, permits a minute and permits a day");
            }
            read.add(new Share(
                    new PartnerId(cells[0]), new Permits(number("shares", cells[1]), number("shares", cells[2]))));
        }
        return read;
    }

    private static String lines(ShareTable table) {
        return table.shares().stream()
                .map(share -> share.partner() + ", " + share.permits().perMinute() + ", "
                        + share.permits().perDay())
                .collect(Collectors.joining("\n"));
    }

    /** What a form sent as a whole number. */
    static long number(String field, String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,15}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, "a whole number");
        }
        return Long.parseLong(digits);
    }
}
