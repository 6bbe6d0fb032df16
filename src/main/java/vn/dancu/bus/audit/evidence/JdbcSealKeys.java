package vn.dancu.bus.audit.evidence;

import java.security.KeyPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.evidence.Evidence.KeySummary;
import vn.dancu.bus.audit.evidence.seal.Ed25519;
import vn.dancu.bus.kernel.SecretBox;

/**
 * The keys that sign seals. A lock lets one instance make a key while the others wait and then use it; making keys needs the
 * caller's transaction.
 */
final class JdbcSealKeys implements EvidenceSigner {

    private static final long LOCK = 0x64616E6375_04L;
    private static final String COLUMNS =
            "select number, public_key, made_at, made_by, private_sealed from audit.seal_key";
    private static final String INSERT =
            "insert into audit.seal_key (number, public_key, private_sealed, made_at, made_by) values (?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final SecretBox box;
    private final Clock clock;

    JdbcSealKeys(JdbcTemplate jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    record SigningKey(KeySummary key, byte[] privateKey) {}

    @Override
    public KeySummary key() {
        return current().key();
    }

    @Override
    public Signed sign(byte[] text) {
        SigningKey current = current();
        return new Signed(current.key(), Ed25519.sign(current.privateKey(), text));
    }

    /** The key in use; makes the first one when there is none. */
    SigningKey current() {
        return newest().orElseGet(() -> make("dancu-bus", 1));
    }

    /** Makes the next key, which signs from now on. */
    SigningKey next(String by) {
        lock();
        return make(by, newest().map(newest -> newest.key().number() + 1).orElse(1));
    }

    List<KeySummary> all() {
        return jdbc.query(COLUMNS + " order by number", (rs, row) -> key(rs));
    }

    private Optional<SigningKey> newest() {
        return jdbc
                .query(
                        COLUMNS + " order by number desc limit 1",
                        (rs, row) -> new SigningKey(key(rs), box.open(rs.getBytes("private_sealed"))))
                .stream()
                .findFirst();
    }

    private SigningKey make(String by, int number) {
        lock();
        Optional<SigningKey> meanwhile = newest().filter(newest -> newest.key().number() >= number);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        KeyPair pair = Ed25519.pair();
        KeySummary key = KeySummary.of(number, pair.getPublic().getEncoded(), Instant.now(clock), by);
        byte[] secret = pair.getPrivate().getEncoded();
        jdbc.update(
                INSERT, number, key.publicKey(), box.seal(secret), key.madeAt().atOffset(ZoneOffset.UTC), by);
        return new SigningKey(key, secret);
    }

    private void lock() {
        jdbc.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }

    private static KeySummary key(ResultSet rs) throws SQLException {
        return KeySummary.of(
                rs.getInt("number"),
                rs.getBytes("public_key"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getString("made_by"));
    }
}
