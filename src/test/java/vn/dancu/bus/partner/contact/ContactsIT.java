package vn.dancu.bus.partner.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.authority.AuthorityKind;
import vn.dancu.bus.partner.calendar.WorkingDays;

class ContactsIT {

    private static final AgencyCode H41 = AgencyCode.of("H41");
    private static final Actor CLERK = new Actor("an.tiepnhan", Set.of(Role.ONBOARDING_CLERK));
    private static final Actor OTHER = new Actor("lan.tiepnhan", Set.of(Role.ONBOARDING_CLERK));

    /** Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final List<Act> acts = new CopyOnWriteArrayList<>();
    private Contacts contacts;

    @BeforeEach
    void anAuthority() throws Exception {
        jdbc.update(
                """
                insert into partner.authority (code, kind, name, registered_at, registered_by)
                values ('H41', 'province', 'Nghệ An', 'epoch', 'an.tiepnhan')
                """);
        contacts = new ContactPublisher(
                new JdbcContacts(jdbc, new TransactionTemplate(new DataSourceTransactionManager(dataSource))),
                new OneAuthority(),
                act -> {
                    acts.add(act);
                    return UUID.randomUUID();
                },
                WorkingDays.read("vn.yaml", Files.readString(Path.of("src/main/resources/calendar/vn.yaml"))),
                Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void keepsEveryVersionWithWhoAndWhen() {
        contacts.publish(H41, 0, sheet("Nguyễn Văn Thử", service("Trả danh mục", TODAY)), CLERK);
        contacts.publish(H41, 1, sheet("Trần Thị Nghiệm", service("Trả danh mục", TODAY)), OTHER);

        List<ContactEntry> history = contacts.history(H41, null, 10);

        assertThat(history).extracting(ContactEntry::version).containsExactly(2, 1);
        assertThat(history).extracting(ContactEntry::changedBy).containsExactly("lan.tiepnhan", "an.tiepnhan");
        assertThat(history.get(1).officers().get(0).name()).isEqualTo("Nguyễn Văn Thử");
        assertThat(history.get(0).changesFrom(history.get(1))).containsExactly("officers");
        assertThat(contacts.find(H41)).contains(history.get(0));
        assertThat(contacts.find(H41, 1)).contains(history.get(1));
        assertThat(contacts.find(H41, 3)).isEmpty();
        assertThat(contacts.history(H41, 2, 10)).containsExactly(history.get(1));
        assertThat(history.get(0).authority().name()).isEqualTo("Nghệ An");
        assertThat(contacts.list(null, 10)).containsExactly(history.get(0));
        assertThat(acts)
                .extracting(act -> act.actor() + " " + act.action() + " " + act.subject() + " " + act.detail())
                .containsExactly(
                        "an.tiepnhan contact.published contacts/H41/1 {changed=officers, readiness, services}",
                        "lan.tiepnhan contact.published contacts/H41/2 {changed=officers}");
    }

    /** NĐ 47/2020/NĐ-CP Điều 25, the model since NĐ 278/2025/NĐ-CP: ready on Thursday means published by Friday. */
    @Test
    void saysWhichDescriptionWasPublishedTooLate() {
        LocalDate thursday = LocalDate.of(2026, 11, 19);
        LocalDate friday = LocalDate.of(2026, 11, 20);

        ContactEntry late = contacts.publish(H41, 0, sheet("A", service("Chậm", thursday)), CLERK);
        ContactEntry inTime = contacts.publish(H41, 1, sheet("A", service("Đúng hạn", friday)), CLERK);

        assertThat(late.services().get(0).publishBy()).isEqualTo(friday);
        assertThat(late.services().get(0).late()).isTrue();
        assertThat(inTime.services().get(0).publishBy()).isEqualTo(TODAY);
        assertThat(inTime.services().get(0).late()).isFalse();
    }

    @Test
    void refusesTheSecondOfTwoChangesOfOneVersion() throws Exception {
        contacts.publish(H41, 0, sheet("A", service("Trả danh mục", TODAY)), CLERK);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<String>> futures = new ArrayList<>();
        for (Actor actor : List.of(CLERK, OTHER)) {
            futures.add(threads.submit(() -> {
                start.await();
                try {
                    return "version "
                            + contacts.publish(H41, 1, sheet("B", service("Mới", TODAY)), actor)
                                    .version();
                } catch (BusException e) {
                    return e.refusal().code().code();
                }
            }));
        }

        assertThat(List.of(futures.get(0).get(), futures.get(1).get()))
                .containsExactlyInAnyOrder("version 2", "version_outdated");
        assertThat(contacts.history(H41, null, 10)).hasSize(2);
        threads.shutdownNow();
    }

    @Test
    void refusesWhatIsNoContact() {
        assertThatThrownBy(() -> new ContactOfficer("A\nB", "x", "y", "0999", "a@b.example"))
                .hasMessage("field_invalid");
        assertThatThrownBy(() -> new ContactOfficer("A", "x", "y", "call me", "a@b.example"))
                .hasMessage("field_invalid");
        assertThatThrownBy(() -> new ContactOfficer("A", "x", "y", "0999", "nobody"))
                .hasMessage("field_invalid");
        assertThatThrownBy(() -> new ContactSheet(List.of(), List.of(), List.of()))
                .hasMessage("field_invalid");
        assertThatThrownBy(() -> new Readiness("x", TODAY, List.of())).hasMessage("field_invalid");
        assertThat(codeOf(() -> contacts.publish(H41, 0, sheet("A", service("x", TODAY.plusDays(1))), CLERK)))
                .isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(codeOf(() -> contacts.publish(AgencyCode.of("H42"), 0, sheet("A", service("x", TODAY)), CLERK)))
                .isEqualTo(ErrorCode.RESOURCE_UNKNOWN);
        assertThat(codeOf(() -> contacts.publish(H41, 7, sheet("A", service("x", TODAY)), CLERK)))
                .isEqualTo(ErrorCode.VERSION_OUTDATED);
    }

    private static ContactSheet sheet(String officer, ServiceDescription service) {
        return new ContactSheet(
                List.of(new ContactOfficer(officer, "Chuyên viên", "Đầu mối", "0999 000 041", "dau-moi@h41.example")),
                List.of(new Readiness("Danh mục", TODAY, List.of(Readiness.Mode.ONLINE_CALL))),
                List.of(service));
    }

    private static ServiceDescription service(String description, LocalDate readyOn) {
        return new ServiceDescription("H41-DM", "Danh mục", description, readyOn);
    }

    private static ErrorCode codeOf(Runnable move) {
        return catchThrowableOfType(BusException.class, move::run).refusal().code();
    }

    private static final class OneAuthority implements Authorities {

        @Override
        public List<AuthorityKind> kinds() {
            return List.of();
        }

        @Override
        public Authority register(Authority authority, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Authority change(Authority authority, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Authority> find(String code) {
            return Optional.of(new Authority(H41, null, "province", "Nghệ An"))
                    .filter(it -> it.code().value().equals(code));
        }

        @Override
        public List<Authority> list(@Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public List<PartnerId> systems(Authority authority) {
            return List.of();
        }
    }
}
