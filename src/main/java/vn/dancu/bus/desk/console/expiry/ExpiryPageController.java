package vn.dancu.bus.desk.console.expiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.expiry.Expiries;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.kernel.Role;

/** Certificates, keys, credentials, agreements and lists, what ends first at the top. */
@Controller
class ExpiryPageController {

    private final Expiries expiries;

    ExpiryPageController(Expiries expiries) {
        this.expiries = expiries;
    }

    /** @param tone colour of its state */
    record Line(ExpiringItem item, ExpiringItem.State state, String tone, @Nullable Long daysLeft) {

        static Line of(ExpiringItem item, Instant now) {
            ExpiringItem.State state = item.stateAt(now);
            String tone =
                    switch (state) {
                        case EXPIRED, URGENT -> "bad";
                        case SOON -> "warn";
                        case COMING -> "info";
                        case VALID -> "good";
                        case ENDLESS -> "idle";
                    };
            return new Line(item, state, tone, item.daysLeft(now));
        }
    }

    @GetMapping("/desk/certificates")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String list(@RequestParam(name = "kind", required = false) @Nullable String kind, Model model) {
        Instant now = expiries.now();
        List<Line> all =
                expiries.list().stream().map(item -> Line.of(item, now)).toList();
        model.addAttribute(
                "lines",
                all.stream()
                        .filter(line -> kind == null
                                || kind.isBlank()
                                || line.item().kind().word().equals(kind))
                        .toList());
        model.addAttribute("kinds", ExpiringItem.Kind.values());
        model.addAttribute("chosen", kind);
        model.addAttribute(
                "pressing",
                all.stream().filter(line -> line.tone().matches("bad|warn")).count());
        return "desk/expiry/certificates";
    }
}
