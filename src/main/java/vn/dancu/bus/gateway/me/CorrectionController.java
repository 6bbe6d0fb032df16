package vn.dancu.bus.gateway.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.correction.Correction;
import vn.dancu.bus.citizen.correction.CorrectionProposal;
import vn.dancu.bus.citizen.correction.Corrections;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;

/** What the citizen asks to be corrected, and what was answered. */
@RestController
@RequestMapping("/api/v1/me/corrections")
class CorrectionController {

    private static final int PAGE = 50;
    private static final String NUMBER = "DC-[2-9A-Z]{9}";

    private final Corrections corrections;

    CorrectionController(Corrections corrections) {
        this.corrections = corrections;
    }

    @PostMapping
    CorrectionResponse ask(VerifiedCitizen citizen, HttpServletRequest request) {
        CorrectionRequest asked = StrictJsonBody.OF_PARTNERS.read(request, CorrectionRequest.class);
        return CorrectionResponse.of(corrections.ask(citizen, asked.proposal()));
    }

    @GetMapping
    CorrectionsResponse list(
            VerifiedCitizen citizen, @RequestParam(name = "after", required = false) @Nullable String after) {
        if (after != null && !after.matches(NUMBER)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "after", "tiepTheo of the page before");
        }
        List<Correction> found = corrections.list(citizen, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Correction> page = more ? found.subList(0, PAGE) : found;
        return new CorrectionsResponse(
                page.stream().map(CorrectionResponse::of).toList(),
                more ? page.get(PAGE - 1).number() : null);
    }

    @GetMapping("/{number}/files")
    CorrectionFilesResponse files(VerifiedCitizen citizen, @PathVariable("number") String number) {
        return new CorrectionFilesResponse(corrections.files(citizen, known(number)).stream()
                .map(file -> new CorrectionFileResponse(file.name(), file.contentType(), file.length()))
                .toList());
    }

    /** As a download: what an agency sent is never shown as a page of this door. */
    @GetMapping("/{number}/files/{position}")
    void file(
            VerifiedCitizen citizen,
            @PathVariable("number") String number,
            @PathVariable("position") String position,
            HttpServletResponse response)
            throws IOException {
        if (!position.matches("[0-9]{1,3}")) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        corrections.copy(citizen, known(number), Integer.parseInt(position), content);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
        response.setContentLength(content.size());
        content.writeTo(response.getOutputStream());
    }

    private static String known(String number) {
        if (!number.matches(NUMBER)) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN);
        }
        return number;
    }

    private record CorrectionRequest(
            String maYeuCau, String truong, String noiDungDung, String lyDo, @Nullable String tep) {

        CorrectionProposal proposal() {
            return new CorrectionProposal(maYeuCau, field(), noiDungDung, lyDo, tep == null ? null : evidence(tep));
        }

        private FieldPath field() {
            try {
                return FieldPath.of(truong);
            } catch (IllegalArgumentException e) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "truong", "a field of the record of a citizen");
            }
        }

        private static CorrectionProposal.Evidence evidence(String base64) {
            try {
                return new CorrectionProposal.Evidence(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException e) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "tep", "Base64 of a PDF, JPEG or PNG file");
            }
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CorrectionsResponse(
            @JsonProperty("deNghi") List<CorrectionResponse> corrections,
            @JsonProperty("tiepTheo") @Nullable String next) {}

    private record CorrectionFilesResponse(@JsonProperty("tep") List<CorrectionFileResponse> files) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CorrectionFileResponse(
            @JsonProperty("ten") String name,
            @JsonProperty("loai") @Nullable String contentType,
            @JsonProperty("soByte") long length) {}

    private record ReportResponse(@JsonProperty("ma") String code, @JsonProperty("thoiDiem") Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record AnswerResponse(
            @JsonProperty("thoiDiem") Instant at,
            @JsonProperty("trichYeu") @Nullable String subject,
            @JsonProperty("noiDung") @Nullable String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CorrectionResponse(
            @JsonProperty("so") String number,
            @JsonProperty("coQuan") String agency,
            @JsonProperty("truong") String field,
            @JsonProperty("noiDungDung") @Nullable String right,
            @JsonProperty("lyDo") @Nullable String reason,
            @JsonProperty("coTep") boolean hasFile,
            @JsonProperty("trangThai") String state,
            @JsonProperty("thoiDiemGui") Instant askedAt,
            @JsonProperty("hanTraLoi") LocalDate dueOn,
            @JsonProperty("quaHan") boolean isOverdue,
            @JsonProperty("trangThaiTruc") List<ReportResponse> reports,
            @JsonProperty("traLoi") @Nullable AnswerResponse answer) {

        static CorrectionResponse of(Correction correction) {
            Correction.Wish wish = correction.wish();
            Correction.Answer answer = correction.answer();
            return new CorrectionResponse(
                    correction.number(),
                    correction.agency(),
                    correction.field().value(),
                    wish == null ? null : wish.right(),
                    wish == null ? null : wish.reason(),
                    wish != null && wish.hasFile(),
                    correction.state().code(),
                    correction.askedAt(),
                    correction.dueOn(),
                    correction.isOverdue(),
                    correction.reports().stream()
                            .map(report -> new ReportResponse(report.code(), report.at()))
                            .toList(),
                    answer == null ? null : new AnswerResponse(answer.at(), answer.subject(), answer.text()));
        }
    }
}
