package vn.dancu.bus.audit.trail;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ListedPersons;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** Records all persons of a slice by one statement: a round trip for each would take most of the time of a list. */
record JdbcListedPersons(JdbcTemplate jdbc, SecretBox box, Clock clock) implements ListedPersons {

    private static final ActEventEncoder ENCODER = new ActEventEncoder();

    private static final String INSERT =
            """
            insert into audit.event (seq, id, kind, occurred_at, partner, officer, result, person_hash, event)
            select b.seq + g.n::integer, g.id, 'ACT', ?, ?, ?, ?, g.hash, convert_from(g.event, 'UTF8')
            from (select coalesce(max(seq), -1) as seq from audit.event where xid = pg_current_xact_id()) as b,
                unnest(?::uuid[], ?::bytea[], ?::bytea[]) with ordinality as g (id, hash, event, n)
            """;

    @Override
    public void record(Listing listing, List<PersonalId> persons) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("People are recorded in the transaction that puts them into the list");
        }
        if (persons.isEmpty()) {
            return;
        }
        Instant at = Instant.now(clock);
        Map<String, String> detail = detail(listing);
        Actor actor = Actor.of(listing.partner());
        String[] ids = new String[persons.size()];
        byte[][] hashes = new byte[ids.length][];
        byte[][] events = new byte[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            UUID id = UUID.randomUUID();
            ids[i] = id.toString();
            hashes[i] = PersonHash.of(box, persons.get(i));
            Act act = new Act(actor, ACTION, listing.partner(), listing.subject(), detail, hashes[i]);
            events[i] = ENCODER.encode(id, act, at);
        }
        jdbc.update(INSERT, statement -> {
            Connection on = statement.getConnection();
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, listing.partner().value());
            statement.setString(3, actor.name());
            statement.setString(4, ACTION);
            statement.setArray(5, on.createArrayOf("uuid", ids));
            statement.setArray(6, on.createArrayOf("bytea", hashes));
            statement.setArray(7, on.createArrayOf("bytea", events));
        });
    }

    private static Map<String, String> detail(Listing listing) {
        String fields = listing.fields().stream().map(FieldPath::value).sorted().collect(Collectors.joining(" "));
        return Map.of(
                "service",
                listing.service().value(),
                "purpose",
                listing.purpose().value(),
                "fields",
                fields);
    }
}
