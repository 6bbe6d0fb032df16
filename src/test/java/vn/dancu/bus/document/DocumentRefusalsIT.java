package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.partner.Partner;

/** Documents and statuses that are wrong, foreign, large or late: each has its end, and the lane goes on. */
class DocumentRefusalsIT extends DocumentLife {

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

        List<String> sent = room.sent(entry(id).id());
        Balance.of("poison-question", WHOLE, sent).written();
        assertThat(sent).isEqualTo(WHOLE);
        assertThat(room.inquiries.refusals())
                .extracting(each -> each.refusal().code())
                .containsExactly(ErrorCode.INTERNAL_ERROR);
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

    /** An answer that the axis has not taken is in work still, and one that it refused for good is dead. */
    @Test
    void standsInTheLedgerUntilItsEndHasLeft() {
        room.jdbc().update("update delivery.message set state = 'DELIVERED', ended_at = now() where ended_at is null");
        Map<String, Long> before = sums();
        String answered = id();
        String dead = id();
        String unread = id();
        byte[] twice = request(answered, 1);
        take(delivery("axis-" + answered), twice);
        take(delivery("axis-" + answered + "-again"), twice);
        take(delivery("axis-" + dead), request(dead, 1));
        take(delivery("axis-" + unread), "<html>Service error</html>".getBytes(StandardCharsets.UTF_8));
        room.workAll();

        assertThat(grown(before))
                .isEqualTo(Map.of("taken", 3L, "answered", 0L, "refused", 0L, "dead", 0L, "inWork", 3L));
        end(document("axis-" + answered), "DELIVERED");
        end(document("axis-" + dead), "DEAD");
        end(document("axis-" + unread), "DELIVERED");
        assertThat(grown(before))
                .isEqualTo(Map.of("taken", 3L, "answered", 1L, "refused", 1L, "dead", 1L, "inWork", 0L));
        assertThat(room.balance()).allMatch(line -> line.isEven());
    }

    private static void end(UUID document, String state) {
        room.jdbc()
                .update(
                        "update delivery.message set state = ?, ended_at = now(), dead_at = case ? when 'DEAD' then now() end"
                                + " where order_key = ?",
                        state,
                        state,
                        document.toString());
    }

    private static Map<String, Long> grown(Map<String, Long> before) {
        Map<String, Long> grown = new TreeMap<>(sums());
        before.forEach((column, count) -> grown.merge(column, -count, Long::sum));
        return grown;
    }

    private static Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        room.balance().forEach(line -> {
            sums.merge("taken", line.taken(), Long::sum);
            sums.merge("answered", line.answered(), Long::sum);
            sums.merge("refused", line.refused(), Long::sum);
            sums.merge("dead", line.dead(), Long::sum);
            sums.merge("inWork", line.inWork(), Long::sum);
        });
        Map.of("taken", 0L, "answered", 0L, "refused", 0L, "dead", 0L, "inWork", 0L)
                .forEach(sums::putIfAbsent);
        return sums;
    }

    @Test
    void setsAsideWhatCannotBeRead() {
        String id = id();

        take(delivery("axis-" + id), "<html>Service error</html>".getBytes(StandardCharsets.UTF_8));

        List<String> sent = room.sent(document("axis-" + id));
        Balance.of("poison-document", List.of("02"), sent).written();
        assertThat(sent).containsExactly("02");
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
        assertThat(room.intake().state(delivery("axis-" + id))).isEqualTo(DocumentIntake.ItemState.NEW);

        take(delivery("axis-" + id), edxml);
        room.workAll();

        assertThat(room.sent(document("axis-" + id))).isEqualTo(WHOLE);
    }

    @Test
    void refusesWhatIsTooLargeAndKeepsNothingOfIt() {
        String id = id();
        byte[] large = agency.request(id, "hoi.json", "application/json", new byte[3 << 20]);
        try (DocumentRoom other = room.beside(folder, Map.of("dancu.document.limit.document", "2MB"))) {
            other.intake().take(delivery("axis-" + id), new ByteArrayInputStream(large));
        }

        assertThat(cause(document("axis-" + id)).code()).isEqualTo(ErrorCode.MESSAGE_TOO_LARGE);
        assertThat(room.sent(document("axis-" + id))).containsExactly("02");
        assertThat(room.progress("axis-" + id)).containsExactly("fail");
        assertThat(room.jdbc()
                        .queryForObject(
                                "select content_length from document.document where id = ?",
                                Long.class,
                                document("axis-" + id)))
                .isZero();
    }

    /** Some senders put a file into a ZIP of its own. */
    @Test
    void readsAFileOutOfItsZip() throws IOException {
        String id = id();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("hoi.json"));
            out.write(questions(1));
            out.closeEntry();
        }

        take(delivery("axis-" + id), agency.request(id, "hoi.json", "application/json", zip.toByteArray()));
        room.workAll();

        assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
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
}
