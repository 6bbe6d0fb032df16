package vn.dancu.bus.citizen.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private static final String ID = "999070000001";
    private static final String PHONE = "0100070001";
    private static final String STRANGER = "0100070009";
    private static final String DEAD = "999050000004";
    private static final String MISSING = "999080000005";
    private static final String WITHOUT_PHONE = "999080000006";
    private static final String NOBODY = "999070000009";

    private ConversationRoom room = room();

    @AfterEach
    void clear() {
        room.close();
        new JdbcTemplate(DATABASE).execute("truncate citizen.sms_number, citizen.sms_person");
    }

    @Test
    void releasesTheRecordOnlyWithTheCodeThatWasSentToTheNumber() {
        String code = code("dc tt " + ID);

        assertThat(code).matches("[0-9]{6}");
        assertThat(room.inquiries.callers()).isEmpty();
        assertThat(send("DC XN " + ID + " " + code)).isEqualTo("Họ tên: Nguyễn V** T**");
        assertThat(room.inquiries.contacts()).singleElement().satisfies(origin -> {
            assertThat(origin.door()).isEqualTo("sms");
            assertThat(origin.partner()).hasToString("sms-citizen");
        });
        assertThat(send("DC XN " + ID + " " + code)).isEqualTo(refused());
        assertThat(room.actions())
                .containsExactly("citizen.sms_code_sent", "citizen.sms_code_confirmed", "citizen.sms_refused");
        assertThat(room.acts).allSatisfy(act -> assertThat(act.personHash()).isEqualTo(room.hash(ID)));
    }

    @Test
    void releasesTheShortLogOfWhoLooked() {
        String code = code("DC NK " + ID);

        assertThat(send("DC XN " + ID + " " + code)).isEqualTo("1 lần trong 12 tháng. Gần nhất: 28/11 Sở Thử: tra cuu");
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
        lock("999070000011", "0100070011");
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

            assertThat(answer).as(reason.getKey()).hasValue(refused());
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
        String code = code("DC TT " + ID);
        InboundText confirmed = ConversationRoom.text(PHONE, "DC XN " + ID + " " + code);
        room.inquiries.answer(query -> Refusal.of(ErrorCode.REGISTER_UNAVAILABLE));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> room.conversation.answer(confirmed));

        room.inquiries.answer(query -> Refusal.of(ErrorCode.QUOTA_EXCEEDED));

        assertThat(room.conversation.answer(confirmed)).hasValue(room.fixed(Text.UNAVAILABLE));
    }

    @Test
    void letsACodeEndByTimeByTriesByAnotherAndForAnotherNumber() {
        String late = code("DC TT " + ID);
        room.clock.shift(Duration.ofMinutes(6));
        assertThat(send("DC XN " + ID + " " + late)).isEqualTo(refused());
        String replaced = code("DC TT " + ID);
        String code = code("DC TT " + ID);
        assertThat(code).isNotEqualTo(replaced);
        assertThat(send("DC XN " + ID + " " + replaced)).isEqualTo(refused());
        assertThat(room.send(STRANGER, "DC XN " + ID + " " + code)).hasValue(refused());
        assertThat(send("DC XN " + ID + " " + wrong(code))).isEqualTo(refused());
        assertThat(send("DC XN " + ID + " " + wrong(code))).isEqualTo(refused());
        assertThat(send("DC XN " + ID + " " + code)).isEqualTo(refused());
    }

    @Test
    void locksThePersonAfterWrongCodesAndWritesToTheRecordedNumber() {
        room.people.add(ID, PHONE + "; 0100070002", CitizenStatus.ALIVE);

        lock(ID, PHONE);

        assertThat(room.actions()).last().isEqualTo("citizen.sms_locked");
        assertThat(room.notices)
                .extracting(notice -> notice.to().value())
                .containsExactly("+84100070001", "+84100070002");
        assertThat(room.notices).extracting(notice -> notice.onceKey()).doesNotHaveDuplicates();
        assertThat(room.notices.get(0).text()).contains("24 giờ");
        assertThat(room.send("0100070002", "DC TT " + ID)).hasValue(refused());
        room.clock.shift(Duration.ofHours(25));
        assertThat(room.send("0100070002", "DC TT " + ID).orElseThrow()).contains("Mã xác nhận");
    }

    @Test
    void letsNoStrangerLockAPersonOrUseUpTheCodesOfThePerson() {
        for (int i = 10; i < 40; i++) {
            room.send("01000700" + i, "DC TT " + ID);
            room.send("01000700" + i, "DC XN " + ID + " 000000");
            room.send("01000700" + i, "DC NGUNG " + ID);
        }

        String code = code("DC TT " + ID);

        assertThat(send("DC XN " + ID + " " + code)).startsWith("Họ tên");
        assertThat(room.notices).isEmpty();
    }

    @Test
    void locksANumberThatTriesOneAfterAnother() {
        for (int i = 0; i < 10; i++) {
            assertThat(room.send(PHONE, "DC TT 99907000010" + i)).hasValue(refused());
        }

        assertThat(send("DC TT " + ID)).isEqualTo(refused());
        room.clock.shift(Duration.ofHours(25));
        assertThat(send("DC TT " + ID)).contains("Mã xác nhận");
    }

    @Test
    void answersAFloodOnceAndIsThenSilentForTheHour() {
        for (int i = 0; i < 20; i++) {
            assertThat(send("DC HD")).isEqualTo(room.fixed(Text.HELP));
        }

        assertThat(send("DC HD")).isEqualTo(room.fixed(Text.TOO_MANY));
        assertThat(room.send(PHONE, "DC HD")).isEmpty();
        room.work.clear();
        for (int i = 0; i < 100; i++) {
            assertThat(room.send(PHONE, "DC TT " + ID)).isEmpty();
        }
        assertThat(room.work).isEmpty();
        assertThat(room.conversation().answer(ConversationRoom.text(PHONE, "DC HD")))
                .isEmpty();
        assertThat(room.meters.get("dancu.citizen.sms.texts").tag("outcome", "silent").counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum())
                .isEqualTo(102);
        room.clock.shift(Duration.ofMinutes(61));
        assertThat(room.conversation().answer(ConversationRoom.text(PHONE, "DC HD")))
                .hasValue(room.fixed(Text.HELP));
        assertThat(room.send(STRANGER, "DC HD")).hasValue(room.fixed(Text.HELP));
    }

    @Test
    void stopsAtOnceAndIsOpenedAgainOnlyByMoreThanThePhone() {
        String code = code("DC TT " + ID);
        assertThat(send("dc ngừng " + ID)).isEqualTo(room.fixed(Text.STOPPED));
        assertThat(send("DC NGUNG " + ID)).isEqualTo(room.fixed(Text.STOPPED));
        assertThat(send("DC XN " + ID + " " + code)).isEqualTo(refused());
        assertThat(send("DC MO " + ID)).isEqualTo(room.fixed(Text.REOPEN));
        assertThat(send("DC TT " + ID)).isEqualTo(refused());
        VerifiedCitizen phone = citizen(Proof.Kind.SUBSCRIBER);
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> room.channel.reopen(phone))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.ASSURANCE_TOO_LOW));
        VerifiedCitizen account = citizen(Proof.Kind.EID_ACCOUNT);
        assertThat(room.channel.state(account).isOpen()).isFalse();

        assertThat(room.channel.reopen(account).isOpen()).isTrue();

        assertThat(send("DC TT " + ID)).contains("Mã xác nhận");
        assertThat(room.actions()).contains("citizen.sms_stopped", "citizen.sms_reopened");
        assertThat(room.channel.stop(account).stoppedAt()).isNotNull();
        assertThat(send("DC TT " + ID)).isEqualTo(refused());
    }

    @Test
    void looksNobodyUpWithoutALegalBasis() {
        room.close();
        room = room("legal-basis=");

        assertThat(send("DC TT " + ID)).isEqualTo("Kênh này chưa được mở.");
        assertThat(send("DC HD")).isEqualTo("Kênh này chưa được mở.");
        assertThat(room.work).doesNotContain("findPerson", "act", "inquiry");
        room.close();
        room = room("legal-basis=", "closed-answer=silence");
        assertThat(room.send(PHONE, "DC TT " + ID)).isEmpty();
        assertThat(room.work).isEmpty();
    }

    @Test
    void keepsNothingThatNamesAPersonANumberOrACode() {
        String code = code("DC TT " + ID);

        String kept = new JdbcTemplate(DATABASE)
                .queryForObject(
                        "select (select string_agg(n::text, ' ') from citizen.sms_number n) || "
                                + "(select string_agg(p::text, ' ') from citizen.sms_person p)",
                        String.class);

        assertThat(kept).doesNotContain(ID, PHONE.substring(1), code);
        assertThat(room.acts.toString() + room.acts.get(0).detail()).doesNotContain(ID, PHONE.substring(1), code);
    }

    @Test
    void takesTheTextsOfManyInFewTransactions() throws Exception {
        int senders = 400;
        for (int i = 0; i < senders; i++) {
            room.people.add("999070001" + (100 + i), "0100071" + (100 + i), CitizenStatus.ALIVE);
        }
        ExecutorService phones = Executors.newFixedThreadPool(32);
        List<Future<Optional<String>>> answers = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            String phone = "0100071" + (100 + i);
            String id = "999070001" + (100 + i);
            answers.add(phones.submit(() -> room.send(phone, "DC TT " + id)));
        }
        Set<String> codes = new HashSet<>();
        for (Future<Optional<String>> answer : answers) {
            codes.add(ConversationRoom.codeOf(answer.get().orElseThrow()));
        }
        phones.shutdown();

        assertThat(codes).allMatch(code -> code.matches("[0-9]{6}")).hasSizeGreaterThan(senders - 10);
        assertThat(room.work.stream().filter("commit"::equals).count()).isLessThan(senders);
        assertThat(room.actions()).hasSize(senders);
    }

    /** Both lock the same rows, many at a time and in other orders. */
    @Test
    void sharesItsStateWithAnotherInstance() throws Exception {
        try (ConversationRoom other = room("limits.texts-of-number=1000")) {
            ExecutorService phones = Executors.newFixedThreadPool(16);
            List<Future<Optional<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                ConversationRoom instance = i % 2 == 0 ? room : other;
                String phone = "01000720" + (10 + i / 3 % 10);
                String id = "99907000300" + i / 2 % 10;
                answers.add(phones.submit(() -> instance.send(phone, "DC TT " + id)));
            }
            int refused = 0;
            for (Future<Optional<String>> answer : answers) {
                refused += answer.get().filter(refused()::equals).isPresent() ? 1 : 0;
            }
            phones.shutdown();

            assertThat(refused).isBetween(150, 300);
        }
        assertThat(new JdbcTemplate(DATABASE)
                        .queryForObject("select sum(texts) from citizen.sms_number", Integer.class))
                .isBetween(160, 300);
    }

    @Test
    void forgetsWhomNobodyAskedAboutForDaysButNotWhoStopped() {
        room.people.add("999070000012", "0100070012", CitizenStatus.ALIVE);
        room.send("0100070012", "DC NGUNG 999070000012");
        room.send(PHONE, "DC TT " + ID);
        JdbcTemplate jdbc = new JdbcTemplate(DATABASE);

        new JdbcConversationStates(jdbc).delete(room.clock.instant().plusSeconds(1), 1);

        assertThat(jdbc.queryForObject("select count(*) from citizen.sms_number", Integer.class))
                .isZero();
        assertThat(jdbc.queryForList("select person_hash from citizen.sms_person", byte[].class))
                .containsExactly(room.hash("999070000012"));
    }

    private ConversationRoom room(String... settings) {
        ConversationRoom made = new ConversationRoom(DATABASE, settings);
        made.people.add(ID, PHONE, CitizenStatus.ALIVE);
        made.people.add(DEAD, STRANGER, CitizenStatus.DECEASED);
        made.people.add(MISSING, STRANGER, CitizenStatus.MISSING);
        made.people.add(WITHOUT_PHONE, null, CitizenStatus.ALIVE);
        return made;
    }

    private void lock(String id, String phone) {
        for (int i = 0; i < 5; i++) {
            room.send(phone, "DC XN " + id + " 000000");
        }
    }

    private String send(String text) {
        return room.send(PHONE, text).orElseThrow();
    }

    private String code(String text) {
        return ConversationRoom.codeOf(send(text));
    }

    private String refused() {
        return room.fixed(Text.REFUSED);
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
