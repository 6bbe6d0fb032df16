package vn.dancu.bus.listing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.ListedPersons;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListService;
import vn.dancu.bus.listing.ListSettings;
import vn.dancu.bus.listing.ListState;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.register.list.PersonSelection;
import vn.dancu.bus.register.list.RegisterLists;

/** A list of 25 people in pieces of ten, whatever happens meanwhile. */
class ListLifeIT {

    private static final FieldPath NUMBER = FieldPath.of("SoDinhDanh");
    private static final PartnerId PARTNER = new PartnerId("h41-lgsp");
    private static final int PEOPLE = 25;

    private final DataSource database = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final ShiftedClock clock = new ShiftedClock();
    private final InMemoryPartners partners = new InMemoryPartners().with("h41-lgsp", "secret", Partner.State.ACTIVE);
    private final JdbcListQueue queue = new JdbcListQueue(jdbc, clock);
    private final JdbcListRequests requests = new JdbcListRequests(jdbc, clock);
    private final PieceSeal seal = new PieceSeal(
            SecretBox.forUse("a master key for tests, 32 bytes".getBytes(StandardCharsets.UTF_8), PieceSeal.USE));
    private int failing;

    ListLifeIT() {
        jdbc.execute("create table recorded (number text)");
    }

    @Test
    void recordsEverybodyOnceWhenAPieceFailedInTheMiddle() {
        UUID id = ordered();
        ListDrawer drawer = drawer(1000);
        failing = 2;

        assertThat(drawer.drawNext()).isTrue();
        assertThat(drawer.drawNext()).isTrue();

        assertThat(found(id).cause()).isEqualTo("internal_error");
        assertThat(recorded()).hasSize(10).doesNotHaveDuplicates();
        assertThat(drawer.drawNext()).as("it waits").isFalse();
        clock.shift(Duration.ofMinutes(1));
        while (drawer.drawNext()) {
            assertThat(found(id).listed()).isLessThanOrEqualTo(PEOPLE);
        }

        assertThat(found(id).state()).isEqualTo(ListState.READY);
        assertThat(found(id).pages()).isEqualTo(3);
        assertThat(recorded()).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(lines(id)).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    @Test
    void waitsWhileItsPartnerIsSuspended() {
        UUID id = ordered();
        ListDrawer drawer = drawer(1000);
        partners.with("h41-lgsp", "secret", Partner.State.SUSPENDED);

        assertThat(drawer.drawNext()).isTrue();

        assertThat(found(id).cause()).isEqualTo("partner_suspended");
        assertThat(recorded()).isEmpty();
        partners.with("h41-lgsp", "secret", Partner.State.ACTIVE);
        clock.shift(Duration.ofSeconds(11));
        assertThat(drawer.drawNext()).isTrue();
        assertThat(found(id).cause()).isNull();
        assertThat(recorded()).hasSize(10);
    }

    @Test
    void endsWithMorePeopleThanAListMayHave() {
        UUID id = ordered();
        ListDrawer drawer = drawer(15);

        drawer.drawNext();
        drawer.drawNext();

        assertThat(found(id).state()).isEqualTo(ListState.FAILED);
        assertThat(found(id).cause()).isEqualTo("limit_reached");
        assertThat(jdbc.queryForObject("select count(*) from listing.piece", Integer.class))
                .isZero();
        assertThat(drawer.drawNext()).isFalse();
    }

    @Test
    void forgetsItsPeopleWhenItsDaysAreOver() {
        UUID id = ordered();
        ListDrawer drawer = drawer(1000);
        while (drawer.drawNext()) {
            assertThat(found(id).listed()).isPositive();
        }
        ListPacker packer = new ListPacker(
                new ListTurn(queue, partners, transaction),
                queue,
                new Register(),
                new PartnerKeys(Map.of()),
                new NoFiles(),
                seal,
                new ListPacker.Rules(settings(1000), transaction, clock));
        assertThat(packer.forgetNext()).isFalse();

        clock.shift(Duration.ofDays(8));

        assertThat(packer.forgetNext()).isTrue();
        assertThat(found(id).state()).isEqualTo(ListState.EXPIRED);
        assertThat(queue.deleteEndedBefore(clock.instant().minus(Duration.ofDays(1))))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from listing.piece", Integer.class))
                .isZero();
        assertThat(queue.deleteEndedBefore(clock.instant().plus(Duration.ofDays(1))))
                .isEqualTo(1);
        assertThat(requests.find(PARTNER, id, false)).isEmpty();
    }

    @Test
    void opensNoPieceInThePlaceOfAnother() {
        UUID id = ordered();
        ListDrawer drawer = drawer(1000);
        drawer.drawNext();
        drawer.drawNext();
        jdbc.update(
                "update listing.piece set content = (select p.content from listing.piece p where p.number = 2) where number = 1");

        assertThat(catchThrowable(() -> seal.open(id, 1, queue.piece(id, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private UUID ordered() {
        UUID id = UUID.randomUUID();
        ListOrder order = new ListOrder(
                ListService.BY_GENDER,
                "r-1",
                null,
                "canbo01",
                null,
                Set.of(),
                new ListCriteria(null, null, null, null, null, null, null, "1", null, null),
                ListForm.RECORDS,
                false,
                null);
        Decision.Granted granted =
                new Decision.Granted(Set.of(NUMBER), new Purpose("quan-ly-nha-nuoc"), 1, "00".repeat(32));
        transaction.executeWithoutResult(status ->
                requests.add(id, PARTNER, order, new ListAdmission.Admitted(granted, Set.of(NUMBER), List.of()), 3));
        return id;
    }

    private ListRequest found(UUID id) {
        return requests.find(PARTNER, id, false).orElseThrow();
    }

    private List<String> recorded() {
        return jdbc.queryForList("select number from recorded", String.class);
    }

    private List<String> lines(UUID id) {
        return IntStream.rangeClosed(1, found(id).pages())
                .mapToObj(number -> new String(seal.open(id, number, queue.piece(id, number)), StandardCharsets.UTF_8))
                .flatMap(String::lines)
                .toList();
    }

    private ListDrawer drawer(long most) {
        return new ListDrawer(
                new ListTurn(queue, partners, transaction),
                queue,
                new Register(),
                this::record,
                seal,
                settings(most),
                clock);
    }

    private void record(ListedPersons.Listing listing, List<PersonalId> persons) {
        persons.forEach(person -> jdbc.update("insert into recorded values (?)", person.digits()));
        if (--failing == 0) {
            throw new IllegalStateException("the machine dies");
        }
    }

    private static ListSettings settings(long most) {
        return new ListSettings(
                Map.of(),
                Map.of(),
                List.of(),
                10,
                10,
                5,
                most,
                3,
                Duration.ofDays(7),
                Duration.ofDays(730),
                10,
                15,
                Duration.ofMillis(250));
    }

    /** People with the numbers 1 to 25. */
    private static final class Register implements RegisterLists {

        @Override
        public Set<FieldPath> fields() {
            return Set.of(NUMBER);
        }

        @Override
        public List<FieldPath> columns(Set<FieldPath> fields) {
            return List.of(NUMBER);
        }

        @Override
        public Slice next(PersonSelection selection, Set<FieldPath> fields, long after, int most) {
            List<Row> rows = new ArrayList<>();
            for (long i = after + 1; i <= Math.min(PEOPLE, after + most); i++) {
                String number = String.format("999%09d", i);
                rows.add(new Row(PersonalId.soDinhDanh(number), List.of(number)));
            }
            return new Slice(rows, after + rows.size());
        }

        @Override
        public long count(PersonSelection selection) {
            return PEOPLE;
        }
    }
}
