package vn.dancu.bus.partner.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.camel.KernelModule;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.PartnerId;

class NoticesIT {

    private static final PartnerId HUB = new PartnerId("h40-lgsp");

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final ShiftedClock clock = new ShiftedClock();
    private final List<String> posted = Collections.synchronizedList(new ArrayList<>());
    private final JdbcNotices notices = new JdbcNotices(
            jdbc,
            transaction,
            (id, partner, kind, json) -> posted.add(id + " " + kind.code() + " " + json.length),
            Jackson2ObjectMapperBuilder.json()
                    .modulesToInstall(new KernelModule(), new JavaTimeModule())
                    .build(),
            clock);
    private final List<String> acts = Collections.synchronizedList(new ArrayList<>());
    private final ExpiryNotifier foretelling = new ExpiryNotifier(
            new JdbcExpiries(jdbc),
            notices,
            act -> {
                acts.add(act.action() + " " + act.subject());
                return UUID.randomUUID();
            },
            transaction,
            Duration.ofDays(60),
            clock);

    NoticesIT() {
        jdbc.update("insert into partner.partner (id, name, agency_code, dialect, state, changed_at)"
                + " values ('h40-lgsp', 'Cơ quan thử nghiệm', 'H40', 'official', 'ACTIVE', now())");
    }

    @Test
    void writesInBothLanguagesOnceForAMatter() {
        assertThat(write("suspended/1")).isTrue();
        assertThat(write("suspended/1")).isFalse();

        assertThat(notices.of(HUB, null, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.vietnamese().subject()).isEqualTo("Tạm ngừng kết nối: Bảo trì");
            assertThat(notice.vietnamese().body()).contains("22:00 ngày 03/12/2026", "{odd} $1");
            assertThat(notice.english().body()).contains("22:00 on 2026-12-03 (UTC+7)", "Expected recovery: –.");
            assertThat(notice.sentAt()).isNull();
        });
    }

    @Test
    void hasATextInBothLanguagesForEveryKind() {
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(NoticeTexts.vietnamese().text(kind, Map.of()).body())
                    .as(kind.code())
                    .isNotBlank();
            assertThat(NoticeTexts.english().text(kind, Map.of()).body())
                    .as(kind.code())
                    .isNotBlank();
        }
    }

    @Test
    void refusesToWriteOutsideATransaction() {
        assertThatThrownBy(() -> notices.write(HUB, NoticeKind.RESUMED, "x", clock.instant(), Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void postsANoticeOnceAndWhatIsNotSentAgain() {
        write("suspended/1");
        write("suspended/1");
        UUID id = notices.of(HUB, null, 10).get(0).id();
        assertThat(posted).singleElement().asString().startsWith(id + " suspended ");

        notices.failed(id, 1, "the broker is away");
        notices.postUnsent();
        assertThat(posted).hasSize(2);
        assertThat(notices.of(HUB, null, 1).get(0).lastError()).isEqualTo("the broker is away");

        notices.sent(id, 2);
        notices.postUnsent();
        assertThat(posted).hasSize(2);
        assertThat(notices.of(HUB, null, 1).get(0)).satisfies(sent -> {
            assertThat(sent.sentAt()).isNotNull();
            assertThat(sent.attempts()).isEqualTo(2);
            assertThat(sent.lastError()).isNull();
        });
    }

    @Test
    void foretellsOnceWhateverTheClockDoesAndHoweverManyLook() throws Exception {
        secret("SECRET", "61 days");
        secret("CLIENT_SECRET", "59 days");
        jdbc.update("update partner.partner set agreement_ends = current_date + 30");

        atOnce(() -> {
            foretelling.foretell();
            return List.of();
        });
        assertThat(kinds()).containsExactlyInAnyOrder("credential-expires", "agreement-expires");
        clock.shift(Duration.ofDays(3));
        foretelling.foretell();
        clock.shift(Duration.ofDays(-400));
        foretelling.foretell();
        clock.shift(Duration.ofDays(400));
        foretelling.foretell();

        assertThat(kinds()).containsExactlyInAnyOrder("credential-expires", "credential-expires", "agreement-expires");
        assertThat(acts).hasSize(3).allMatch(act -> act.startsWith("partner.expiry_noticed expiry/"));
    }

    @Test
    void foretellsANewAgreementAnew() {
        jdbc.update("update partner.partner set agreement_ends = current_date + 30");
        foretelling.foretell();
        jdbc.update("update partner.partner set agreement_ends = current_date + 40");
        foretelling.foretell();

        assertThat(kinds()).containsExactly("agreement-expires", "agreement-expires");
    }

    @Test
    void saysNothingOfWhatIsRevokedOrTerminated() {
        secret("SECRET", "10 days");
        jdbc.update("update partner.credential set revoked_at = now()");
        foretelling.foretell();
        secret("SECRET", "10 days");
        jdbc.update("update partner.partner set state = 'TERMINATED', agreement_ends = current_date");
        foretelling.foretell();

        assertThat(kinds()).isEmpty();
    }

    private List<String> kinds() {
        return notices.of(HUB, null, 100).stream()
                .map(notice -> notice.kind().code())
                .toList();
    }

    private boolean write(String once) {
        return Boolean.TRUE.equals(transaction.execute(status -> notices.write(
                HUB,
                NoticeKind.SUSPENDED,
                once,
                clock.instant(),
                Map.of(
                        "partner", HUB.value(),
                        "groundVi", "Bảo trì",
                        "groundEn", "Maintenance",
                        "since", Instant.parse("2026-12-03T15:00:00Z").toString(),
                        "reason", "{odd} $1"))));
    }

    private void secret(String kind, String left) {
        jdbc.update("insert into partner.credential (id, partner, kind, origin, sealed, valid_from, valid_until,"
                + " issued_at, issued_by) values (gen_random_uuid(), 'h40-lgsp', '" + kind
                + "', 'ISSUED', '\\x00', now() - interval '1 day', now() + interval '" + left + "', now(), 'test')");
    }

    private static List<List<UUID>> atOnce(Callable<List<UUID>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<UUID>>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            threads.shutdown();
        }
    }
}
