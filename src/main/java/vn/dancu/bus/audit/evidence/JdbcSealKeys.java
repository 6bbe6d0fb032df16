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
import vn.dancu.bus.audit.evidence.Evidence.KeySummary;
import vn.dancu.bus.audit.evidence.seal.Ed25519;
import vn.dancu.bus.kernel.SecretBox;

/** The keys that sign seals. A lock lets one instance make a key while the others wait and then use it. */
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

    record SigningKey(KeySummary key, byte[] privateKey) {}

    /** The key in use; makes the first one when there is none, in the transaction of the connection. */
    SigningKey current(Connection connection) throws SQLException {
        List<SigningKey> found = newest(connection);
        return found.isEmpty() ? make(connection, "dancu-bus", 1) : found.get(0);
    }

    /** Makes the next key, which signs from now on. */
    SigningKey next(Connection connection, String by) throws SQLException {
        lock(connection);
        List<SigningKey> found = newest(connection);
        return make(connection, by, found.isEmpty() ? 1 : found.get(0).key().number() + 1);
    }

    static List<KeySummary> all(Connection connection) throws SQLException {
        List<KeySummary> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(
                        "select number, public_key, made_at, made_by from audit.seal_key order by number")) {
            while (rs.next()) {
                keys.add(key(rs));
            }
        }
        return keys;
    }

    private List<SigningKey> newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("select number, public_key, made_at, made_by, private_sealed"
                        + " from audit.seal_key order by number desc limit 1")) {
            return rs.next() ? List.of(new SigningKey(key(rs), box.open(rs.getBytes("private_sealed")))) : List.of();
        }
    }

    private SigningKey make(Connection connection, String by, int number) throws SQLException {
        lock(connection);
        List<SigningKey> meanwhile = newest(connection);
        if (!meanwhile.isEmpty() && meanwhile.get(0).key().number() >= number) {
            return meanwhile.get(0);
        }
        KeyPair pair = Ed25519.pair();
        KeySummary key = KeySummary.of(number, pair.getPublic().getEncoded(), Instant.now(clock), by);
        byte[] secret = pair.getPrivate().getEncoded();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, number);
            statement.setBytes(2, key.publicKey());
            statement.setBytes(3, box.seal(secret));
            statement.setObject(4, key.madeAt().atOffset(ZoneOffset.UTC));
            statement.setString(5, by);
            statement.executeUpdate();
        }
        return new SigningKey(key, secret);
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    private static KeySummary key(ResultSet rs) throws SQLException {
        return KeySummary.of(
                rs.getInt("number"),
                rs.getBytes("public_key"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getString("made_by"));
    }
}
