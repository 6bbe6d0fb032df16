package vn.dancu.bus.document.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.SimpleTriggerContext;
import vn.dancu.bus.document.DocumentBalance;
import vn.dancu.bus.document.Documents;

class DocumentGaugesTest {

    private static final Instant BEGAN = Instant.parse("2026-11-29T00:00:00Z");

    @Test
    void theAlarmSaysHowManyDocumentsAreNowhere() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Documents documents = face(Documents.class, List.of(new DocumentBalance("main", 10, 4, 2, 1, 1)));
        UnfetchedItems items = face(UnfetchedItems.class, Map.of("main", 3L));

        new DocumentGauges(documents, items, registry).count();

        assertThat(registry.get("dancu.document.missing").gauge().value()).isEqualTo(2);
        assertThat(registry.get("dancu.document.unfetched").gauge().value()).isEqualTo(3);
        assertThat(registry.get("dancu.document.count")
                        .tag("state", "answered")
                        .gauge()
                        .value())
                .isEqualTo(4);
    }

    @Test
    void aCountThatTakesLongIsMadeMoreSeldom() {
        assertThat(nextAfter(BEGAN.plusMillis(20)))
                .isEqualTo(BEGAN.plusMillis(20).plusSeconds(15));
        assertThat(nextAfter(BEGAN.plusSeconds(6)))
                .isEqualTo(BEGAN.plusSeconds(6).plusSeconds(600));
    }

    private static Instant nextAfter(Instant ended) {
        return DocumentGauges.next(new SimpleTriggerContext(BEGAN, BEGAN, ended));
    }

    private static <T> T face(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                DocumentGaugesTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer));
    }
}
