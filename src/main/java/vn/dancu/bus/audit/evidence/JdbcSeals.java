package vn.dancu.bus.audit.evidence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.kernel.Sha256;

/** Reads and writes the table of seals. */
final class JdbcSeals {

    private static final String COLUMNS =
            """
            s.number, s.previous, s.first_xid::text as first_xid, s.first_seq, s.last_xid::text as last_xid, s.last_seq,
            s.records, s.root, s.listing, s.sealed_at, s.key, s.signature, s.hash, s.leaves, s.ids, s.kinds, s.months,
            s.time_stamp, k.public_key
            """;

    private static final String SELECT =
            "select " + COLUMNS + " from audit.seal s join audit.seal_key k on k.number = s.key where ";

    private static final String INSERT =
            """
            insert into audit.seal (number, previous, first_xid, first_seq, last_xid, last_seq, records, root, listing,
                sealed_at, key, signature, hash, leaves, ids, kinds, months)
            values (?, ?, ?::text::xid8, ?, ?::text::xid8, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static void insert(Connection connection, SealedBatch batch) throws SQLException {
        Seal seal = batch.seal();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, seal.number());
            statement.setBytes(2, HexFormat.of().parseHex(seal.previous()));
            statement.setString(3, seal.first().xidText());
            statement.setInt(4, seal.first().seq());
            statement.setString(5, seal.last().xidText());
            statement.setInt(6, seal.last().seq());
            statement.setInt(7, seal.records());
            statement.setBytes(8, HexFormat.of().parseHex(seal.root()));
            statement.setBytes(9, HexFormat.of().parseHex(seal.listing()));
            statement.setObject(10, seal.sealedAt().atOffset(ZoneOffset.UTC));
            statement.setInt(11, seal.key());
            statement.setBytes(12, batch.signature());
            statement.setBytes(13, HexFormat.of().parseHex(batch.statedHash()));
            bindEntries(statement, batch.entries());
            statement.executeUpdate();
        }
    }

    private static void bindEntries(PreparedStatement statement, List<SealedEntry> entries) throws SQLException {
        Connection on = statement.getConnection();
        byte[] leaves = new byte[entries.size() * Sha256.BYTES];
        StringBuilder kinds = new StringBuilder(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(entries.get(i).leaf(), 0, leaves, i * Sha256.BYTES, Sha256.BYTES);
            kinds.append(entries.get(i).kind().letter());
        }
        statement.setBytes(14, leaves);
        statement.setArray(
                15,
                on.createArrayOf("uuid", entries.stream().map(SealedEntry::id).toArray()));
        statement.setString(16, kinds.toString());
        statement.setArray(
                17,
                on.createArrayOf(
                        "integer", entries.stream().map(SealedEntry::month).toArray()));
    }

    static List<SealedBatch> from(Connection connection, long number, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + "s.number >= ? order by s.number limit ?")) {
            statement.setLong(1, number);
            statement.setInt(2, limit);
            return batches(statement);
        }
    }

    static List<SealedBatch> before(Connection connection, long number) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + "s.number < ? order by s.number desc limit 1")) {
            statement.setLong(1, number);
            return batches(statement);
        }
    }

    /** The last seal, without its entries. */
    record Last(long number, String hash, TrailPosition position) {

        /** Before the first seal. */
        static final Last NONE = new Last(0, Seal.NONE, TrailPosition.START);
    }

    static Last last(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select number, hash, last_xid::text, last_seq from audit.seal order by number desc limit 1");
                ResultSet rs = statement.executeQuery()) {
            return rs.next()
                    ? new Last(
                            rs.getLong(1),
                            HexFormat.of().formatHex(rs.getBytes(2)),
                            TrailPosition.of(rs.getString(3), rs.getInt(4)))
                    : Last.NONE;
        }
    }

    static List<SealedBatch> covering(Connection connection, TrailPosition position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                SELECT + "(s.last_xid, s.last_seq) >= (?::text::xid8, ?) order by s.last_xid, s.last_seq limit 1")) {
            statement.setString(1, position.xidText());
            statement.setInt(2, position.seq());
            return batches(statement);
        }
    }

    private static List<SealedBatch> batches(PreparedStatement statement) throws SQLException {
        List<SealedBatch> batches = new ArrayList<>();
        try (ResultSet rs = statement.executeQuery()) {
            while (rs.next()) {
                batches.add(batch(rs));
            }
        }
        return batches;
    }

    private static SealedBatch batch(ResultSet rs) throws SQLException {
        Seal seal = new Seal(
                rs.getLong("number"),
                HexFormat.of().formatHex(rs.getBytes("previous")),
                TrailPosition.of(rs.getString("first_xid"), rs.getInt("first_seq")),
                TrailPosition.of(rs.getString("last_xid"), rs.getInt("last_seq")),
                rs.getInt("records"),
                HexFormat.of().formatHex(rs.getBytes("root")),
                HexFormat.of().formatHex(rs.getBytes("listing")),
                rs.getTimestamp("sealed_at").toInstant(),
                rs.getInt("key"),
                Sha256.hex(rs.getBytes("public_key")));
        return new SealedBatch(
                seal,
                HexFormat.of().formatHex(rs.getBytes("hash")),
                rs.getBytes("signature"),
                entries(rs),
                rs.getBytes("time_stamp"));
    }

    private static List<SealedEntry> entries(ResultSet rs) throws SQLException {
        byte[] leaves = rs.getBytes("leaves");
        String kinds = rs.getString("kinds");
        UUID[] ids = array(rs.getArray("ids"), UUID[].class);
        Integer[] months = array(rs.getArray("months"), Integer[].class);
        List<SealedEntry> entries = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            entries.add(new SealedEntry(
                    ids[i],
                    RecordKind.ofLetter(kinds.charAt(i)),
                    months[i],
                    Arrays.copyOfRange(leaves, i * Sha256.BYTES, (i + 1) * Sha256.BYTES)));
        }
        return entries;
    }

    private static <T> T array(Array array, Class<T> type) throws SQLException {
        return type.cast(array.getArray());
    }

    private JdbcSeals() {}
}
