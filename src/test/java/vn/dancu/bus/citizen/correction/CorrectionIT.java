package vn.dancu.bus.citizen.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.citizen.AnswerTerm;
import vn.dancu.bus.citizen.CorrectionSettings;
import vn.dancu.bus.citizen.OverdueAnswer;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.DocumentBalance;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.document.SentDocuments;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/** A correction request from the citizen over the axis to the agency and back. */
class CorrectionIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final byte[] PDF = "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII);

    private final AxisAgency agency = AxisAgency.province(BUS.ports().axis());
    private final Corrections corrections = BUS.bean(Corrections.class);
    private final VerifiedCitizen citizen = citizen();

    @Test
    void goesOutAsADocumentAndIsClosedByTheAnswer() throws IOException {
        Correction asked = corrections.ask(citizen, proposal("a", "Số 2 phố Mẫu", PDF));
        assertThat(asked.state()).isEqualTo(CorrectionState.SENT);
        assertThat(asked.dueOn()).isEqualTo(BUS.bean(WorkingDays.class).after(WorkingDays.dayOf(asked.askedAt()), 2));

        String document = asked.documentId().toString();
        AxisAgency.Answer letter = agency.letter(document);
        assertThat(letter.files()).containsKeys("de-nghi-dieu-chinh.pdf", "minh-chung.pdf");
        assertThat(letter.text("de-nghi-dieu-chinh.json")).contains(asked.number(), "ThuongTru", "Số 2 phố Mẫu");
        assertThat(letter.files().get("minh-chung.pdf")).isEqualTo(PDF);

        agency.send(agency.status("03", document), AxisMessageType.STATUS);
        await().atMost(Duration.ofSeconds(20)).until(() -> own(asked).state() == CorrectionState.IN_WORK);
        String reply = "tra-loi-" + asked.number();
        agency.send(agency.reply(
                reply,
                document,
                "Đã điều chỉnh",
                List.of(Attachment.of("tep-1", "tra-loi.pdf", "application/pdf", Content.of(PDF)))));
        await().atMost(Duration.ofSeconds(20)).until(() -> own(asked).state() == CorrectionState.ANSWERED);

        Correction answered = own(asked);
        assertThat(answered.answer()).satisfies(it -> assertThat(it.subject()).isEqualTo("Đã điều chỉnh"));
        assertThat(answered.reports()).extracting(Correction.Report::code).contains("03");
        assertThat(corrections.files(citizen, asked.number()))
                .extracting(SentDocuments.ReplyFile::name)
                .containsExactly("tra-loi.pdf");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        corrections.copy(citizen, asked.number(), 0, file);
        assertThat(file.toByteArray()).isEqualTo(PDF);
        assertThat(agency.statusesUntil(reply, "03")).contains("01", "03").doesNotContain("02");
        assertThat(BUS.bean(Documents.class).balance()).allMatch(DocumentBalance::isEven);
        assertThat(acts(asked)).containsExactly("citizen.correction_asked", "citizen.correction_answered");
    }

    @Test
    void letsOnlyTheAgencyThatWasAskedAnswer() {
        Correction asked = corrections.ask(citizen, proposal("b", "Số 3 phố Mẫu", null));
        AxisAgency stranger =
                AxisAgency.of("000.00.00.G22", "sandbox-axis-g22", BUS.ports().axis());

        String reply = "la-" + asked.number();
        String number =
                stranger.send(stranger.reply(reply, asked.documentId().toString(), "Không phải tôi", List.of()));

        // Its statuses are read by the portal of the sandbox too, whoever comes first; what the axis was told stays.
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(
                        stranger.receiver(number, AxisMessageType.EDOC).status())
                .isEqualTo("fail"));
        assertThat(own(asked).answer()).isNull();
    }

    @Test
    void takesTheSameRequestOnceAndKeepsWhatWasWrittenSealed() {
        CorrectionProposal proposal = proposal("c", "Số 4 phố Mẫu", null);

        Correction first = corrections.ask(citizen, proposal);

        assertThat(corrections.ask(citizen, proposal).number()).isEqualTo(first.number());
        assertThatThrownBy(() -> corrections.ask(citizen, proposal("c", "Khác", null)))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.RESOURCE_EXISTS));
        assertThat(BUS.jdbc()
                        .sql("select c::text from citizen.correction c where number = ?")
                        .param(first.number())
                        .query(String.class)
                        .single())
                .doesNotContain("phố Mẫu", citizen.number().digits());
        assertThat(BUS.bean(CorrectionOversight.class).find(first.number()))
                .hasValueSatisfying(shown -> assertThat(shown.wish()).isNull());
    }

    @Test
    void remindsOnTheWayAndEscalatesOnceAfterItsLastDayWithoutAnythingOfTheCitizen() {
        Correction asked = corrections.ask(citizen, proposal("d", "Số 5 phố Mẫu", null));
        List<OverdueAnswer> told = new ArrayList<>();

        at(asked.dueOn(), "23:59:59", told).run();
        at(asked.dueOn(), "23:59:59", told).run();
        assertThat(told).as("its last day is not over").isEmpty();
        at(asked.dueOn().plusDays(1), "00:00:00", told).run();
        at(asked.dueOn().plusDays(2), "12:00:00", told).run();

        assertThat(told)
                .filteredOn(it -> it.number().equals(asked.number()))
                .containsExactly(new OverdueAnswer(
                        OverdueAnswer.Kind.CORRECTION, asked.number(), asked.agency(), asked.dueOn()));
        assertThat(acts(asked))
                .containsExactly(
                        "citizen.correction_asked", "citizen.correction_reminded", "citizen.correction_escalated");
        String late = UUID.nameUUIDFromBytes((asked.documentId() + "Quá hạn trả lời").getBytes(StandardCharsets.UTF_8))
                .toString();
        assertThat(new String(agency.letter(late).edxml(), StandardCharsets.UTF_8))
                .contains(asked.number())
                .doesNotContain(citizen.number().digits());
    }

    @Test
    void isDeletedWithItsAnswerWhenItEndedLongAgo() {
        Correction asked = corrections.ask(citizen, proposal("e", "Số 6 phố Mẫu", null));
        String document = asked.documentId().toString();
        agency.send(agency.reply("xoa-" + asked.number(), document, "Đã điều chỉnh", List.of()));
        await().atMost(Duration.ofSeconds(20)).until(() -> own(asked).state() == CorrectionState.ANSWERED);
        CorrectionTerms terms = BUS.bean(CorrectionTerms.class);
        terms.deleteOld(BUS.bean(DataDeletion.class), BUS.bean(ClaimChecks.class));
        assertThat(claims(asked)).isEqualTo(1);
        BUS.jdbc()
                .sql("update citizen.correction set answered_at = answered_at - interval '25 months' where number = ?")
                .param(asked.number())
                .update();

        terms.deleteOld(BUS.bean(DataDeletion.class), BUS.bean(ClaimChecks.class));

        assertThat(corrections.list(citizen, null, 50))
                .noneMatch(it -> it.number().equals(asked.number()));
        assertThat(claims(asked)).isZero();
        assertThat(BUS.jdbc()
                        .sql("select count(*) from audit.event where result = 'citizen.corrections_deleted'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private static int claims(Correction asked) {
        return BUS.jdbc()
                .sql("select count(*) from delivery.claim where holder = ?")
                .param("correction/" + asked.number())
                .query(Integer.class)
                .single();
    }

    /** The terms at that moment. */
    private static CorrectionTerms at(LocalDate day, String time, List<OverdueAnswer> told) {
        Instant moment =
                day.atTime(LocalTime.parse(time)).atZone(WorkingDays.ZONE).toInstant();
        return new CorrectionTerms(
                BUS.bean(CorrectionSettings.class),
                BUS.bean(JdbcCorrections.class),
                BUS.bean(SentDocuments.class),
                BUS.bean(Acts.class),
                new TransactionTemplate(BUS.bean(PlatformTransactionManager.class)),
                told::add,
                new AnswerTerm(BUS.bean(WorkingDays.class), Clock.fixed(moment, WorkingDays.ZONE)));
    }

    private Correction own(Correction asked) {
        return corrections.list(citizen, null, 50).stream()
                .filter(it -> it.number().equals(asked.number()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> acts(Correction asked) {
        return BUS.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'action' from audit.event"
                        + " where event::jsonb -> 'data' ->> 'subject' = ? order by occurred_at, seq")
                .param("correction/" + asked.number())
                .query(String.class)
                .list();
    }

    private static CorrectionProposal proposal(String reference, String right, byte @Nullable [] file) {
        return new CorrectionProposal(
                reference,
                FieldPath.of("ThuongTru"),
                right,
                "Đã chuyển nơi thường trú",
                file == null ? null : new CorrectionProposal.Evidence(file));
    }

    private static VerifiedCitizen citizen() {
        PersonalId number = PersonalId.soDinhDanh(BUS.anybody().soDinhDanh());
        RegisteredPerson person =
                BUS.bean(PopulationRegister.class).findPerson(number).orElseThrow();
        return new VerifiedCitizen(
                person.current(),
                person.name(),
                person.birthDate(),
                new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", "LoA2"));
    }
}
