package vn.dancu.bus.desk.hub;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.hub.MappedField;
import vn.dancu.bus.hub.MappingChange;
import vn.dancu.bus.hub.MappingEntry;
import vn.dancu.bus.hub.MappingFlaw;
import vn.dancu.bus.hub.MappingVersion;
import vn.dancu.bus.hub.Mappings;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.time.TimeBounds;

/** Mappings of partners. */
@RestController
@RequestMapping("/api/v1/admin/hub-mappings")
class MappingController {

    private final Mappings mappings;

    MappingController(Mappings mappings) {
        this.mappings = mappings;
    }

    /** @param field MaCanBo, MaDVC or MaDonVi */
    private record KeyRequest(String field, String local) {

        MappingEntry.Key key() {
            return new MappingEntry.Key(mapped(field), local);
        }
    }

    private record EntryRequest(String field, String local, String national) {

        MappingEntry entry() {
            return new MappingEntry(mapped(field), local, national);
        }
    }

    private record ChangeRequest(
            long base, String reason, @Nullable List<EntryRequest> set, @Nullable List<KeyRequest> remove) {

        MappingChange change() {
            return new MappingChange(
                    base,
                    reason,
                    set == null
                            ? List.of()
                            : set.stream().map(EntryRequest::entry).toList(),
                    remove == null
                            ? List.of()
                            : remove.stream().map(KeyRequest::key).toList());
        }
    }

    private record FileRequest(long base, String reason, String csv) {}

    private record FileCheckRequest(String csv) {}

    record FlawsResponse(List<MappingFlaw> flaws) {}

    /** The answer to who says what; personal numbers are masked. */
    record EntryResponse(String field, String local, String national) {

        static EntryResponse of(MappingEntry entry) {
            MappingEntry shown = entry.masked();
            return new EntryResponse(shown.field().wire(), shown.local(), shown.national());
        }
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<MappingVersionResponse> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<MappingVersionResponse> found = mappings.all().stream()
                .map(MappingVersionResponse::of)
                .filter(each -> after == null || each.partner().compareTo(after) > 0)
                .limit(paging.oneMore())
                .toList();
        return paging.page(found, MappingVersionResponse::partner);
    }

    @GetMapping("/{partner}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    MappingVersionResponse show(
            @PathVariable("partner") String partner, @RequestParam(name = "at", required = false) @Nullable String at) {
        PartnerId id = PathValues.partner(partner);
        Instant moment = moment(at);
        return one(moment == null ? mappings.current(id) : mappings.at(id, moment));
    }

    @GetMapping("/{partner}/versions")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<MappingVersionResponse> versions(
            @PathVariable("partner") String partner,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        long below = PathValues.numberAfter(after, Long.MAX_VALUE);
        List<MappingVersionResponse> found =
                mappings.history(PathValues.partner(partner), below, paging.oneMore()).stream()
                        .map(MappingVersionResponse::of)
                        .toList();
        return paging.page(found, each -> Long.toString(each.version()));
    }

    @GetMapping("/{partner}/versions/{version}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    MappingVersionResponse version(@PathVariable("partner") String partner, @PathVariable("version") String version) {
        return one(mappings.find(PathValues.partner(partner), PathValues.number(version)));
    }

    @GetMapping("/{partner}/versions/{version}/entries")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    Paging.Page<EntryResponse> entries(
            @PathVariable("partner") String partner,
            @PathVariable("version") String version,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        MappingVersionResponse of = version(partner, version);
        int from = (int) Math.min(PathValues.numberAfter(after, 0), Mappings.MAX_ENTRIES);
        List<EntryResponse> found =
                mappings.entries(new PartnerId(of.partner()), of.version(), from, paging.oneMore()).stream()
                        .map(EntryResponse::of)
                        .toList();
        return paging.page(found, last -> Integer.toString(from + paging.limit()));
    }

    @PostMapping("/{partner}/changes")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    MappingVersionResponse change(Actor by, @PathVariable("partner") String partner, HttpServletRequest request) {
        ChangeRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ChangeRequest.class);
        return MappingVersionResponse.of(mappings.change(by, PathValues.partner(partner), body.change()));
    }

    @PostMapping("/{partner}/file-checks")
    @Allowed(Role.OPERATOR)
    FlawsResponse check(@PathVariable("partner") String partner, HttpServletRequest request) {
        PathValues.partner(partner);
        return new FlawsResponse(mappings.check(StrictJsonBody.OF_ADMINISTRATION
                .read(request, FileCheckRequest.class)
                .csv()));
    }

    @PostMapping("/{partner}/file")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    MappingVersionResponse replace(Actor by, @PathVariable("partner") String partner, HttpServletRequest request) {
        FileRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, FileRequest.class);
        return MappingVersionResponse.of(
                mappings.replace(by, PathValues.partner(partner), body.base(), body.reason(), body.csv()));
    }

    @GetMapping("/{partner}/file")
    @Allowed(Role.OPERATOR)
    void file(Actor by, @PathVariable("partner") String partner, HttpServletResponse response) throws IOException {
        PartnerId id = PathValues.partner(partner);
        byte[] text = mappings.file(by, id).getBytes(StandardCharsets.UTF_8);
        FileDownload.send(
                response, "dancu-mapping-" + id + ".csv", "text/csv;charset=UTF-8", out -> out.write(text), () -> {});
    }

    private static MappedField mapped(String wire) {
        return MappedField.byWire(wire)
                .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "field", "MaCanBo, MaDVC or MaDonVi"));
    }

    private static MappingVersionResponse one(Optional<MappingVersion> found) {
        return found.map(MappingVersionResponse::of)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "version", "one that there is"));
    }

    /** A moment that a query names; null when it names none. */
    static @Nullable Instant moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            if (TimeBounds.contain(moment)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // the same rule
        }
        throw BusException.of(
                ErrorCode.FIELD_INVALID, "at", "a time with its offset as yyyy-MM-ddTHH:mm:ssZ, " + TimeBounds.RULE);
    }
}
