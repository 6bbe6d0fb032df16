package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.correction.Correction;
import vn.dancu.bus.citizen.correction.CorrectionProposal;
import vn.dancu.bus.citizen.correction.CorrectionState;
import vn.dancu.bus.citizen.correction.Corrections;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.population.BirthDate;

/**
 * A correction request and its answer: the process dies before and after each statement and commit in turn, and nothing is lost or
 * doubled.
 */
class CorrectionLifeIT {

    private static final byte[] PDF = "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static DocumentRoom room;

    private final AxisAgency agency = AxisAgency.province(1);

    @BeforeAll
    static void start() {
        room = DocumentRoom.start(
                folder, Map.of(DocumentRoom.CORRECTIONS, "000.00.00.H41", "dancu.citizen.correction.account", "main"));
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    /** The portal, which got no answer, asks again by its own number; what the dead one had written is nobody's. */
    @Test
    void isSentOnceWhereverTheProcessDies() {
        Corrections corrections = room.bean(Corrections.class);
        int steps = 0;
        for (boolean died = true; died; steps++) {
            VerifiedCitizen citizen = citizen(steps);
            CorrectionProposal proposal = proposal("yeu-cau-" + steps);
            room.database.dieAt(steps + 1);
            died = MortalDatabase.dies(() -> corrections.ask(citizen, proposal));
            room.database.restart();

            Correction asked = patiently(() -> corrections.ask(citizen, proposal));

            assertThat(corrections.list(citizen, null, 10)).as("step %s", steps).hasSize(1);
            assertThat(letters(asked)).as("step %s", steps).isEqualTo(1);
            assertThat(corrections.ask(citizen, proposal).number()).isEqualTo(asked.number());
        }
        assertThat(steps).isGreaterThan(10);
        int letters = count("select count(*) from delivery.message where once_key like '%/letter'");
        int requests = count("select count(*) from citizen.correction");
        new Balance(
                        "killed-corrections",
                        requests,
                        letters,
                        0,
                        Math.max(0, requests - letters),
                        Math.max(0, letters - requests))
                .written();
        assertThat(letters).isEqualTo(requests);
    }

    /** All replies of this test bring the same file. */
    @Test
    void isAnsweredOnceWhereverTheProcessDies() {
        Corrections corrections = room.bean(Corrections.class);
        int steps = 0;
        for (boolean died = true; died; steps++) {
            VerifiedCitizen citizen = citizen(1_000 + steps);
            Correction asked = corrections.ask(citizen, proposal("tra-loi-" + steps));
            AxisDelivery delivery =
                    new AxisDelivery(DocumentRoom.ACCOUNT, "axis-" + asked.number(), "000.00.00.H41", false);
            byte[] reply = reply(asked);
            room.database.dieAt(steps + 1);
            died = MortalDatabase.dies(() -> room.intake().take(delivery, new ByteArrayInputStream(reply)));
            room.database.restart();

            patiently(() -> {
                if (room.intake().state(delivery) != DocumentIntake.ItemState.TAKEN) {
                    room.intake().take(delivery, new ByteArrayInputStream(reply));
                }
                return asked;
            });

            assertThat(corrections.list(citizen, null, 10))
                    .as("step %s", steps)
                    .singleElement()
                    .satisfies(it -> assertThat(it.state()).isEqualTo(CorrectionState.ANSWERED));
            assertThat(corrections.files(citizen, asked.number())).hasSize(1);
            assertThat(held(asked)).as("step %s", steps).isEqualTo(1);
        }
        assertThat(steps).isGreaterThan(10);
    }

    private byte[] reply(Correction asked) {
        return agency.reply(
                "tra-loi-" + asked.number(),
                asked.documentId().toString(),
                "Đã điều chỉnh",
                List.of(Attachment.of("tep-1", "tra-loi.pdf", "application/pdf", Content.of(PDF))));
    }

    private static CorrectionProposal proposal(String reference) {
        return new CorrectionProposal(reference, FieldPath.of("ThuongTru"), "Số 2 phố Mẫu", "Đã chuyển", null);
    }

    private static VerifiedCitizen citizen(int number) {
        return new VerifiedCitizen(
                PersonalId.soDinhDanh(String.format("99908%07d", number)),
                "NGUYỄN VĂN AN",
                BirthDate.parse("1990"),
                new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", "LoA2"));
    }

    /** How many documents of that request are in the outbox. */
    private static int letters(Correction asked) {
        return count(
                "select count(*) from delivery.message where order_key = ?",
                asked.documentId().toString());
    }

    private static int held(Correction asked) {
        return count("select count(*) from delivery.claim where holder = ?", "correction/" + asked.number());
    }

    private static int count(String sql, Object... values) {
        Integer count = room.jdbc().queryForObject(sql, Integer.class, values);
        return count == null ? 0 : count;
    }

    /** The database needs a moment to see that a process is gone; until then its rows are locked. */
    private static Correction patiently(Callable<Correction> work) {
        return await().atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(work, it -> it != null);
    }
}
