package vn.dancu.bus.partner.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.notice.Notice;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.Notices;

/** Partners in a database of their own, with what was recorded and written of their suspensions. */
final class Standings {

    static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    static final Actor APPROVER = new Actor("binh.duyet", Set.of(Role.APPROVER));
    static final Actor OTHER_APPROVER = new Actor("chi.duyet", Set.of(Role.APPROVER));

    final JdbcTemplate jdbc;
    final List<String> acts = Collections.synchronizedList(new ArrayList<>());
    final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    final Suspensions suspensions;
    final UrgentSuspensions urgent;

    Standings(Clock clock) {
        DataSource dataSource = MigratedDatabase.fresh();
        jdbc = new JdbcTemplate(dataSource);
        Grounds grounds = Grounds.read("grounds.yaml", text("connection/grounds.yaml"));
        JdbcSuspensions store = new JdbcSuspensions(jdbc);
        SuspensionNotifier notifier = new SuspensionNotifier(this::record, new WrittenNotices(), changed -> {});
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        GroundRules rules = new GroundRules(grounds, WorkingDays.read("vn.yaml", text("calendar/vn.yaml")));
        urgent = new UrgentSuspensions(store, rules, notifier, transactions, Duration.ofHours(4), clock);
        suspensions = new SuspensionWorkflow(
                store,
                new DualControl(new JdbcProposals(jdbc), store, notifier, clock),
                urgent,
                rules,
                grounds,
                notifier,
                transactions,
                clock);
    }

    static String text(String resource) {
        try {
            return Files.readString(Path.of("src/main/resources", resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PartnerId partner(String id, String state) {
        jdbc.update(
                "insert into partner.partner (id, name, agency_code, dialect, state, changed_at)"
                        + " values (?, 'Cơ quan thử nghiệm', 'H41', 'official', ?, now())",
                id,
                state);
        return new PartnerId(id);
    }

    String state(PartnerId partner) {
        return String.valueOf(
                jdbc.queryForObject("select state from partner.partner where id = ?", String.class, partner.value()));
    }

    static SuspensionOrder breach(PartnerId partner) {
        return new SuspensionOrder(partner, "breach", null, null, "shared its password", "change the password");
    }

    static SuspensionOrder securityRisk(PartnerId partner) {
        return new SuspensionOrder(
                partner, "security-risk", null, null, "a server was broken into", "a new assessment");
    }

    static void refused(ThrowingCallable call, ErrorCode code, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusException.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(code);
            assertThat(refused.refusal().field()).isEqualTo(field);
        });
    }

    private UUID record(Act act) {
        acts.add(act.action() + " " + act.partner() + " by " + act.actor());
        return UUID.randomUUID();
    }

    private final class WrittenNotices implements Notices {
        @Override
        public List<Notice> takeUntold(int limit) {
            throw new UnsupportedOperationException("Nobody is told here");
        }

        @Override
        public boolean write(
                PartnerId partner, NoticeKind kind, String once, Instant dueBy, Map<String, String> values) {
            boolean written = jdbc.update(
                            "insert into partner.notice (id, partner, kind, once, subject_vi, subject_en, body_vi, body_en,"
                                    + " created_at, due_by) values (?, ?, ?, ?, '', '', '', '', now(), now())"
                                    + " on conflict (once) do nothing",
                            UUID.randomUUID(),
                            partner.value(),
                            kind.code(),
                            once)
                    == 1;
            if (written) {
                notices.add(kind.code() + " " + partner);
            }
            return written;
        }

        @Override
        public List<Notice> of(PartnerId partner, @Nullable UUID after, int limit) {
            return List.of();
        }
    }
}
