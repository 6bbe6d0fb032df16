package vn.dancu.bus.desk.console.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.DaySheets;
import vn.dancu.bus.partner.Partners;

/** The balance of a day and the sheets of days that are over. */
@Controller
class LedgerPageController {

    private static final List<String> DOORS =
            List.of("soap", "rest", "adapter", "xroad", "xroad-rest", "jms", "document", "me", "sms");
    private static final int SHEETS = 60;

    private final Balances balances;
    private final DaySheets sheets;
    private final Partners partners;
    private final Clock clock;

    LedgerPageController(Balances balances, DaySheets sheets, Partners partners, Clock clock) {
        this.balances = balances;
        this.sheets = sheets;
        this.partners = partners;
        this.clock = clock;
    }

    /** What all lines together say. */
    record Sum(long taken, long answered, long refused, long dead, long inWork, long uneven) {

        static Sum of(List<Balance> lines) {
            return new Sum(
                    sum(lines, Balance::taken),
                    sum(lines, Balance::answered),
                    sum(lines, Balance::refused),
                    sum(lines, Balance::dead),
                    sum(lines, Balance::inWork),
                    lines.stream().filter(line -> !line.isEven()).count());
        }

        private static long sum(List<Balance> lines, ToLongFunction<Balance> value) {
            return lines.stream().mapToLong(value).sum();
        }
    }

    @GetMapping("/desk/ledger")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String day(
            @RequestParam(name = "day", required = false) @Nullable String day,
            @RequestParam(name = "door", required = false) @Nullable String door,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "uneven", required = false) @Nullable String uneven,
            Model model) {
        LocalDate of = Objects.requireNonNullElseGet(
                Moments.date("day", day),
                () -> clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        String byDoor = door != null && DOORS.contains(door) ? door : null;
        PartnerId byPartner = partner == null || partner.isBlank() ? null : PathValues.partner(partner);
        Instant from = of.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Balance> found = balances.between(from, from.plus(Duration.ofDays(1)), byDoor, byPartner);
        boolean unevenOnly = "true".equals(uneven);
        model.addAttribute("day", of);
        model.addAttribute("door", byDoor);
        model.addAttribute("chosen", byPartner == null ? "" : byPartner.value());
        model.addAttribute("unevenOnly", unevenOnly);
        model.addAttribute("sum", Sum.of(found));
        model.addAttribute(
                "lines",
                found.stream().filter(line -> !unevenOnly || !line.isEven()).toList());
        model.addAttribute("doors", DOORS);
        model.addAttribute("partners", partners.all());
        model.addAttribute("sheets", sheets.list(SHEETS));
        return "desk/ledger/ledger";
    }

    @GetMapping("/desk/ledger/sheets/{day}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    void sheet(@PathVariable("day") String day, HttpServletResponse response) throws IOException {
        LocalDate of = Moments.date("day", day);
        byte[] file = (of == null ? Optional.<byte[]>empty() : sheets.find(of))
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        FileDownload.send(response, "ledger-" + of + ".json", "application/json", out -> out.write(file), () -> {});
    }
}
