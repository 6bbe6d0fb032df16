package vn.dancu.bus.citizen.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.document.SentDocuments.Letter;
import vn.dancu.bus.document.SentDocuments.LetterFile;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.pdf.PdfForm;
import vn.dancu.bus.pdf.PdfPages;
import vn.dancu.bus.pdf.PdfPages.Cell;
import vn.dancu.bus.pdf.PdfPages.Style;
import vn.dancu.bus.pdf.PdfTypeface;

/** The documents to the agency: the request, for people as PDF and for programs as JSON, and the reminder. */
final class CorrectionLetter {

    private static final String TITLE = "ĐỀ NGHỊ ĐIỀU CHỈNH THÔNG TIN DÂN CƯ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final float LABEL = 150;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PdfTypeface typeface = PdfTypeface.liberationSans();

    /** The account and the agency's code as the axis knows it. */
    record Way(String account, String agency) {}

    Letter request(StoredCorrection stored, Way way, VerifiedCitizen citizen, CorrectionProposal proposal) {
        Map<String, String> lines = lines(stored, citizen, proposal);
        List<LetterFile> files = new ArrayList<>();
        files.add(new LetterFile("de-nghi-dieu-chinh.pdf", "application/pdf", pdf(lines)));
        files.add(new LetterFile("de-nghi-dieu-chinh.json", "application/json", json(stored, citizen, proposal)));
        CorrectionProposal.Evidence evidence = proposal.evidence();
        if (evidence != null) {
            files.add(new LetterFile(evidence.name(), evidence.contentType(), evidence.content()));
        }
        return new Letter(
                stored.documentId(),
                way.account(),
                way.agency(),
                stored.number(),
                "Đề nghị điều chỉnh thông tin của công dân, số " + stored.number(),
                "Công dân đề nghị điều chỉnh thông tin trong Cơ sở dữ liệu quốc gia về dân cư; nội dung trong tệp đính kèm."
                        + " Đề nghị trả lời bằng văn bản dẫn số văn bản này, chậm nhất ngày "
                        + DAY.format(stored.dueOn())
                        + ".",
                stored.dueOn(),
                files);
    }

    private static Map<String, String> lines(
            StoredCorrection stored, VerifiedCitizen citizen, CorrectionProposal proposal) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Số đề nghị:", stored.number());
        lines.put("Ngày gửi:", DAY.format(WorkingDays.dayOf(stored.askedAt())));
        lines.put("Hạn trả lời:", DAY.format(stored.dueOn()));
        lines.put("Họ, chữ đệm và tên:", citizen.name());
        lines.put("Số định danh cá nhân:", citizen.number().digits());
        lines.put("Trường thông tin:", proposal.field().value());
        lines.put("Nội dung đúng:", proposal.right());
        lines.put("Lý do:", proposal.reason());
        CorrectionProposal.Evidence evidence = proposal.evidence();
        lines.put("Tài liệu kèm theo:", evidence == null ? "không có" : evidence.name());
        return lines;
    }

    private byte[] pdf(Map<String, String> lines) {
        try (PdfPages pages = typeface.begin(PdfForm.plain(TITLE))) {
            pages.centred(Style.TITLE, PdfPages.LEFT, PdfPages.WIDTH, TITLE);
            pages.space(16);
            lines.forEach((label, text) -> {
                pages.row(
                        Style.PLAIN,
                        List.of(
                                new Cell(PdfPages.LEFT, LABEL, label),
                                new Cell(PdfPages.LEFT + LABEL, PdfPages.WIDTH - LABEL, text)));
                pages.space(4);
            });
            return pages.done("Lập tự động theo đề nghị của công dân đã đăng nhập.");
        }
    }

    private static byte[] json(StoredCorrection stored, VerifiedCitizen citizen, CorrectionProposal proposal) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("soDeNghi", stored.number());
        content.put("hanTraLoi", stored.dueOn().toString());
        content.put("soDinhDanh", citizen.number().digits());
        content.put("hoVaTen", citizen.name());
        content.put("truong", proposal.field().value());
        content.put("noiDungDung", proposal.right());
        content.put("lyDo", proposal.reason());
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }
}
