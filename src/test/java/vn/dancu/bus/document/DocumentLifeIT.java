package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.partner.Partner;

/** The life of documents on a real database: every step of it survives the death of the process, and every document has its end. */
class DocumentLifeIT {

    private static final Map<String, Object> SETTINGS = Map.of("dancu.document.chunk", "2");
    private static final List<String> WHOLE = List.of("01", "03", "05", "answer", "06");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    static Path folder;

    private static DocumentRoom room;

    private final AxisAgency agency = AxisAgency.province(1);

    @BeforeAll
    static void start() {
        room = DocumentRoom.start(folder, SETTINGS);
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @BeforeEach
    void everybodyIsFound() {
        room.inquiries.forget();
        room.inquiries.answer(DocumentLifeIT::found);
        room.clock.shift(Duration.ZERO);
    }

    /** Dies before and after each statement and each commit in turn, and goes on as a new process. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"one person, 1, ''", "a list in parts, 5, ''", "a letter without a question, 0, 02"})
    void survivesTheDeathOfTheProcessAtEveryStep(String what, int people, String refused) {
        List<String> expected = refused.isEmpty() ? WHOLE : List.of("01", refused);
        int step = 1;
        for (boolean died = true; died; step++) {
            String id = id();
            AxisDelivery delivery = delivery("axis-" + id);
            byte[] edxml = people == 0 ? letter(id) : request(id, people);
            Duration age = Duration.ofMinutes(10L * step);

            room.database.dieAt(step);
            died = dies(() -> {
                take(delivery, edxml);
                room.workAll();
            });
            room.database.restart();
            room.clock.shift(age);
            if (!room.intake().isTaken(delivery)) {
                take(delivery, edxml);
            }
            // The database needs a moment to see that a process is gone; until then its rows are locked.
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                room.workAll();
                return room.documents().balance().stream().allMatch(one -> one.inWork() == 0);
            });

            UUID document = entry(id).id();
            assertThat(room.sent(document))
                    .as("%s, dead at step %s", what, step)
                    .isEqualTo(expected);
            assertThat(room.progress(delivery.docId()))
                    .as("%s, dead at step %s", what, step)
                    .containsExactly("processing", refused.isEmpty() ? "done" : "fail");
            assertThat(room.documents().balance()).allMatch(DocumentBalance::isEven);
        }
        assertThat(step).as("steps of %s", what).isGreaterThan(20);
        assertThat(room.jdbc().queryForObject("select count(*) from document.chunk", Integer.class))
                .isZero();
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
            other.inquiries.answer(DocumentLifeIT::found);
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
        room.inquiries.answer(DocumentLifeIT::found);
        room.clock.shift(Duration.ofMinutes(66));
        room.workAll();

        assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
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

    /** One person on whom the bus breaks does not keep the others from their answers. */
    @Test
    void refusesAQuestionThatBreaksTheBusByItselfAtTheLastAttempt() {
        String id = id();
        room.inquiries.answer(
                query -> query.number().digits().endsWith("2") ? Refusal.of(ErrorCode.INTERNAL_ERROR) : found(query));
        take(delivery("axis-" + id), request(id, 3));

        for (int minutes = 0; minutes < 100; minutes += 10) {
            room.clock.shift(Duration.ofMinutes(minutes));
            room.workAll();
        }

        assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
        assertThat(room.inquiries.refusals())
                .extracting(each -> each.refusal().code())
                .containsExactly(ErrorCode.INTERNAL_ERROR);
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

    /** Only the sender of a document may change it. */
    @Test
    void letsNobodyElseRecallADocument() {
        String id = id();
        take(delivery("axis-" + id), request(id, 1));
        AxisAgency stranger = AxisAgency.of("000.00.00.G22", "secret", 1);

        room.intake()
                .take(
                        new AxisDelivery(DocumentRoom.ACCOUNT, "strange-" + id, "000.00.00.G22", false),
                        new ByteArrayInputStream(stranger.change(id, DocumentActionKind.RECALL, id, List.of())));
        room.workAll();

        assertThat(room.sent(document("strange-" + id))).containsExactly("01", "16");
        assertThat(room.sent(document("axis-" + id))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000.00.00.G22", "G22", "H41.01"})
    void believesTheAxisWhoSends(String proved) {
        String id = id();

        room.intake()
                .take(
                        new AxisDelivery(DocumentRoom.ACCOUNT, "axis-" + id, proved, false),
                        new ByteArrayInputStream(request(id, 1)));

        assertThat(room.sent(document("axis-" + id))).containsExactly("02");
        assertThat(state(document("axis-" + id)))
                .isInstanceOfSatisfying(
                        DocumentState.Refused.class,
                        refused -> assertThat(refused.cause().code()).isEqualTo(ErrorCode.CREDENTIALS_WRONG));
    }

    @Test
    void setsAsideWhatCannotBeRead() {
        String id = id();

        take(delivery("axis-" + id), "<html>Service error</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(room.sent(document("axis-" + id))).containsExactly("02");
        assertThat(room.progress("axis-" + id)).containsExactly("fail");
    }

    @Test
    void refusesAnAgencyThatIsNobodysPartner() {
        String id = "G22-" + id();
        AxisAgency stranger = AxisAgency.of("000.00.00.G22", "secret", 1);

        room.intake()
                .take(
                        new AxisDelivery(DocumentRoom.ACCOUNT, "axis-" + id, "G22", false),
                        new ByteArrayInputStream(stranger.request(id, "hoi.json", "application/json", questions(1))));
        room.workAll();

        assertThat(room.sent(document("axis-" + id))).containsExactly("01", "02");
        assertThat(cause(document("axis-" + id)).code()).isEqualTo(ErrorCode.PARTNER_UNKNOWN);
        assertThat(room.inquiries.callers()).isEmpty();
        assertThat(room.inquiries.refusals()).hasSize(1);
    }

    @Test
    void refusesAPartnerThatIsSuspendedAndSaysSo() {
        String id = id();
        room.partners.with("h41-lgsp", "secret", Partner.State.SUSPENDED);
        try {
            take(delivery("axis-" + id), request(id, 1));
            room.workAll();
        } finally {
            room.partners.with("h41-lgsp", "secret", Partner.State.ACTIVE);
        }

        assertThat(cause(document("axis-" + id)).code()).isEqualTo(ErrorCode.PARTNER_SUSPENDED);
        assertThat(room.sent(document("axis-" + id))).containsExactly("01", "02");
    }

    /** In whatever order, of whatever code, about whatever document. */
    @Test
    void keepsEveryStatusThatComes() {
        String id = id();
        take(delivery("axis-" + id), request(id, 1));
        room.workAll();
        String answer = ((DocumentState.Answered) entry(id).state()).answerId();

        status("s1-" + id, "06", answer);
        status("s2-" + id, "01", answer);
        status("s3-" + id, "09", answer);
        status("s4-" + id, "03", "never sent");

        assertThat(room.jdbc()
                        .queryForList(
                                "select code from document.status where document = ? order by axis_doc_id",
                                String.class,
                                document("axis-" + id)))
                .containsExactly("06", "01", "09");
        assertThat(room.jdbc()
                        .queryForObject(
                                "select count(*) from document.status where axis_doc_id = ? and document is null",
                                Integer.class,
                                "s4-" + id))
                .isEqualTo(1);
        assertThat(room.progress("s4-" + id)).containsExactly("done");
    }

    @Test
    void takesADocumentBackByStatus13() {
        String id = id();
        take(delivery("axis-" + id), request(id, 1));

        status("recall-" + id, "13", id);
        status("recall-again-" + id, "13", id);
        room.workAll();

        assertThat(state(document("axis-" + id))).isInstanceOf(DocumentState.Withdrawn.class);
        assertThat(room.sent(document("axis-" + id))).containsExactly("01");
        assertThat(changeStatuses("recall-" + id)).containsExactly("15");
        assertThat(changeStatuses("recall-again-" + id)).containsExactly("16");
    }

    /** A full disk stops the taking; the document stays at the axis, and is taken when there is room. */
    @Test
    void takesNothingWhileTheDiskIsFull() {
        String id = id();
        byte[] edxml = request(id, 1);
        Map<String, Object> full = Map.of("dancu.delivery.reserve", "1000000TB");
        try (DocumentRoom other = room.beside(folder, full)) {
            assertThat(catchThrowableOfType(BusException.class, () -> other.intake()
                                    .take(delivery("axis-" + id), new ByteArrayInputStream(edxml)))
                            .refusal()
                            .code())
                    .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
        }
        assertThat(room.intake().isTaken(delivery("axis-" + id))).isFalse();

        take(delivery("axis-" + id), edxml);
        room.workAll();

        assertThat(room.sent(document("axis-" + id))).isEqualTo(WHOLE);
    }

    /** The longest list, within a minute of work and without holding it in memory; the register takes its own time. */
    @Test
    void answersAListOfAHundredThousand() {
        String id = id();
        StringBuilder list = new StringBuilder("SoDinhDanh;HoVaTen;NgaySinh;MaCanBo;MaDVC;DichVu;Truong\n");
        for (int i = 1; i <= 100_000; i++) {
            list.append(String.format("9990%08d;NGUYEN VAN AN;1990", i))
                    .append(i == 1 ? ";canbo01;VPCP;TraCuuThongTinCongDan;HoVaTen\n" : ";;;;\n");
        }
        byte[] edxml =
                agency.request(id, "danh-sach.csv", "text/csv", list.toString().getBytes(StandardCharsets.UTF_8));
        try (DocumentRoom large = room.beside(folder, Map.of("dancu.document.chunk", "500"))) {
            large.inquiries.answer(DocumentLifeIT::found);
            large.intake().take(delivery("axis-" + id), new ByteArrayInputStream(edxml));

            large.workAll();

            assertThat(large.inquiries.callers()).hasSize(100_000);
        }
        assertThat(room.sent(document("axis-" + id))).isEqualTo(WHOLE);
        assertThat(room.jdbc()
                        .queryForObject(
                                "select length from delivery.message where order_key = ? and once_key like '%answer'",
                                Long.class, document("axis-" + id).toString()))
                .isGreaterThan(5_000_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a file that did not come, field_missing",
        "broken base64, field_invalid",
        "a DTD, message_dtd_forbidden"
    })
    void setsAsideAWrongDocumentAndGoesOn(String what, String code) {
        String id = id();
        String text = new String(request(id, 1), StandardCharsets.UTF_8);
        String wrong =
                switch (code) {
                    case "field_missing" -> text.replaceFirst("(?s)<[^<>]*AttachmentEncoded.*AttachmentEncoded>", "");
                    case "field_invalid" -> text.replaceFirst("(ContentTransferEncoded>)....", "$1%%%%");
                    default -> text.replaceFirst("<([a-zA-Z]+:)?edXML ", "<!DOCTYPE edXML [<!ENTITY a \"b\">]>$0");
                };

        take(delivery("axis-" + id), wrong.getBytes(StandardCharsets.UTF_8));
        String next = id();
        take(delivery("axis-" + next), request(next, 1));
        room.workAll();

        assertThat(wrong).as(what).isNotEqualTo(text);
        assertThat(cause(document("axis-" + id)).code().code()).as(what).isEqualTo(code);
        assertThat(room.sent(document("axis-" + id))).containsExactly("02");
        assertThat(room.progress("axis-" + id)).containsExactly("fail");
        assertThat(room.sent(document("axis-" + next))).isEqualTo(WHOLE);
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

    private void status(String axisDocId, String code, String documentId) {
        room.intake()
                .take(
                        new AxisDelivery(DocumentRoom.ACCOUNT, axisDocId, "000.00.00.H41", true),
                        new ByteArrayInputStream(agency.status(code, documentId)));
    }

    /** What is sent about a document that a status has named. */
    private static List<String> changeStatuses(String axisDocId) {
        return room.sent(
                UUID.nameUUIDFromBytes((DocumentRoom.ACCOUNT + "\n" + axisDocId).getBytes(StandardCharsets.UTF_8)));
    }

    private static Refusal cause(UUID document) {
        return ((DocumentState.Refused) state(document)).cause();
    }

    private static boolean dies(Runnable work) {
        try {
            work.run();
            return false;
        } catch (MortalDatabase.Died e) {
            return true;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof MortalDatabase.Died) {
                return true;
            }
            throw e;
        }
    }

    private static void take(AxisDelivery delivery, byte[] edxml) {
        room.intake().take(delivery, new ByteArrayInputStream(edxml));
    }

    private static AxisDelivery delivery(String docId) {
        return new AxisDelivery(DocumentRoom.ACCOUNT, docId, "000.00.00.H41", false);
    }

    private static String id() {
        return "000.00.00.H41,2026/11/29," + COUNT.incrementAndGet() + "/UBND-KT";
    }

    private byte[] request(String id, int people) {
        return agency.request(id, "hoi.json", "application/json", questions(people));
    }

    private static List<Attachment> files(int people) {
        return List.of(Attachment.of("tep-1", "hoi.json", "application/json", Content.of(questions(people))));
    }

    private byte[] letter(String id) {
        return agency.request(id, "cong-van.pdf", "application/pdf", id.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] questions(int people) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 1; i <= people; i++) {
            json.append(i == 1 ? "" : ",")
                    .append("{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"")
                    .append(UUID.randomUUID())
                    .append("\", \"maDVC\": \"VPCP\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \"99908000000")
                    .append(i)
                    .append("\", \"hoVaTen\": \"NGUYỄN VĂN AN\", \"ngaySinh\": \"1990\"}");
        }
        return json.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Answer found(CitizenQuery query) {
        return new Answer.OfCitizen(query.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null);
    }

    private static DocumentEntry entry(String documentId) {
        return room.documents().find("H41", documentId).get(0);
    }

    private static UUID document(String axisDocId) {
        return room.jdbc()
                .queryForObject("select document from document.delivery where axis_doc_id = ?", UUID.class, axisDocId);
    }

    private static DocumentState state(UUID document) {
        return room.documents().find(document).orElseThrow().state();
    }
}
