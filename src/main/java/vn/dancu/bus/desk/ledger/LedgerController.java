package vn.dancu.bus.desk.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.DaySheets;

/** Where the messages of the doors are, by hour; and the sheets of days that are over. */
@RestController
@RequestMapping("/api/v1/admin/ledger")
class LedgerController {

    private static final String DOORS = "soap|rest|adapter|xroad|xroad-rest|jms|document|me|sms";
    private static final int MAX_SHEETS = 400;

    private final Balances balances;
    private final DaySheets sheets;
    private final Clock clock;

    LedgerController(Balances balances, DaySheets sheets, Clock clock) {
        this.balances = balances;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/balances")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<DoorBalanceResponse> balances(
            @RequestParam(name = "day", required = false) @Nullable String day,
            @RequestParam(name = "door", required = false) @Nullable String door,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "uneven", required = false) @Nullable String uneven) {
        if (door != null && !door.matches(DOORS)) {
            throw invalid("door", "one of " + DOORS.replace("|", ", "));
        }
        if (partner != null && !PartnerId.isValid(partner)) {
            throw invalid("partner", "the id of a partner");
        }
        if (uneven != null && !uneven.matches("true|false")) {
            throw invalid("uneven", "true or false");
        }
        LocalDate of = day == null ? clock.instant().atOffset(ZoneOffset.UTC).toLocalDate() : day("day", day);
        Instant from = of.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<DoorBalanceResponse> lines = balances
                .between(from, from.plus(Duration.ofDays(1)), door, partner == null ? null : new PartnerId(partner))
                .stream()
                .map(DoorBalanceResponse::of)
                .filter(line -> !"true".equals(uneven) || !line.even())
                .toList();
        return new Paging.Page<>(lines, null);
    }

    @GetMapping("/sheets")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<DaySheets.SheetSummary> sheets() {
        return new Paging.Page<>(sheets.list(MAX_SHEETS), null);
    }

    @GetMapping("/sheets/{day}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    void sheet(@PathVariable("day") String day, HttpServletResponse response) throws IOException {
        LocalDate of = day("day", day);
        byte[] file = sheets.find(of).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        FileDownload.send(response, "ledger-" + of + ".json", "application/json", out -> out.write(file), () -> {});
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid(field, "a day in UTC, such as 2026-11-24");
        }
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
