package vn.dancu.bus.sandbox.sms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsmpp.bean.OptionalParameter;

/** Composes delivery receipts as appendix B of SMPP 3.4 has them. */
final class SmscReceipt {

    static final String DELIVERED = "DELIVRD";

    private static final int UNDELIVERABLE = 5;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);
    private static final Map<String, Integer> STATES =
            Map.of(DELIVERED, 2, "EXPIRED", 3, "DELETED", 4, "ACCEPTD", 6, "UNKNOWN", 7, "REJECTD", 8);

    static MobileText of(SubmittedText text, String state, Instant done) {
        boolean delivered = state.equals(DELIVERED);
        String words = "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(
                        text.messageId(),
                        delivered ? "001" : "000",
                        MINUTE.format(text.at()),
                        MINUTE.format(done),
                        state,
                        delivered ? "000" : "001");
        List<OptionalParameter> parameters = new ArrayList<>();
        parameters.add(new OptionalParameter.Receipted_message_id(text.messageId()));
        parameters.add(new OptionalParameter.Message_state(
                STATES.getOrDefault(state, UNDELIVERABLE).byteValue()));
        if (text.reference() != null) {
            parameters.add(new OptionalParameter.User_message_reference(text.reference()));
        }
        return new MobileText(new MobileText.Wire(
                text.to(),
                text.from(),
                MobileText.RECEIPT,
                0,
                words.getBytes(StandardCharsets.US_ASCII),
                List.copyOf(parameters)));
    }

    private SmscReceipt() {}
}
