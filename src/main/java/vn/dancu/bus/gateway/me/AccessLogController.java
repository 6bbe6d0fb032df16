package vn.dancu.bus.gateway.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessEntry;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.access.AccessPage;
import vn.dancu.bus.citizen.access.AccessQuery;
import vn.dancu.bus.http.PagePart;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Who used the citizen's data. */
@RestController
class AccessLogController {

    private final AccessLog log;

    AccessLogController(AccessLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/me/access-log")
    AccessLogResponse list(
            VerifiedCitizen citizen,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "until", required = false) @Nullable String until,
            @RequestParam(name = "own", required = false) @Nullable String own,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        PagePart part = PagePart.of(cursor, limit, AccessQuery.MAX_LIMIT);
        AccessPage page = log.page(citizen, AccessQuery.of(from, until, isWith(own), part.cursor(), part.limit()));
        return new AccessLogResponse(
                page.entries().stream().map(AccessLogController::entry).toList(), page.next(), page.keptSince());
    }

    private static boolean isWith(@Nullable String own) {
        if (own != null && !own.equals("true") && !own.equals("false")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "own", "true or false");
        }
        return !"false".equals(own);
    }

    private static EntryResponse entry(AccessEntry entry) {
        AccessEntry.Label purpose = entry.purpose();
        return new EntryResponse(
                entry.id(),
                entry.at(),
                new UserResponse(code(entry.by().side()), entry.by().name()),
                LabelResponse.of(entry.service()),
                purpose == null ? null : LabelResponse.of(purpose),
                entry.groups().stream().map(LabelResponse::of).toList(),
                code(entry.outcome()));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private record AccessLogResponse(
            @JsonProperty("suDung") List<EntryResponse> entries,
            @JsonProperty("tiepTheo") @Nullable String next,
            @JsonProperty("luuTu") @Nullable Instant keptSince) {}

    private record EntryResponse(
            @JsonProperty("maSuKien") UUID event,
            @JsonProperty("thoiDiem") Instant at,
            @JsonProperty("nguoiSuDung") UserResponse by,
            @JsonProperty("dichVu") LabelResponse service,
            @JsonProperty("mucDich") @Nullable LabelResponse purpose,
            @JsonProperty("nhomDuLieu") List<LabelResponse> groups,
            @JsonProperty("ketQua") String outcome) {}

    private record UserResponse(@JsonProperty("loai") String side, @JsonProperty("ten") String name) {}

    private record LabelResponse(@JsonProperty("ma") String code, @JsonProperty("ten") String name) {

        static LabelResponse of(AccessEntry.Label label) {
            return new LabelResponse(label.code(), label.name());
        }
    }
}
