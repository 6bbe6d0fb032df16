package vn.dancu.bus.citizen.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.citizen.sms.ConversationRoom.ID;
import static vn.dancu.bus.citizen.sms.ConversationRoom.PHONE;
import static vn.dancu.bus.citizen.sms.ConversationRoom.STRANGER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.citizen.sms.text.SmsGrammar.Text;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.message.population.CitizenStatus;

/** Locks, floods, many at once and several instances, on a real database. */
class ConversationLimitsIT {

    private static final DataSource DATABASE = MigratedDatabase.fresh();

    private final ConversationRoom room = new ConversationRoom(DATABASE);

    @AfterEach
    void clear() {
        room.close();
        new JdbcTemplate(DATABASE).execute("truncate citizen.sms_number, citizen.sms_person");
    }

    @Test
    void locksThePersonAfterWrongCodesAndWritesToTheRecordedNumber() {
        room.people.add(ID, PHONE + "; 0100070002", CitizenStatus.ALIVE);

        room.lock(ID, PHONE);

        assertThat(room.actions()).last().isEqualTo("citizen.sms_locked");
        assertThat(room.notices)
                .extracting(notice -> notice.to().value())
                .containsExactly("+84100070001", "+84100070002");
        assertThat(room.notices).extracting(notice -> notice.onceKey()).doesNotHaveDuplicates();
        assertThat(room.notices.get(0).text()).contains("24 giờ");
        assertThat(room.send("0100070002", "DC TT " + ID)).hasValue(room.refused());
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

        String code = room.code("DC TT " + ID);

        assertThat(room.send("DC XN " + ID + " " + code)).startsWith("Họ tên");
        assertThat(room.notices).isEmpty();
    }

    @Test
    void locksANumberThatTriesOneAfterAnother() {
        for (int i = 0; i < 10; i++) {
            assertThat(room.send(PHONE, "DC TT 99907000010" + i)).hasValue(room.refused());
        }

        assertThat(room.actions())
                .filteredOn("citizen.sms_number_locked"::equals)
                .hasSize(1);
        assertThat(room.acts).last().satisfies(act -> {
            assertThat(act.action()).isEqualTo("citizen.sms_number_locked");
            assertThat(act.personHash()).isNull();
        });
        assertThat(room.send("DC TT " + ID)).isEqualTo(room.refused());
        assertThat(room.actions())
                .filteredOn("citizen.sms_number_locked"::equals)
                .hasSize(1);
        room.clock.shift(Duration.ofHours(25));
        assertThat(room.send("DC TT " + ID)).contains("Mã xác nhận");
    }

    @Test
    void answersAFloodOnceAndIsThenSilentForTheHour() {
        for (int i = 0; i < 20; i++) {
            assertThat(room.send("DC HD")).isEqualTo(room.fixed(Text.HELP));
        }

        assertThat(room.send("DC HD")).isEqualTo(room.fixed(Text.TOO_MANY));
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
        try (ConversationRoom other = new ConversationRoom(DATABASE, "limits.texts-of-number=1000")) {
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
                refused += answer.get().filter(room.refused()::equals).isPresent() ? 1 : 0;
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
}
