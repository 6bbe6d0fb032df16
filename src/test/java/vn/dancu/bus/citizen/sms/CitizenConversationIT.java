package vn.dancu.bus.citizen.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.dancu.bus.citizen.sms.ConversationRoom.DEAD;
import static vn.dancu.bus.citizen.sms.ConversationRoom.ID;
import static vn.dancu.bus.citizen.sms.ConversationRoom.MISSING;
import static vn.dancu.bus.citizen.sms.ConversationRoom.NOBODY;
import static vn.dancu.bus.citizen.sms.ConversationRoom.PHONE;
import static vn.dancu.bus.citizen.sms.ConversationRoom.STRANGER;
import static vn.dancu.bus.citizen.sms.ConversationRoom.WITHOUT_PHONE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.sms.text.SmsGrammar.Text;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.sms.InboundText;

/** The conversation on a real database. */
class CitizenConversationIT {

    private static final DataSource DATABASE = MigratedDatabase.fresh();

    private ConversationRoom room = new ConversationRoom(DATABASE);

    @AfterEach
    void clear() {
        room.close();
        new JdbcTemplate(DATABASE).execute("truncate citizen.sms_number, citizen.sms_person");
    }

    @Test
    void releasesTheRecordOnlyWithTheCodeThatWasSentToTheNumber() {
        String code = room.code("dc tt " + ID);

        assertThat(code).matches("[0-9]{6}");
        assertThat(room.inquiries.callers()).isEmpty();
        assertThat(room.send("DC XN " + ID + " " + code)).isEqualTo("Họ tên: Nguyễn V** T**");
        assertThat(room.inquiries.contacts()).singleElement().satisfies(origin -> {
            assertThat(origin.door()).isEqualTo("sms");
            assertThat(origin.partner()).hasToString("sms-citizen");
        });
        assertThat(room.send("DC XN " + ID + " " + code)).isEqualTo(room.refused());
        assertThat(room.actions())
                .containsExactly("citizen.sms_code_sent", "citizen.sms_code_confirmed", "citizen.sms_refused");
        assertThat(room.acts).allSatisfy(act -> assertThat(act.personHash()).isEqualTo(room.hash(ID)));
    }

    @Test
    void releasesTheShortLogOfWhoLooked() {
        String code = room.code("DC NK " + ID);

        assertThat(room.send("DC XN " + ID + " " + code))
                .isEqualTo("1 lần trong 12 tháng (chính bạn: 2). Gần nhất: 28/11 Sở Thử: tra cuu");
        assertThat(room.inquiries.callers()).isEmpty();
    }

    @Test
    void takesANumberInEveryFormInWhichItIsRecordedAndSeveral() {
        for (String recorded : List.of("+84100070001", "84100070001", "0100 070.001", "0100070002; 0100070001")) {
            room.people.add(ID, recorded, CitizenStatus.ALIVE);

            assertThat(room.send(PHONE, "DC TT " + ID))
                    .hasValueSatisfying(text -> assertThat(text).contains("Mã xác nhận"));
        }
    }

    /** The answers, the statements, the look-ups and the acts, for every reason that must not be told apart. */
    @Test
    void doesAndAnswersTheSameForEveryReason() {
        room.people.add("999070000011", "0100070011", CitizenStatus.ALIVE);
        room.people.add("999070000012", "0100070012", CitizenStatus.ALIVE);
        room.people.add("999070000013", "0100070013", CitizenStatus.ALIVE);
        room.lock("999070000011", "0100070011");
        room.send("0100070012", "DC NGUNG 999070000012");
        for (int i = 0; i < 6; i++) {
            room.send("0100070013", "DC TT 999070000013");
        }
        Map<String, Supplier<Optional<String>>> reasons = new TreeMap<>(Map.of(
                "nobody", () -> room.send(STRANGER, "DC TT " + NOBODY),
                "wrong number", () -> room.send("0100070021", "DC TT " + ID),
                "deceased", () -> room.send("0100070022", "DC TT " + DEAD),
                "missing", () -> room.send("0100070023", "DC TT " + MISSING),
                "without a number", () -> room.send("0100070024", "DC TT " + WITHOUT_PHONE),
                "locked", () -> room.send("0100070011", "DC TT 999070000011"),
                "stopped", () -> room.send("0100070012", "DC NK 999070000012"),
                "too many codes", () -> room.send("0100070013", "DC TT 999070000013"),
                "wrong code", () -> room.send(PHONE, "DC XN " + ID + " 000000"),
                "code for nobody", () -> room.send("0100070025", "DC XN " + NOBODY + " 000000")));
        List<String> expected = null;
        for (var reason : reasons.entrySet()) {
            room.work.clear();

            Optional<String> answer = reason.getValue().get();

            assertThat(answer).as(reason.getKey()).hasValue(room.refused());
            if (expected == null) {
                expected = List.copyOf(room.work);
            }
            assertThat(room.work).as(reason.getKey()).isEqualTo(expected);
        }
        assertThat(expected).hasSize(7).startsWith("findPerson").endsWith("act", "commit");
    }

    /** Bytes that the database writes: alike in size however often it is asked. */
    @Test
    void writesAsMuchForNobodyAsForAStranger() {
        List<Long> nobody = new ArrayList<>();
        List<Long> stranger = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String phone = "01000801" + (10 + i);
            String other = "01000802" + (10 + i);
            String unknown = "9990700009" + (10 + i);
            String known = "9990700008" + (10 + i);
            room.people.add(known, PHONE, CitizenStatus.ALIVE);
            nobody.add(written(() -> room.send(phone, "DC TT " + unknown)));
            stranger.add(written(() -> room.send(other, "DC TT " + known)));
        }

        assertThat(median(nobody).doubleValue() / median(stranger)).isBetween(0.9, 1.1);
    }

    @Test
    void answersATextThatIsHandledAgainWithTheSameCodeAndCountsItOnce() {
        InboundText asked = ConversationRoom.text(PHONE, "DC TT " + ID);
        String first = room.conversation.answer(asked).orElseThrow();

        String again = room.conversation().answer(asked).orElseThrow();

        assertThat(again).isEqualTo(first);
        assertThat(room.actions()).containsExactly("citizen.sms_code_sent");
        InboundText confirmed = ConversationRoom.text(PHONE, "DC XN " + ID + " " + ConversationRoom.codeOf(first));
        String record = room.conversation.answer(confirmed).orElseThrow();
        assertThat(room.conversation().answer(confirmed)).hasValue(record);
        assertThat(room.actions()).containsExactly("citizen.sms_code_sent", "citizen.sms_code_confirmed");
    }

    @Test
    void releasesWhatWasConfirmedAfterAFaultOfTheBus() {
        String code = room.code("DC TT " + ID);
        InboundText confirmed = ConversationRoom.text(PHONE, "DC XN " + ID + " " + code);
        room.inquiries.answer(query -> Refusal.of(ErrorCode.REGISTER_UNAVAILABLE));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> room.conversation.answer(confirmed));

        room.inquiries.answer(query -> Refusal.of(ErrorCode.QUOTA_EXCEEDED));

        assertThat(room.conversation.answer(confirmed)).hasValue(room.fixed(Text.UNAVAILABLE));
    }

    @Test
    void letsACodeEndByTimeByTriesByAnotherAndForAnotherNumber() {
        String late = room.code("DC TT " + ID);
        room.clock.shift(Duration.ofMinutes(6));
        assertThat(room.send("DC XN " + ID + " " + late)).isEqualTo(room.refused());
        String replaced = room.code("DC TT " + ID);
        String code = room.code("DC TT " + ID);
        assertThat(code).isNotEqualTo(replaced);
        assertThat(room.send("DC XN " + ID + " " + replaced)).isEqualTo(room.refused());
        assertThat(room.send(STRANGER, "DC XN " + ID + " " + code)).hasValue(room.refused());
        assertThat(room.send("DC XN " + ID + " " + wrong(code))).isEqualTo(room.refused());
        assertThat(room.send("DC XN " + ID + " " + wrong(code))).isEqualTo(room.refused());
        assertThat(room.send("DC XN " + ID + " " + code)).isEqualTo(room.refused());
    }

    @Test
    void stopsAtOnceAndIsOpenedAgainOnlyByMoreThanThePhone() {
        String code = room.code("DC TT " + ID);
        assertThat(room.send("dc ngừng " + ID)).isEqualTo(room.fixed(Text.STOPPED));
        assertThat(room.send("DC NGUNG " + ID)).isEqualTo(room.fixed(Text.STOPPED));
        assertThat(room.send("DC XN " + ID + " " + code)).isEqualTo(room.refused());
        assertThat(room.send("DC MO " + ID)).isEqualTo(room.fixed(Text.REOPEN));
        assertThat(room.send("DC TT " + ID)).isEqualTo(room.refused());
        VerifiedCitizen phone = citizen(Proof.Kind.SUBSCRIBER);
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> room.channel.reopen(phone))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.ASSURANCE_TOO_LOW));
        VerifiedCitizen account = citizen(Proof.Kind.EID_ACCOUNT);
        assertThat(room.channel.state(account).isOpen()).isFalse();

        assertThat(room.channel.reopen(account).isOpen()).isTrue();

        assertThat(room.send("DC TT " + ID)).contains("Mã xác nhận");
        assertThat(room.actions()).contains("citizen.sms_stopped", "citizen.sms_reopened");
        assertThat(room.channel.stop(account).stoppedAt()).isNotNull();
        assertThat(room.send("DC TT " + ID)).isEqualTo(room.refused());
    }

    @Test
    void looksNobodyUpWithoutALegalBasis() {
        room.close();
        room = new ConversationRoom(DATABASE, "legal-basis=");

        assertThat(room.send("DC TT " + ID)).isEqualTo("Kênh này chưa được mở.");
        assertThat(room.send("DC HD")).isEqualTo("Kênh này chưa được mở.");
        assertThat(room.work).doesNotContain("findPerson", "act", "inquiry");
        room.close();
        room = new ConversationRoom(DATABASE, "legal-basis=", "closed-answer=silence");
        assertThat(room.send(PHONE, "DC TT " + ID)).isEmpty();
        assertThat(room.work).isEmpty();
    }

    @Test
    void keepsNothingThatNamesAPersonANumberOrACode() {
        String code = room.code("DC TT " + ID);

        String kept = new JdbcTemplate(DATABASE)
                .queryForObject(
                        "select (select string_agg(n::text, ' ') from citizen.sms_number n) || "
                                + "(select string_agg(p::text, ' ') from citizen.sms_person p)",
                        String.class);

        assertThat(kept).doesNotContain(ID, PHONE.substring(1), code);
        assertThat(room.acts.toString() + room.acts.get(0).detail()).doesNotContain(ID, PHONE.substring(1), code);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static VerifiedCitizen citizen(Proof.Kind kind) {
        return new VerifiedCitizen(
                PersonalId.soDinhDanh(ID), "Nguyễn Văn Thử", BirthDate.ofYear(1970), new Proof(kind, "eid", null));
    }

    private long written(Runnable text) {
        JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
        String from = jdbc.queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
        text.run();
        Long bytes = jdbc.queryForObject(
                "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)::bigint", Long.class, from);
        return bytes == null ? 0 : bytes;
    }

    private static Long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
