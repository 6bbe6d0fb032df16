package vn.dancu.bus.desk.console.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.inspection.TrailEvent;
import vn.dancu.bus.http.StrictJson;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Records of the trail as a page names them: keys of words in place of codes, partners by their names. */
final class EventWords {

    /** The services by their names in the contract, in its order. */
    private static final List<String> SERVICES = List.of(
            "TraCuuThongTinCongDan",
            "CungCapThongTinCongDan",
            "CungCapThongTinNhomMau",
            "CungCapThongTinHoGiaDinh",
            "XacThucThongTinCongDan",
            "XacMinhThongTinNhanThan",
            "XacMinhThongTinNguoiGiamHo",
            "XacMinhThongTinChuHo",
            "XacMinhThongTinNoiOHienTai",
            "XacMinhTinhTrangHonNhan",
            "XacMinhTinhTrangChetMatTich");

    private final Partners partners;

    EventWords(Partners partners) {
        this.partners = partners;
    }

    /**
     * One record.
     *
     * @param words key of what its result means
     * @param tone good, bad, info or idle
     * @param partnerName the partner's name, or its id where nobody has it; null when it concerns none
     */
    record EventLine(TrailEvent event, String kind, String words, String tone, @Nullable String partnerName) {}

    EventLine of(TrailEvent event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT);
        String prefix =
                switch (event.kind()) {
                    case ANSWER -> "result.";
                    case REFUSAL -> "error.";
                    case ACT -> "act.";
                    case SEAL -> "seal.";
                    case CALL -> callPrefix(event.result());
                };
        return new EventLine(event, kind, prefix + event.result(), tone(event.kind()), name(event.partner()));
    }

    List<String> services() {
        return SERVICES;
    }

    String indented(String json) {
        try {
            return StrictJson.MAPPER.readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    /** What became of a call is said as an answer or a refusal is. */
    private static String callPrefix(@Nullable String result) {
        if (CallRecord.ASKED.equals(result)) {
            return "call.";
        }
        return Arrays.stream(ErrorCode.values()).anyMatch(code -> code.code().equals(result)) ? "error." : "result.";
    }

    private static String tone(RecordKind kind) {
        return switch (kind) {
            case ANSWER -> "good";
            case REFUSAL -> "bad";
            case ACT -> "info";
            case SEAL -> "idle";
            case CALL -> "info";
        };
    }

    private @Nullable String name(@Nullable String partner) {
        if (partner == null || !PartnerId.isValid(partner)) {
            return partner;
        }
        return partners.find(new PartnerId(partner)).map(Partner::name).orElse(partner);
    }
}
