package vn.dancu.bus.audit.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.ListedPersons;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.kernel.SecretBox;

/** Finds the events of a person by the index on the keyed hash and the time, one search for each number of the person. */
final class JdbcPersonEvents implements PersonEvents {

    private static final String COLUMNS =
            "e.id, e.kind, e.occurred_at, e.partner, e.service, e.officer, e.result, e.message_id, e.event";

    private static final String KEPT_SINCE =
            "select max(month) from audit.archive where dropped_at is not null and kind <> 'SEAL'";

    private final JdbcSnapshotReader reading;
    private final JdbcSnapshotReader counting;
    private final SecretBox box;
    private final ObjectMapper json = new ObjectMapper();

    /** @param counting for what reads whole hours */
    JdbcPersonEvents(JdbcSnapshotReader reading, JdbcSnapshotReader counting, SecretBox box) {
        this.reading = reading;
        this.counting = counting;
        this.box = box;
    }

    @Override
    public List<PersonEvent> list(Query query, @Nullable EventCursor after, int limit) {
        PersonStatement statement = list(query, hashes(query), after, limit);
        return reading.read(jdbc -> jdbc.query(statement.sql(), (rs, row) -> event(rs), statement.values()));
    }

    static PersonStatement list(Query query, List<byte[]> hashes, @Nullable EventCursor after, int limit) {
        PersonStatement statement = new PersonStatement();
        statement.eachOf(hashes, hash -> statement
                .add("select " + COLUMNS + " from audit.event e")
                .person(hash)
                .conditions(query)
                .page(after, limit));
        return hashes.size() == 1 ? statement : statement.add(" order by occurred_at desc, id desc limit ?", limit);
    }

    @Override
    public int count(Query query, int most) {
        return count(query, most, statement -> statement.conditions(query));
    }

    @Override
    public int countOwnAnswers(Query query, int most) {
        return count(query, most, statement -> statement.ownAnswers(query));
    }

    private int count(Query query, int most, Consumer<PersonStatement> conditions) {
        PersonStatement statement = new PersonStatement().add("select count(*) from (");
        statement.eachOf(hashes(query), hash -> {
            conditions.accept(statement.add("select 1 from audit.event e").person(hash));
            statement.add(" limit ?", most);
        });
        statement.add(") as found");
        Integer count = reading.read(jdbc -> jdbc.queryForObject(statement.sql(), Integer.class, statement.values()));
        return Math.min(Objects.requireNonNull(count), most);
    }

    @Override
    public Optional<PersonEvent> find(Query query, UUID event) {
        PersonStatement statement = new PersonStatement();
        statement.eachOf(hashes(query), hash -> statement
                .add("select " + COLUMNS + " from audit.event e")
                .person(hash)
                .add(" and e.id = ?", event)
                .conditions(query));
        return reading.read(jdbc -> jdbc.query(statement.sql(), (rs, row) -> event(rs), statement.values())).stream()
                .findFirst();
    }

    @Override
    public long concealed(Concealment concealment, Instant from, Instant until, List<Concealment> otherwise) {
        PersonStatement statement = new PersonStatement()
                .add("select count(*) from audit.event e where e.kind in ('ANSWER', 'REFUSAL', 'ACT')")
                .add(" and e.person_hash is not null")
                .add(" and e.occurred_at >= ?", from.atOffset(ZoneOffset.UTC))
                .add(" and e.occurred_at < ?", until.atOffset(ZoneOffset.UTC))
                .add(" and ")
                .isConcealed(concealment)
                .areNot(otherwise);
        return Objects.requireNonNull(
                counting.read(jdbc -> jdbc.queryForObject(statement.sql(), Long.class, statement.values())));
    }

    @Override
    public Optional<Instant> keptSince() {
        List<Integer> dropped = reading.read(jdbc -> jdbc.queryForList(KEPT_SINCE, Integer.class));
        Integer last = dropped.isEmpty() ? null : dropped.get(0);
        return last == null ? Optional.empty() : Optional.of(new TrailMonth(RecordKind.ANSWER, last).end(0));
    }

    private List<byte[]> hashes(Query query) {
        return query.numbers().stream()
                .map(number -> PersonHash.of(box, number))
                .toList();
    }

    private PersonEvent event(ResultSet rs) throws SQLException {
        JsonNode said = said(rs.getString("event"));
        return new PersonEvent(
                rs.getObject("id", UUID.class),
                RecordKind.valueOf(rs.getString("kind")),
                rs.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                rs.getString("partner"),
                rs.getString("officer"),
                texts(said.path("roles")),
                said.path("door").textValue(),
                said.path("path").textValue(),
                rs.getString("message_id"),
                rs.getString("service"),
                purpose(said),
                rs.getString("result"),
                released(said));
    }

    /** An act that reports that data left names the fields in its detail. */
    private static Set<String> released(JsonNode said) {
        String fields = said.path("detail").path("fields").textValue();
        boolean isListed = ListedPersons.ACTION.equals(said.path("action").textValue()) && fields != null;
        return Set.copyOf(isListed ? List.of(fields.split(" ")) : texts(said.path("releasedFields")));
    }

    /** An act that reports a use has the purpose of the use in its detail. */
    private static @Nullable String purpose(JsonNode said) {
        String own = said.path("purpose").textValue();
        return own != null ? own : said.path("detail").path("purpose").textValue();
    }

    private JsonNode said(String event) {
        try {
            return json.readTree(event).path("data");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The trail holds events as JSON", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
