package vn.dancu.bus.citizen.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.PhoneNumber;
import vn.dancu.bus.sms.TextAnswerer;

/** The conversation with the register, the policy, the inquiry, the audit trail and the access log of the whole bus. */
class SmsOnTheBusIT {

    private static final RunningBus BUS = RunningBus.shared();

    private final TextAnswerer answerer = BUS.bean(TextAnswerer.class);
    private final Map<String, Object> person = subscribers().get(0);

    @Test
    void releasesTheOwnRecordThroughTheOneInquiry() {
        String code = ConversationRoom.codeOf(send("DC TT " + id()));
        InboundText confirmed = text("DC XN " + id() + " " + code);

        String record = answerer.answer(confirmed).orElseThrow();

        assertThat(record)
                .contains("Họ tên: " + person.get("ho") + " ", "Ngày sinh: " + person.get("birth_year"))
                .contains("Số định danh: ****" + id().substring(8))
                .doesNotContain(id());
        assertThat(BUS.jdbc()
                        .sql(
                                "select kind, partner, officer, event from audit.event where event like :text order by kind")
                        .param("text", "%" + confirmed.id() + "%")
                        .query()
                        .listOfRows())
                .satisfiesExactly(act -> assertThat(act).containsEntry("kind", "ACT"), answer -> assertThat(answer)
                        .containsEntry("kind", "ANSWER")
                        .containsEntry("partner", "sms-citizen")
                        .containsEntry("officer", "cong-dan")
                        .extractingByKey("event")
                        .asString()
                        .contains("\"sms\"", "tra-cuu-ban-than")
                        .doesNotContain(id()));
    }

    /** As after a crash between the record and the answer. */
    @Test
    void aConfirmationThatIsHandledAgainIsAnsweredAlikeAndRecordedOnce() {
        String code = ConversationRoom.codeOf(send("DC TT " + id()));
        InboundText confirmed = text("DC XN " + id() + " " + code);
        String record = answerer.answer(confirmed).orElseThrow();

        assertThat(answerer.answer(confirmed)).hasValue(record);

        assertThat(BUS.jdbc()
                        .sql("select count(*) from audit.event where kind in ('ANSWER', 'REFUSAL') and message_id ="
                                + " :id")
                        .param("id", confirmed.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsInShortWhoLooked() {
        String own = ConversationRoom.codeOf(send("DC TT " + id()));
        send("DC XN " + id() + " " + own);
        String code = ConversationRoom.codeOf(send("DC NK " + id()));

        assertThat(send("DC XN " + id() + " " + code))
                .containsIgnoringCase("trong 12 tháng")
                .containsPattern("chính bạn: [1-9]");
    }

    @Test
    void answersNobodyAndAStrangerAlike() {
        String stranger = "0200000001";
        List<String> answers = List.of(
                answerer.answer(text(stranger, "DC TT " + id())).orElseThrow(),
                answerer.answer(text(stranger, "DC TT 999999999999")).orElseThrow());

        assertThat(answers.get(0)).isEqualTo(answers.get(1)).startsWith("Không thực hiện được yêu cầu");
    }

    private static List<Map<String, Object>> subscribers() {
        return BUS.jdbc()
                .sql(
                        """
                        select c.so_dinh_danh, c.mobile, c.ho, c.birth_year from register.citizen c
                        join register.citizen_number n on n.number = c.so_dinh_danh
                        where c.mobile is not null and c.state = 'ALIVE' and c.ho <> '' and n.state = 'CURRENT'
                        order by c.citizen_id desc limit 1
                        """)
                .query()
                .listOfRows();
    }

    private String id() {
        return (String) person.get("so_dinh_danh");
    }

    private String send(String text) {
        return answerer.answer(text(text)).orElseThrow();
    }

    private InboundText text(String text) {
        return text((String) person.get("mobile"), text);
    }

    private static InboundText text(String phone, String text) {
        return new InboundText(
                UUID.randomUUID(), "vina", PhoneNumber.of(phone).orElseThrow(), "1900", text, Instant.now());
    }
}
