package vn.dancu.bus.sms.inbound;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.sms.PartOfText;
import vn.dancu.bus.sms.PhoneNumber;

/** Parts of texts, kept until all of them are there. */
final class JdbcParts {

    /** A reference that begins anew puts its part in the place of an older one. */
    private static final String PUT =
            """
            insert into sms.part (operator, sender_key, called, reference, total, number, coding, sealed, received_at)
            select operator, sender_key, called, reference, total, number, coding, sealed, ?
            from unnest(?::text[], ?::bytea[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::bytea[])
                as g (operator, sender_key, called, reference, total, number, coding, sealed)
            order by sender_key, operator, called, reference, total, number
            on conflict (sender_key, operator, called, reference, total, number) do update set coding = excluded.coding,
                sealed = excluded.sealed, received_at = excluded.received_at
            """;

    private static final String COMPLETE =
            """
            with complete as (
                select sender_key, operator, called, reference, total from sms.part
                where ?::bytea[] is null or sender_key = any (?::bytea[])
                group by sender_key, operator, called, reference, total having count(*) = total)
            delete from sms.part p using complete c
            where p.sender_key = c.sender_key and p.operator = c.operator and p.called = c.called
                and p.reference = c.reference and p.total = c.total
            returning p.operator, p.sender_key, p.called, p.reference, p.total, p.number, p.coding, p.sealed
            """;

    private final JdbcTemplate jdbc;
    private final TextSeal seal;
    private final DeliveredMessageReader reader;
    private final Clock clock;

    JdbcParts(JdbcTemplate jdbc, TextSeal seal, DeliveredMessageReader reader, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.reader = reader;
        this.clock = clock;
    }

    private record Row(String operator, byte[] senderKey, String called, PartOfText part, int coding, byte[] sealed) {}

    /** Keeps them, in the transaction of the caller; the texts that are whole now. */
    List<TakenMessage.Text> put(List<TakenMessage.Part> some) {
        Map<String, TakenMessage.Part> last = new LinkedHashMap<>();
        some.forEach(one -> last.put(
                HexFormat.of().formatHex(one.senderKey()) + one.operator() + "/" + one.called() + "/" + one.reference()
                        + "/" + one.total() + "/" + one.number(),
                one));
        List<TakenMessage.Part> rows = List.copyOf(last.values());
        jdbc.update(connection -> putting(connection, rows));
        return join(rows.stream().map(TakenMessage.Part::senderKey).toArray(byte[][]::new));
    }

    /** Takes away the parts of texts that are whole, of those senders or of all; another transaction may have done so. */
    List<TakenMessage.Text> join(byte @Nullable [][] senders) {
        List<Row> rows = jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(COMPLETE);
                    for (int place = 1; place <= 2; place++) {
                        statement.setArray(place, senders == null ? null : connection.createArrayOf("bytea", senders));
                    }
                    return statement;
                },
                (rs, number) -> row(rs));
        Map<String, List<Row>> byText = new LinkedHashMap<>();
        rows.forEach(one -> byText.computeIfAbsent(
                        HexFormat.of().formatHex(one.senderKey()) + one.operator() + "/" + one.called() + "/"
                                + one.part().reference() + "/" + one.part().total(),
                        key -> new ArrayList<>())
                .add(one));
        return byText.values().stream().map(this::text).toList();
    }

    private TakenMessage.Text text(List<Row> parts) {
        parts.sort(Comparator.comparingInt(one -> one.part().number()));
        Row first = parts.get(0);
        TextSeal.Opened opened = open(first);
        PhoneNumber sender = new PhoneNumber(opened.sender());
        return reader.whole(first.operator(), sender, first.called(), joined(parts), null);
    }

    private Optional<String> joined(List<Row> parts) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            Row part = parts.get(i);
            octets.writeBytes(open(part).content());
            if (i + 1 == parts.size() || parts.get(i + 1).coding() != part.coding()) {
                Optional<String> read = reader.text(part.operator(), octets.toByteArray(), part.coding());
                if (read.isEmpty()) {
                    return read;
                }
                text.append(read.get());
                octets.reset();
            }
        }
        return Optional.of(text.toString());
    }

    private TextSeal.Opened open(Row row) {
        return seal.open(DeliveredMessageReader.rowOf(row.part()), row.sealed());
    }

    private PreparedStatement putting(Connection connection, List<TakenMessage.Part> rows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(PUT);
        statement.setTimestamp(1, Timestamp.from(clock.instant()));
        statement.setArray(2, JdbcTextColumns.of(connection, "text", rows, TakenMessage.Part::operator));
        statement.setArray(3, JdbcTextColumns.octets(connection, rows, TakenMessage.Part::senderKey));
        statement.setArray(4, JdbcTextColumns.of(connection, "text", rows, TakenMessage.Part::called));
        statement.setArray(5, JdbcTextColumns.of(connection, "int4", rows, TakenMessage.Part::reference));
        statement.setArray(6, JdbcTextColumns.of(connection, "int4", rows, TakenMessage.Part::total));
        statement.setArray(7, JdbcTextColumns.of(connection, "int4", rows, TakenMessage.Part::number));
        statement.setArray(8, JdbcTextColumns.of(connection, "int4", rows, TakenMessage.Part::coding));
        statement.setArray(9, JdbcTextColumns.octets(connection, rows, TakenMessage.Part::sealed));
        return statement;
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getString("operator"),
                rs.getBytes("sender_key"),
                rs.getString("called"),
                new PartOfText(rs.getInt("reference"), rs.getInt("total"), rs.getInt("number")),
                rs.getInt("coding"),
                rs.getBytes("sealed"));
    }
}
