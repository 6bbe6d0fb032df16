package vn.dancu.bus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who works on a document keeps it as long as the work lives, and stops when somebody else has it. */
class DocumentLeaseIT extends DocumentLife {

    private static final Map<String, Object> SHORT = Map.of("dancu.document.lease", "5s");

    /** One step of the work, without progress in a list, takes longer than the lease. */
    @Test
    void keepsItsLeaseWhileOneStepOfTheWorkTakesLong() {
        String id = id();
        try (DocumentRoom slow = room.beside(folder, SHORT)) {
            slow.inquiries.answer(query -> {
                for (int seconds : List.of(4, 8)) {
                    slow.clock.shift(Duration.ofSeconds(seconds));
                    room.clock.shift(Duration.ofSeconds(seconds));
                    await().atMost(Duration.ofSeconds(10)).until(() -> leaseEnd(id)
                            .isAfter(slow.clock.instant().plusSeconds(3)));
                    assertThat(room.work().claim(10)).isEmpty();
                }
                return found(query);
            });
            take(delivery("axis-" + id), request(id, 1));

            slow.workAll();

            assertThat(slow.inquiries.callers()).hasSize(1);
        }
        assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
        assertThat(attempts(id)).isEqualTo(1);
    }

    /** An instance that was paused comes back while another works: it must neither send nor put the document back. */
    @Test
    void leavesADocumentAloneThatSomebodyElseHasByNow() {
        String id = id();
        try (DocumentRoom slow = room.beside(folder, SHORT)) {
            slow.inquiries.answer(query -> {
                room.clock.shift(Duration.ofSeconds(6));
                assertThat(room.work().claim(10)).containsExactly(entry(id).id());
                throw new IllegalStateException("The register's answer cannot be used");
            });
            take(delivery("axis-" + id), request(id, 1));

            UUID document = slow.work().claim(10).get(0);
            slow.work().answer(document);

            assertThat(entry(id).state()).isInstanceOf(DocumentState.InWork.class);
            assertThat(room.sent(document)).containsExactly("01");
            room.work().answer(document);
        }
        assertThat(room.sent(entry(id).id())).isEqualTo(WHOLE);
    }

    private static Instant leaseEnd(String documentId) {
        return Objects.requireNonNull(room.jdbc()
                        .queryForObject(
                                "select next_try from document.document where document_id = ?",
                                Timestamp.class,
                                documentId))
                .toInstant();
    }

    private static int attempts(String documentId) {
        return Objects.requireNonNull(room.jdbc()
                .queryForObject(
                        "select attempts from document.document where document_id = ?", Integer.class, documentId));
    }
}
