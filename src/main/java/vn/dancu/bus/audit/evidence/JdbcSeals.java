package vn.dancu.bus.audit.evidence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.kernel.Sha256;

/** Maps seals to rows of their table. */
final class JdbcSeals {

    /** A condition and an order follow. */
    static final String SELECT =
            """
            select s.number, s.previous, s.first_xid::text as first_xid, s.first_seq, s.last_xid::text as last_xid,
                s.last_seq, s.records, s.root, s.listing, s.sealed_at, s.key, s.signature, s.hash, s.leaves, s.ids,
                s.kinds, s.months, s.time_stamp, k.public_key
            from audit.seal s join audit.seal_key k on k.number = s.key where\s""";

    private static final String INSERT =
            """
            insert into audit.seal (number, previous, first_xid, first_seq, last_xid, last_seq, records, root, listing,
                sealed_at, key, signature, hash, leaves, ids, kinds, months)
            values (?, ?, ?::text::xid8, ?, ?::text::xid8, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static void insert(JdbcTemplate jdbc, SealedBatch batch) {
        Seal seal = batch.seal();
        List<SealedEntry> entries = batch.entries();
        byte[] leaves = new byte[entries.size() * Sha256.BYTES];
        StringBuilder kinds = new StringBuilder(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(entries.get(i).leaf(), 0, leaves, i * Sha256.BYTES, Sha256.BYTES);
            kinds.append(entries.get(i).kind().letter());
        }
        jdbc.update(
                INSERT,
                seal.number(),
                HexFormat.of().parseHex(seal.previous()),
                seal.first().xidText(),
                seal.first().seq(),
                seal.last().xidText(),
                seal.last().seq(),
                seal.records(),
                HexFormat.of().parseHex(seal.root()),
                HexFormat.of().parseHex(seal.listing()),
                seal.sealedAt().atOffset(ZoneOffset.UTC),
                seal.key(),
                batch.signature(),
                HexFormat.of().parseHex(batch.statedHash()),
                leaves,
                new SqlArrayValue("uuid", entries.stream().map(SealedEntry::id).toArray()),
                kinds.toString(),
                new SqlArrayValue(
                        "integer", entries.stream().map(SealedEntry::month).toArray()));
    }

    static SealedBatch batch(ResultSet rs) throws SQLException {
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
