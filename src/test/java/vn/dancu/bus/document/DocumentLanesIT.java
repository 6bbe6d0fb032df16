package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisVerb;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.RunningAxis;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.ResultStatus;

/**
 * From the mock axis to the mock axis by the shipped routes, in a room whose clock can be moved, that can have a second instance, and
 * whose limits are low: an axis that is away, two instances at once, a full disk, what is too large.
 */
class DocumentLanesIT {

    private static final List<String> WHOLE = List.of("01", "03", "05", "06");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static RunningAxis axis;
    private static Map<String, Object> settings;
    private static DocumentRoom room;

    private final AxisAgency agency = AxisAgency.of(
            RunningAxis.PROVINCE,
            RunningAxis.secret(RunningAxis.PROVINCE),
            axis.server().port());

    @BeforeAll
    static void start() {
        axis = RunningAxis.start(folder.resolve("axis"), 300);
        settings = DocumentRoom.onAxis(axis);
        settings.put("dancu.document.limit.document", "3MB");
        settings.put("dancu.document.axis.accounts.main.max-document", "6MB");
        room = DocumentRoom.start(folder, settings);
        answering(room);
    }

    @AfterAll
    static void stop() {
        room.close();
        axis.close();
    }

    @AfterEach
    void losesNothing() {
        axis.faults("[]");
        assertThat(room.documents().balance()).allMatch(DocumentBalance::isEven).allMatch(one -> one.inWork() == 0);
    }

    /** All calls fail for an hour; the clock is moved. */
    @Test
    void sendsEverythingInItsOrderAfterTheAxisWasAwayForAnHour() {
        axis.faults("[{\"verb\":\"getReceivedEdocList\",\"fault\":\"error-page\"}]");
        Map<String, String> sent = new HashMap<>();
        for (String id : ids(5)) {
            sent.put(id, agency.send(request(id, questions())));
        }
        long before = answered();
        axis.faults(
                "[{\"verb\":\"sendEdoc\",\"fault\":\"error-page\"},{\"verb\":\"updateStatus\",\"fault\":\"fail\"}]");
        await().atMost(PATIENCE).until(() -> answered() == before + sent.size());
        axis.faults("[{\"fault\":\"error-page\"}]");

        for (int minutes = 6; minutes <= 60; minutes += 6) {
            long asked = room.calls(AxisVerb.SEND) + room.calls(AxisVerb.UPDATE_STATUS);
            room.clock.shift(Duration.ofMinutes(minutes));
            await().atMost(PATIENCE)
                    .until(() -> room.calls(AxisVerb.SEND) + room.calls(AxisVerb.UPDATE_STATUS) > asked);
        }
        assertThat(sent.keySet())
                .allSatisfy(id -> assertThat(outbox(id, "ended_at is null")).isEqualTo(5));
        axis.faults("[]");
        room.clock.shift(Duration.ofMinutes(66));

        sent.forEach((id, number) -> {
            assertThat(agency.statusesUntil(id, "06")).isEqualTo(WHOLE);
            assertThat(agency.answers(id)).hasSize(1);
            await().atMost(PATIENCE).until(() -> isAt(number, "done"));
        });
        balance("axis-away-an-hour", sent.keySet());
    }

    /** The axis delivers each document twice, and two instances look at the same moment. */
    @Test
    void twoInstancesAnswerEachDocumentOnce() {
        try (DocumentRoom other = room.beside(folder, settings)) {
            answering(other);
            axis.faults("[{\"verb\":\"sendEdoc\",\"fault\":\"duplicate\"},"
                    + "{\"verb\":\"getReceivedEdocList\",\"fault\":\"error-page\"}]");
            List<String> ids = ids(20);
            ids.forEach(id -> agency.send(request(id, questions())));
            byte[] same = questions();
            List<String> copies = ids(4);
            copies.forEach(id -> agency.send(request(id, same)));
            long first = room.calls(AxisVerb.GET) + other.calls(AxisVerb.GET);

            axis.faults("[]");

            for (String id : ids) {
                assertThat(agency.statusesUntil(id, "06")).isEqualTo(WHOLE);
                assertThat(agency.answers(id)).hasSize(1);
            }
            assertThat(room.calls(AxisVerb.GET) + other.calls(AxisVerb.GET)).isGreaterThan(first);
            // Which of them takes a document is chance; both look.
            assertThat(other.calls(AxisVerb.RECEIVED)).isPositive();
            await().atMost(PATIENCE).until(() -> copies.stream()
                    .allMatch(id -> Stream.of("02", "06").anyMatch(agency.statuses(id)::contains)));
            assertThat(copies.stream().filter(id -> agency.statuses(id).equals(WHOLE)))
                    .hasSize(1);
            assertThat(copies.stream().filter(id -> agency.statuses(id).equals(List.of("01", "02"))))
                    .hasSize(3);
            assertThat(copies.stream().flatMap(id -> agency.answers(id).stream()))
                    .hasSize(1);
            balance("two-instances-documents", ids);
        }
    }

    /** One instance reads the directory from the axis, each has it, and the next that starts too, with the axis away. */
    @Test
    void instancesShareTheDirectoryOfAgencies() {
        try (DocumentRoom other = room.beside(folder, settings)) {
            room.sweep();
            other.sweep();
            assertThat(room.directory().size()).isEqualTo(303);
            assertThat(other.directory().size()).isEqualTo(303);
            assertThat(other.calls(AxisVerb.AGENCIES)).isZero();

            axis.server().stop();
            room.clock.shift(Duration.ofDays(8));
            other.clock.shift(Duration.ofDays(8));
            room.sweep();
            other.sweep();
            try (DocumentRoom third = room.beside(folder, settings)) {
                third.sweep();
                assertThat(third.directory().find("H41.01.01.001"))
                        .isEqualTo(room.directory().find("001.01.01.H41"))
                        .isPresent();
            }
            assertThat(room.directory().size()).isEqualTo(303);
            assertThat(other.directory().size()).isEqualTo(303);
        } finally {
            axis.server().start();
            room.clock.shift(Duration.ZERO);
        }
    }

    /** What does not fit stays at the axis until there is room. */
    @Test
    void leavesEverythingAtTheAxisWhileTheDiskIsFull() {
        String id = ids(1).get(0);
        Map<String, Object> full = new HashMap<>(settings);
        full.put("dancu.delivery.reserve", "1000000TB");
        room.receives(false);
        String number;
        try (DocumentRoom other = room.beside(folder, full)) {
            number = agency.send(request(id, questions()));
            await().atMost(PATIENCE).until(() -> other.calls(AxisVerb.GET) >= 3);
            assertThat(isAt(number, "new")).isTrue();
            assertThat(room.documents().find("H41", id)).isEmpty();
        } finally {
            room.receives(true);
        }

        assertThat(agency.statusesUntil(id, "06")).isEqualTo(WHOLE);
        await().atMost(PATIENCE).until(() -> isAt(number, "done"));
        balance("documents-full-disk", List.of(id));
    }

    /** Above what a document may have, and above what the account fetches at all. */
    @Test
    void refusesWhatIsTooLargeAndGoesOn() {
        String behind = ids(1).get(0);
        List<String> numbers = new ArrayList<>();
        for (int megabytes : List.of(3, 6)) {
            String id = ids(1).get(0);
            numbers.add(agency.send(agency.request(id, "anh.png", "image/png", new byte[megabytes << 20])));
        }
        agency.send(request(behind, questions()));

        for (String number : numbers) {
            String received = agency.receiver(number, AxisMessageType.EDOC).docId();
            assertThat(agency.statusesUntil(received, "02")).containsExactly("02");
            assertThat(agency.description(received, "02")).contains("Mã lỗi: message_too_large.");
            await().atMost(PATIENCE).until(() -> isAt(number, "fail"));
        }
        assertThat(agency.statusesUntil(behind, "06")).isEqualTo(WHOLE);
    }

    private void balance(String drill, Collection<String> documents) {
        long answers =
                documents.stream().mapToLong(id -> agency.answers(id).size()).sum();
        long answered =
                documents.stream().filter(id -> !agency.answers(id).isEmpty()).count();
        new Balance(drill, documents.size(), answered, 0, documents.size() - answered, answers - answered).written();
    }

    /** An item that fails each time has an end; what is behind it does not wait for it. */
    @ParameterizedTest(name = "{0}: {2} after {1} minutes")
    @CsvSource({
        "damaged, 120, axis_answer_unreadable",
        "garbage, 120, axis_answer_unreadable",
        "error-page, 1440, axis_unavailable"
    })
    void setsAsideWhatCanNeverBeFetched(String fault, int minutes, String code) throws IOException {
        axis.faults("[{\"verb\":\"getReceivedEdocList\",\"fault\":\"error-page\"}]");
        String number = agency.send(request(ids(1).get(0), questions()));
        String behind = ids(1).get(0);
        if (fault.equals("damaged")) {
            Files.writeString(file(number), " ", StandardOpenOption.APPEND);
            agency.send(request(behind, questions()));
            axis.faults("[]");
            assertThat(agency.statusesUntil(behind, "06")).isEqualTo(WHOLE);
        } else {
            axis.faults("[{\"verb\":\"getEdoc\",\"fault\":\"" + fault + "\"}]");
        }

        String received = agency.receiver(number, AxisMessageType.EDOC).docId();
        for (int tries = 1; tries < 5; tries++) {
            int least = tries;
            await().atMost(PATIENCE).until(() -> failures(received) >= least);
            assertThat(isAt(number, "new")).isTrue();
            room.clock.shift(Duration.ofMinutes((long) minutes * tries / 4));
        }

        await().atMost(PATIENCE).until(() -> isAt(number, "fail"));
        axis.faults("[]");
        assertThat(agency.statusesUntil(received, "02")).containsExactly("02");
        assertThat(agency.description(received, "02")).contains("Mã lỗi: " + code + ".");
        room.clock.shift(Duration.ZERO);
    }

    /** The original is on its way still when its recall is here; that document is not unknown. */
    @ParameterizedTest
    @EnumSource(AxisMessageType.class)
    void aRecallWaitsForTheDocumentThatWasSentBeforeIt(AxisMessageType form) throws IOException {
        String id = ids(1).get(0);
        axis.faults("[{\"verb\":\"getReceivedEdocList\",\"fault\":\"error-page\"}]");
        String original = agency.send(request(id, questions()));
        byte[] whole = Files.readAllBytes(file(original));
        Files.writeString(file(original), " ", StandardOpenOption.APPEND);
        axis.faults("[]");
        String received = agency.receiver(original, AxisMessageType.EDOC).docId();
        await().atMost(PATIENCE).until(() -> failures(received) >= 1);
        String recall = form == AxisMessageType.STATUS
                ? agency.send(agency.status("13", id), form)
                : agency.send(agency.change(id, DocumentActionKind.RECALL, id, List.of()));
        long looks = room.calls(AxisVerb.RECEIVED_STATUS) + room.calls(AxisVerb.GET);
        await().atMost(PATIENCE)
                .until(() -> room.calls(AxisVerb.RECEIVED_STATUS) + room.calls(AxisVerb.GET) > looks + 6);
        assertThat(agency.receiver(recall, form).status()).isEqualTo("new");
        assertThat(agency.statuses(id)).isEmpty();

        room.inquiries.answer(query -> Refusal.of(ErrorCode.REGISTER_UNAVAILABLE));
        Files.write(file(original), whole);
        room.clock.shift(Duration.ofMinutes(10));

        assertThat(agency.statusesUntil(id, "15")).contains("01").doesNotContain("16");
        await().atMost(PATIENCE).until(() -> isAt(original, "done"));
        assertThat(room.documents().find("H41", id)).anyMatch(each -> each.state() instanceof DocumentState.Withdrawn);
        room.clock.shift(Duration.ZERO);
        answering(room);
    }

    private static Path file(String number) {
        return folder.resolve("axis/axis/messages/" + number + ".edxml");
    }

    private static int failures(String received) {
        return room
                .jdbc()
                .queryForList("select attempts from document.unfetched where axis_doc_id = ?", Integer.class, received)
                .stream()
                .findFirst()
                .orElse(0);
    }

    private static void answering(DocumentRoom any) {
        any.inquiries.answer(
                query -> new Answer.OfCitizen(query.requestId(), ResultStatus.NOT_FOUND, any.clock.instant(), null));
    }

    private boolean isAt(String number, String state) {
        return state.equals(agency.receiver(number, AxisMessageType.EDOC).status());
    }

    private static long answered() {
        return room.documents().balance().stream()
                .mapToLong(DocumentBalance::answered)
                .sum();
    }

    /** Of the messages of that document, those that are so. */
    private static int outbox(String id, String condition) {
        Integer count = room.jdbc()
                .queryForObject(
                        "select count(*) from delivery.message where order_key = ? and " + condition,
                        Integer.class,
                        room.documents().find("H41", id).get(0).id().toString());
        return count == null ? 0 : count;
    }

    private static List<String> ids(int count) {
        return Stream.generate(() -> "000.00.00.H41,2026/11/29," + UUID.randomUUID())
                .limit(count)
                .toList();
    }

    private byte[] request(String id, byte[] questions) {
        return agency.request(id, "hoi.json", "application/json", questions);
    }

    private static byte[] questions() {
        return ("{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"" + UUID.randomUUID()
                        + "\", \"maDVC\": \"VPCP\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \"999080000001\","
                        + " \"hoVaTen\": \"NGUYỄN VĂN AN\", \"ngaySinh\": \"1990\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
