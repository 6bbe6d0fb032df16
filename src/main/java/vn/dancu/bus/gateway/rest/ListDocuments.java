package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.listing.ListService;

/** The JSON of requests for lists. */
final class ListDocuments {

    private static final String PRESENT = "NoiOHienTai";
    private static final String PERMANENT = "ThuongTru";

    record ListOrderRequest(
            String dichVu,
            String maYeuCau,
            @Nullable String maDVC,
            String maCanBo,
            @Nullable String mucDich,
            @Nullable List<String> truong,
            ListCriteriaDocument tieuChi,
            @Nullable String dinhDang,
            @Nullable Boolean chiDem) {

        ListOrder order(@Nullable String issue) {
            return new ListOrder(
                    ListService.byElement(dichVu)
                            .orElseThrow(() -> invalid("dichVu", "one of the services CungCapDanhSachTheo…")),
                    maYeuCau,
                    maDVC,
                    maCanBo,
                    purpose(),
                    fields(),
                    tieuChi.criteria(),
                    dinhDang == null
                            ? ListForm.RECORDS
                            : ListForm.byCode(dinhDang)
                                    .orElseThrow(() -> invalid("dinhDang", "records, csv, xlsx, xml or jsonl")),
                    Boolean.TRUE.equals(chiDem),
                    issue);
        }

        private @Nullable Purpose purpose() {
            try {
                return mucDich == null ? null : new Purpose(mucDich);
            } catch (IllegalArgumentException e) {
                throw invalid("mucDich", "the code of a purpose");
            }
        }

        private Set<FieldPath> fields() {
            Set<FieldPath> fields = new LinkedHashSet<>();
            try {
                for (String name : truong == null ? List.<String>of() : truong) {
                    fields.add(FieldPath.of(name));
                }
            } catch (IllegalArgumentException e) {
                throw invalid("truong", "names of fields");
            }
            return fields;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListCriteriaDocument(
            @Nullable String noiO,
            @Nullable String maTinhThanh,
            @Nullable String maQuanHuyen,
            @Nullable String maPhuongXa,
            @Nullable Integer tuTuoi,
            @Nullable Integer denTuoi,
            @Nullable String nhomMau,
            @Nullable String gioiTinh,
            @Nullable String danToc,
            @Nullable String tonGiao) {

        ListCriteria criteria() {
            if (noiO != null && !noiO.equals(PRESENT) && !noiO.equals(PERMANENT)) {
                throw invalid("tieuChi.noiO", PERMANENT + " or " + PRESENT);
            }
            return new ListCriteria(
                    PRESENT.equals(noiO),
                    maTinhThanh,
                    maQuanHuyen,
                    maPhuongXa,
                    tuTuoi,
                    denTuoi,
                    nhomMau,
                    gioiTinh,
                    danToc,
                    tonGiao);
        }

        static ListCriteriaDocument of(ListCriteria criteria) {
            return new ListCriteriaDocument(
                    criteria.isPresent() ? PRESENT : PERMANENT,
                    criteria.province(),
                    criteria.district(),
                    criteria.ward(),
                    criteria.ageFrom(),
                    criteria.ageTo(),
                    criteria.bloodGroup(),
                    criteria.gender(),
                    criteria.ethnicity(),
                    criteria.religion());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListRequestResponse(
            UUID id,
            @JsonProperty("maYeuCau") String reference,
            @JsonProperty("dichVu") String service,
            @JsonProperty("mucDich") String purpose,
            @JsonProperty("truong") List<String> fields,
            @JsonProperty("tieuChi") ListCriteriaDocument criteria,
            @JsonProperty("dinhDang") String form,
            @JsonProperty("chiDem") boolean countOnly,
            @JsonProperty("trangThai") String state,
            @JsonProperty("thoiDiemYeuCau") Instant requestedAt,
            @JsonProperty("thoiDiemThayDoi") Instant changedAt,
            @JsonProperty("soNguoi") long listed,
            @JsonProperty("soDem") @Nullable Long counted,
            @JsonProperty("soTrang") int pages,
            @JsonProperty("canhBao") List<String> warnings,
            @JsonProperty("maLoi") @Nullable String cause,
            @JsonProperty("tep") @Nullable ListFileDocument file,
            @JsonProperty("hetHan") @Nullable Instant endsAt) {

        static ListRequestResponse of(ListRequest request) {
            return new ListRequestResponse(
                    request.id(),
                    request.reference(),
                    request.service().code().value(),
                    request.purpose().value(),
                    request.fields().stream().map(FieldPath::value).toList(),
                    ListCriteriaDocument.of(request.criteria()),
                    request.form().code(),
                    request.countOnly(),
                    request.state().code(),
                    request.requestedAt(),
                    request.changedAt(),
                    request.listed(),
                    request.counted(),
                    request.pages(),
                    request.warnings(),
                    request.cause(),
                    request.file() == null ? null : ListFileDocument.of(request.file()),
                    request.endsAt());
        }
    }

    record ListFileDocument(
            @JsonProperty("ten") String name,
            @JsonProperty("doDai") long length,
            String sha256,
            @JsonProperty("khoa") String key,
            @JsonProperty("luotTaiConLai") int downloadsLeft) {

        static ListFileDocument of(ListRequest.File file) {
            return new ListFileDocument(file.name(), file.length(), file.sha256(), file.key(), file.downloadsLeft());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListRequestsResponse(
            @JsonProperty("yeuCau") List<ListRequestResponse> requests,
            @JsonProperty("tiepTheo") @Nullable String next) {

        /** A full page may have another after it. */
        static ListRequestsResponse of(List<ListRequest> found, int limit) {
            return new ListRequestsResponse(
                    found.stream().map(ListRequestResponse::of).toList(),
                    found.size() < limit
                            ? null
                            : found.get(found.size() - 1).id().toString());
        }
    }

    record ListEventsResponse(@JsonProperty("suKien") List<ListEventDocument> events) {

        static ListEventsResponse of(List<ListRequests.Event> events) {
            return new ListEventsResponse(events.stream()
                    .map(event -> new ListEventDocument(event.at(), event.what()))
                    .toList());
        }
    }

    record ListEventDocument(@JsonProperty("thoiDiem") Instant at, @JsonProperty("noiDung") String what) {}

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }

    private ListDocuments() {}
}
