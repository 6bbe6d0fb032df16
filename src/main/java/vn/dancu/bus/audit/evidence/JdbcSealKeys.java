package vn.dancu.bus.audit.evidence;

import java.security.KeyPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.kernel.SecretBox;

/** The keys of the seals. The lock lets one instance make a key, and the others see it. */
final class JdbcSealKeys {

    private static final long LOCK = 0x64616E6375_04L;
    private static final String INSERT =
            "insert into audit.seal_key (number, public_key, private_sealed, made_at, made_by) values (?, ?, ?, ?, ?)";

    private final SecretBox box;
    private final Clock clock;

    JdbcSealKeys(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /** A key that signs. */
    record Signing(SealKey key, byte[] privateKey) {}

    /** The key in use; the first is made when it is missing, in the transaction of the connection. */
    Signing current(Connection connection) throws SQLException {
        List<Signing> found = newest(connection);
        return found.isEmpty() ? make(connection, "dancu-bus", 1) : found.get(0);
    }

    /** Makes the next key, which signs from now on. */
    Signing next(Connection connection, String by) throws SQLException {
        lock(connection);
        List<Signing> found = newest(connection);
        return make(connection, by, found.isEmpty() ? 1 : found.get(0).key().number() + 1);
    }

    static List<SealKey> all(Connection connection) throws SQLException {
        List<SealKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(
                        "select number, public_key, made_at, made_by from audit.seal_key order by number")) {
            while (rs.next()) {
                keys.add(key(rs));
            }
        }
        return keys;
    }

    private List<Signing> newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("select number, public_key, made_at, made_by, private_sealed"
                        + " from audit.seal_key order by number desc limit 1")) {
            return rs.next() ? List.of(new Signing(key(rs), box.open(rs.getBytes("private_sealed")))) : List.of();
        }
    }

    private Signing make(Connection connection, String by, int number) throws SQLException {
        lock(connection);
        List<Signing> meanwhile = newest(connection);
        if (!meanwhile.isEmpty() && meanwhile.get(0).key().number() >= number) {
            return meanwhile.get(0);
        }
        KeyPair pair = Ed25519.pair();
        SealKey key = new SealKey(number, pair.getPublic().getEncoded(), Instant.now(clock), by);
        byte[] secret = pair.getPrivate().getEncoded();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, number);
            statement.setBytes(2, key.publicKey());
            statement.setBytes(3, box.seal(secret));
            statement.setObject(4, key.madeAt().atOffset(ZoneOffset.UTC));
            statement.setString(5, by);
            statement.executeUpdate();
        }
        return new Signing(key, secret);
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    private static SealKey key(ResultSet rs) throws SQLException {
        return new SealKey(
                rs.getInt("number"),
                rs.getBytes("public_key"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getString("made_by"));
    }
}
