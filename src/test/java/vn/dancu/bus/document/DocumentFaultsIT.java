package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.wire.WireCase;

/**
 * Each message of {@code wire/document} through the mock axis, which is told not to look into it, and through the shipped routes:
 * what its sender, the axis and the ledger are told of it, and that the good document behind it is answered.
 *
 * <p>A case says {@code from} (the agency, the province), {@code type} ({@code edoc}), {@code charset} (UTF-8) and the {@code procedure}
 * of its question; of what comes back {@code statuses}, whether they name the document by its {@code id} or by the axis' {@code number}, the {@code state} in the ledger
 * with {@code code} and {@code field}, the end at the {@code axis}, and what stands in an {@code answer}.
 */
class DocumentFaultsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final AxisAgency AGENCY = AxisAgency.province(BUS.ports().axis());
    private static final List<String> WHOLE = List.of("01", "03", "05", "06");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Map<String, Sent> SENT = new HashMap<>();
    private static long expected;

    /**
     * One case on its way.
     *
     * @param number the receiver's
     * @param behind DocumentId of the good document that was sent after it
     */
    private record Sent(String id, String number, String senderNumber, String behind) {}

    @BeforeAll
    static void sendEverything() throws IOException {
        expected = books().received();
        AxisAgency.faults(BUS.ports().axis(), "[{\"verb\":\"sendEdoc\",\"fault\":\"unread\"}]");
        for (WireCase each : cases()) {
            String id = id();
            byte[] message = text(each, id).getBytes(Charset.forName(each.setting("charset", "UTF-8")));
            String number = AGENCY.send(AxisContent.of(message), type(each), each.setting("from", AGENCY.code()));
            String behind = id();
            AGENCY.send(AGENCY.request(behind, "hoi.json", "application/json", question("1.001193", BUS.anybody())));
            expected += "none".equals(each.expected("state")) ? 1 : 2;
            SENT.put(
                    each.name(),
                    new Sent(id, AGENCY.receiver(number, type(each)).docId(), number, behind));
        }
    }

    @AfterAll
    static void forgetTheFaults() {
        AxisAgency.faults(BUS.ports().axis(), "[]");
    }

    static List<WireCase> cases() {
        return WireCase.ofDoor("document").toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void hasItsEndAndHoldsNothingUp(WireCase each) {
        Sent sent = SENT.get(each.name());
        await(each.proves())
                .atMost(PATIENCE)
                .until(
                        () -> AGENCY.receiver(sent.senderNumber(), type(each)).status(),
                        status -> status.equals(each.expected("axis")));

        assertThat(ledger(sent.number())).as(each.proves()).isEqualTo(expectedOfLedger(each));
        List<String> statuses = words(each.expected("statuses"));
        String about = "id".equals(each.expected("about")) ? sent.id() : sent.number();
        if (!statuses.isEmpty()) {
            AGENCY.statusesUntil(about, statuses.get(statuses.size() - 1));
        }
        assertThat(AGENCY.statuses(about)).as(each.proves()).isEqualTo(statuses);
        if (each.expected("code") != null) {
            assertThat(AGENCY.description(about, statuses.get(statuses.size() - 1)))
                    .contains("Mã lỗi: " + each.expected("code") + ".");
        }
        if (each.expected("answer") != null) {
            assertThat(AGENCY.answer(sent.id()).text("ket-qua.json")).contains(each.expected("answer"));
        }
        assertThat(AGENCY.statusesUntil(sent.behind(), "06")).isEqualTo(WHOLE);
        assertThat(AGENCY.answers(sent.behind())).hasSize(1);
    }

    @Test
    void losesAndDoublesNothing() {
        await().atMost(PATIENCE).until(() -> books().inWork() == 0 && books().received() >= expected);
        assertThat(books().isEven()).isTrue();
        assertThat(books().received()).isEqualTo(expected);
        new Balance(
                        "axis-faults",
                        expected,
                        books().answered(),
                        books().refused() + books().withdrawn(),
                        expected - books().answered() - books().refused() - books().withdrawn(),
                        books().received() - expected)
                .written();
    }

    /** In whatever order they come, and of whatever code. */
    @Test
    void keepsStatusesOfItsAnswerAsTheyCome() {
        String id = SENT.values().iterator().next().behind();
        String answer = AGENCY.answer(id).id();
        UUID document = BUS.bean(Documents.class).find("H41", id).get(0).id();

        for (String code : List.of("06", "01", "77")) {
            AGENCY.send(AGENCY.status(code, answer), AxisMessageType.STATUS);
        }

        await().atMost(PATIENCE)
                .until(
                        () -> jdbc().queryForList(
                                        "select code from document.status where document = ?", String.class, document),
                        codes -> codes.size() == 3 && codes.containsAll(List.of("06", "01", "77")));
    }

    /** The axis delivers a refused document once more, under another number. */
    @Test
    void refusesARepeatedDocumentOnceAndEndsBothDeliveries() {
        String id = id();
        byte[] letter = AGENCY.request(id, "thu.pdf", "application/pdf", id.getBytes(StandardCharsets.UTF_8));

        String first = AGENCY.send(letter);
        expected++;
        AGENCY.statusesUntil(id, "02");
        String second = AGENCY.send(letter);

        for (String number : List.of(first, second)) {
            await().atMost(PATIENCE).until(() -> "fail"
                    .equals(AGENCY.receiver(number, AxisMessageType.EDOC).status()));
        }
        assertThat(AGENCY.statuses(id)).containsExactly("01", "02");
    }

    private static DocumentBalance books() {
        return BUS.bean(Documents.class).balance().stream()
                .filter(each -> each.account().equals("main"))
                .findFirst()
                .orElse(new DocumentBalance("main", 0, 0, 0, 0, 0));
    }

    /** State, code and field of the document that came under that number of the axis, as far as there is one. */
    private static List<String> ledger(String number) {
        return jdbc()
                .query(
                        "select state, cause_code, cause_field from document.document where axis_doc_id = ?",
                        (rs, row) -> Arrays.asList(rs.getString(1), rs.getString(2), rs.getString(3)),
                        number)
                .stream()
                .findFirst()
                .orElse(Arrays.asList("none", null, null));
    }

    private static List<String> expectedOfLedger(WireCase each) {
        String state = each.expected("state");
        String field = each.expected("field");
        String code = each.expected("code");
        List<String> found = ledger(SENT.get(each.name()).number());
        // A case that names no field leaves it open.
        return Arrays.asList(state, code, field == null ? found.get(2) : field);
    }

    private static JdbcTemplate jdbc() {
        return BUS.bean(JdbcTemplate.class);
    }

    private static AxisMessageType type(WireCase each) {
        return AxisMessageType.of(each.setting("type", "edoc"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(Objects.requireNonNull(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String id() {
        return "000.00.00.H41,2026/11/29," + UUID.randomUUID();
    }

    private static String text(WireCase each, String id) throws IOException {
        String template = each.message();
        byte[] question = question(each.setting("procedure", "1.001193"), BUS.enriched(each.enriched()));
        String text = new String(question, StandardCharsets.UTF_8);
        return template.replace("${id}", id)
                .replace("${question}", base64(question))
                .replace("${halfQuestion}", base64(Arrays.copyOf(question, question.length / 2)))
                .replace("${wideQuestion}", base64(text.getBytes(StandardCharsets.UTF_16)))
                .replace("${letter}", base64(id.getBytes(StandardCharsets.UTF_8)))
                .replace("${bomb}", template.contains("${bomb}") ? base64(bomb()) : "")
                .replace("${long}", unlike(10_000));
    }

    /** Text that cannot be packed much. */
    private static String unlike(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(UUID.randomUUID());
        }
        return text.toString();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("hoi.json"));
            out.write(new byte[64 << 20]);
            out.closeEntry();
        }
        return zip.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] question(String procedure, Person person) {
        return ("{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"" + UUID.randomUUID()
                        + "\", \"maDVC\": \"" + procedure + "\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \""
                        + person.soDinhDanh()
                        + "\", \"hoVaTen\": \"" + person.hoVaTen() + "\", \"ngaySinh\": \"" + person.ngaySinh() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
