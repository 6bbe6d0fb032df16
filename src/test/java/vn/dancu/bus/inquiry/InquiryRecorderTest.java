package vn.dancu.bus.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

class InquiryRecorderTest {

    private final List<AuditRecord> records = new ArrayList<>();
    private final InquiryRecorder recording = new InquiryRecorder(
            record -> {
                records.add(record);
                return Receipt.RECORDED;
            },
            (release, persons) -> {},
            Clock.systemUTC());

    @Test
    void keepsWhatTheAskerSaidBesideTheQuestion() {
        refuse(Refusal.of(ErrorCode.TOKEN_INVALID));

        assertThat(records).singleElement().satisfies(record -> {
            AuditRecord.Trace trace = record.how().trace();
            assertThat(trace.issue()).isEqualTo("HS-1");
            assertThat(trace.representedParty()).isEqualTo("GOV/H41");
            assertThat(trace.method()).isEqualTo("POST");
            assertThat(trace.path()).isEqualTo("/api/v1/citizens/lookup");
            assertThat(trace.clientAddress()).isEqualTo("10.0.0.7");
            assertThat(trace.fault()).isNull();
            assertThat(trace.registerAskedAt()).isNull();
        });
    }

    @Test
    void keepsFieldAndRuleOfARefusalAndNoNumberThatCameAsAName() {
        refuse(Refusal.of(ErrorCode.FIELD_UNKNOWN, "congDan/x999000000001", "a property of the contract"));

        assertThat(records)
                .extracting(record -> record.how().trace().fault())
                .containsExactly("congDan/x#: a property of the contract");
    }

    private void refuse(Refusal refusal) {
        InquiryOrigin.Traits traits =
                new InquiryOrigin.Traits("HS-1", "GOV/H41", "POST", "/api/v1/citizens/lookup", "10.0.0.7", null);
        InquiryOrigin contact = new InquiryOrigin("rest", null, null, null, Instant.EPOCH, 10, null, traits);
        recording.refusal(contact, null, null, Set.of(), refusal);
    }
}
