package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.code.DocumentActionKind;

/** The life of documents on a real database: every step of it survives the death of the process, and every document has its end. */
class DocumentLifeIT extends DocumentLife {

    /** Dies before and after each statement and each commit in turn, and goes on as a new process. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"one person, 1, ''", "a list in parts, 5, ''", "a letter without a question, 0, 02"})
    void survivesTheDeathOfTheProcessAtEveryStep(String what, int people, String refused) {
        List<String> expected = refused.isEmpty() ? WHOLE : List.of("01", refused);
        int step = 1;
        long ended = 0;
        long again = 0;
        for (boolean died = true; died; step++) {
            String id = id();
            AxisDelivery delivery = delivery("axis-" + id);
            byte[] edxml = people == 0 ? letter(id) : request(id, people);
            room.database.dieAt(step);
            died = MortalDatabase.dies(() -> {
                take(delivery, edxml);
                room.workAll();
            });
            room.database.restart();
            room.clock.shift(Duration.ofMinutes(10L * step));
            if (room.intake().state(delivery) != DocumentIntake.ItemState.TAKEN) {
                take(delivery, edxml);
            }
            // The database needs a moment to see that a process is gone; until then its rows are locked.
            await().atMost(Duration.ofSeconds(10)).pollDelay(Duration.ZERO).until(() -> {
                room.workAll();
                return room.documents().balance().stream().allMatch(one -> one.inWork() == 0);
            });

            ended += room.progress(delivery.docId()).contains(refused.isEmpty() ? "done" : "fail") ? 1 : 0;
            again += room.sent(entry(id).id()).size() > expected.size() ? 1 : 0;
            hasEnded(what + ", dead at step " + step, delivery, id, expected, refused.isEmpty() ? "done" : "fail");
        }
        long in = step - 1L;
        new Balance(
                        "killed-at-every-step",
                        in,
                        refused.isEmpty() ? ended : 0,
                        refused.isEmpty() ? 0 : ended,
                        in - ended,
                        again)
                .written();
        assertThat(step).as("steps of %s", what).isGreaterThan(20);
        assertThat(room.jdbc().queryForObject("select count(*) from document.chunk", Integer.class))
                .isZero();
    }

    private void hasEnded(String what, AxisDelivery delivery, String id, List<String> sent, String progress) {
        assertThat(room.sent(entry(id).id())).as(what).isEqualTo(sent);
        assertThat(room.progress(delivery.docId())).as(what).containsExactly("processing", progress);
        assertThat(room.documents().balance()).allMatch(DocumentBalance::isEven);
    }

    /** Only what was not kept is asked again: of a list one part. */
    @Test
    void asksNobodyOfAPartThatIsKeptAgain() {
        String id = id();
        AtomicInteger asked = new AtomicInteger();
        room.inquiries.answer(query -> {
            if (asked.incrementAndGet() == 4) {
                throw new IllegalStateException("The register's answer cannot be used");
            }
            return found(query);
        });
        take(delivery("axis-" + id), request(id, 5));

        room.workAll();
        room.clock.shift(Duration.ofMinutes(5));
        room.workAll();

        assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
        assertThat(asked.get()).isEqualTo(2 + 2 + 3);
    }

    @Test
    void takesADocumentThatComesToTwoInstancesAtOnceOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (DocumentRoom other = room.beside(folder, SETTINGS)) {
            other.inquiries.answer(DocumentLife::found);
            for (int i = 0; i < 20; i++) {
                String id = id();
                byte[] edxml = request(id, 1);
                CyclicBarrier together = new CyclicBarrier(2);
                // The axis may deliver it twice under one number, and under two.
                String second = i % 2 == 0 ? "axis-" + id : "again-" + id;
                List<Future<?>> both = new ArrayList<>();
                both.add(threads.submit(() -> {
                    together.await();
                    take(delivery("axis-" + id), edxml);
                    return null;
                }));
                both.add(threads.submit(() -> {
                    together.await();
                    other.intake().take(delivery(second), new ByteArrayInputStream(edxml));
                    return null;
                }));
                for (Future<?> each : both) {
                    each.get();
                }
                room.workAll();
                other.workAll();

                assertThat(room.documents().find("H41", id)).hasSize(1);
                assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
                assertThat(room.progress("axis-" + id)).contains("done");
                assertThat(room.progress(second)).contains("done");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(room.documents().balance()).allMatch(DocumentBalance::isEven);
    }

    @Test
    void waitsForTheRegisterAnHourAndGoesOn() {
        String id = id();
        room.inquiries.answer(query -> Refusal.of(ErrorCode.REGISTER_UNAVAILABLE));
        take(delivery("axis-" + id), request(id, 3));

        room.workAll();
        assertThat(entry(id).state()).isInstanceOf(DocumentState.Waiting.class);
        for (int minutes = 5; minutes < 60; minutes += 5) {
            room.clock.shift(Duration.ofMinutes(minutes));
            room.workAll();
            assertThat(entry(id).state()).isInstanceOf(DocumentState.Waiting.class);
        }
        room.inquiries.answer(DocumentLife::found);
        room.clock.shift(Duration.ofMinutes(66));
        room.workAll();

        List<String> sent = room.sent(entry(id).id());
        Balance.of("register-away-an-hour", WHOLE, sent).written();
        assertThat(sent).isEqualTo(WHOLE);
    }

    /** An account may be gone by mistake, so its documents are held as long as the register may be away; none stays open for ever. */
    @Test
    void holdsTheDocumentsOfAnAccountThatIsGoneUntilItIsBack() {
        String id = id();
        take(delivery("axis-" + id), request(id, 1));
        room.hasNoAccount = true;
        room.workAll();

        assertThat(entry(id).state()).isInstanceOfSatisfying(DocumentState.Waiting.class, waiting -> {
            assertThat(waiting.cause().code()).isEqualTo(ErrorCode.AXIS_UNAVAILABLE);
            assertThat(waiting.cause().field()).isEqualTo("account");
        });
        assertThat(room.inquiries.callers()).isEmpty();

        room.hasNoAccount = false;
        room.clock.shift(Duration.ofMinutes(10));
        room.workAll();
        assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
    }

    @Test
    void setsAsideTheDocumentsOfAnAccountThatDoesNotComeBack() {
        String id = id();
        take(delivery("axis-" + id), request(id, 1));
        room.hasNoAccount = true;

        room.clock.shift(Duration.ofHours(25));
        room.workAll();
        room.hasNoAccount = false;

        assertThat(entry(id).state()).isInstanceOfSatisfying(DocumentState.Refused.class, refused -> assertThat(
                        refused.cause().code())
                .isEqualTo(ErrorCode.AXIS_UNAVAILABLE));
        assertThat(room.sent(entry(id).id())).containsExactly("01");
        assertThat(room.progress("axis-" + id)).containsExactly("processing", "fail");
        assertThat(room.documents().balance()).allMatch(DocumentBalance::isEven);
    }

    /** The axis knows its sender under one code, the document names another one of the same agency. */
    @Test
    void takesADocumentUnderEachCodeThatTheListOfTheAxisGivesItsSender() {
        room.agencies.put("don_vi_cu", "H41");
        String first = id();
        take(new AxisDelivery(DocumentRoom.ACCOUNT, "axis-" + first, "don_vi_cu", false), request(first, 1));
        room.workAll();

        assertThat(room.sent(room.documents().find("don_vi_cu", first).get(0).id()))
                .isEqualTo(WHOLE);

        room.agencies.clear();
        String second = id();
        take(new AxisDelivery(DocumentRoom.ACCOUNT, "axis-" + second, "don_vi_cu", false), request(second, 1));
        assertThat(room.progress("axis-" + second)).containsExactly("fail");
    }

    @Test
    void refusesWhatWaitedLongerThanItIsGivenTime() {
        String id = id();
        room.inquiries.answer(query -> Refusal.of(ErrorCode.REGISTER_UNAVAILABLE));
        take(delivery("axis-" + id), request(id, 1));

        room.clock.shift(Duration.ofHours(25));
        room.workAll();

        assertThat(entry(id).state()).isInstanceOf(DocumentState.Refused.class);
        assertThat(room.sent(entry(id).id())).containsExactly("01", "02");
        assertThat(room.progress("axis-" + id)).containsExactly("processing", "fail");
    }

    @ParameterizedTest(name = "{0} before the answer: {1}, after it: {2}")
    @CsvSource({"RECALL, 15, 16", "UPDATE, 15, 16", "REPLACE, 15, 16"})
    void changesADocumentUntilItIsAnswered(DocumentActionKind kind, String before, String after) {
        String open = id();
        String answered = id();
        take(delivery("axis-" + answered), request(answered, 1));
        room.workAll();
        take(delivery("axis-" + open), request(open, 1));
        boolean asks = kind != DocumentActionKind.RECALL;

        for (String target : List.of(open, answered)) {
            String id = kind == DocumentActionKind.REPLACE ? id() : target;
            take(delivery("change-" + target), agency.change(id, kind, target, asks ? files(2) : List.of()));
        }
        room.workAll();

        UUID changeOfOpen = document("change-" + open);
        UUID changeOfAnswered = document("change-" + answered);
        assertThat(state(document("axis-" + open))).isInstanceOf(DocumentState.Withdrawn.class);
        assertThat(room.sent(document("axis-" + open))).containsExactly("01");
        assertThat(room.progress("axis-" + open)).containsExactly("processing", "done");
        assertThat(room.sent(changeOfOpen)).startsWith("01", before);
        assertThat(room.sent(changeOfOpen).contains("answer")).isEqualTo(asks);
        assertThat(room.sent(changeOfAnswered)).startsWith("01", after);
        assertThat(room.sent(changeOfAnswered).contains("answer")).isEqualTo(kind == DocumentActionKind.REPLACE);
        assertThat(room.sent(document("axis-" + answered))).isEqualTo(WHOLE);
        assertThat(room.documents().balance()).allMatch(DocumentBalance::isEven);
    }

    /** Rows of the longest list; all that one may have with {@code -Plong}. */
    private static final int LONGEST = Integer.getInteger("test.document.rows", 20_000);

    /** In parts and without holding it in memory; the register takes its own time. */
    @Test
    void answersAVeryLongList() {
        String id = id();
        StringBuilder list = new StringBuilder("SoDinhDanh;HoVaTen;NgaySinh;MaCanBo;MaDVC;DichVu;Truong\n");
        for (int i = 1; i <= LONGEST; i++) {
            list.append(String.format("9990%08d;NGUYEN VAN AN;1990", i))
                    .append(i == 1 ? ";canbo01;VPCP;TraCuuThongTinCongDan;HoVaTen\n" : ";;;;\n");
        }
        byte[] edxml =
                agency.request(id, "danh-sach.csv", "text/csv", list.toString().getBytes(StandardCharsets.UTF_8));
        try (DocumentRoom large = room.beside(folder, Map.of("dancu.document.chunk", "500"))) {
            large.inquiries.answer(DocumentLife::found);
            large.intake().take(delivery("axis-" + id), new ByteArrayInputStream(edxml));

            large.workAll();

            assertThat(large.inquiries.callers()).hasSize(LONGEST);
        }
        assertThat(room.sent(document("axis-" + id))).isEqualTo(WHOLE);
        assertThat(room.jdbc()
                        .queryForObject(
                                "select length from delivery.message where order_key = ? and once_key like '%answer'",
                                Long.class, document("axis-" + id).toString()))
                .isGreaterThan(50L * LONGEST);
    }

    /** The bytes of a document go soon after its answer; those of a refused one stay for a year. */
    @Test
    void keepsNoDocumentLongerThanItIsNeeded() {
        String answered = id();
        String refused = id();
        take(delivery("axis-" + answered), request(answered, 1));
        take(delivery("axis-" + refused), letter(refused));
        room.workAll();

        room.clock.shift(Duration.ofDays(364));
        room.sweep();
        assertThat(isKept(answered)).isFalse();
        assertThat(isKept(refused)).isTrue();
        room.clock.shift(Duration.ofDays(368));
        room.sweep();
        room.sweep();
        assertThat(isKept(refused)).isFalse();
    }

    private static boolean isKept(String documentId) {
        ClaimCheck check = room.jdbc()
                .queryForObject(
                        "select content, content_length, content_sha256 from document.document where id = ?",
                        (rs, number) -> new ClaimCheck(rs.getObject(1, UUID.class), rs.getLong(2), rs.getString(3)),
                        entry(documentId).id());
        try (InputStream in = room.claims().open(check)) {
            return in.read() >= 0;
        } catch (IOException | BusException e) {
            return false;
        }
    }
}
