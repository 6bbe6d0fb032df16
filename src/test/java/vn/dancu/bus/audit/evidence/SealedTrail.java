package vn.dancu.bus.audit.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.SecretBox;

/** A trail in a database of its own, with records made by SQL, that seals when it is told to. */
public final class SealedTrail {

    public static final Actor LAN = new Actor("lan", Set.of(Role.OPERATOR));
    public static final Actor MINH = new Actor("minh", Set.of(Role.APPROVER));
    public static final Instant AT = Instant.parse("2026-11-24T05:00:00.123456Z");

    private static final String INSERT =
            """
            insert into audit.event (seq, id, kind, occurred_at, partner, service, officer, result, person_hash,
                person_sealed, key_period, event)
            select n, gen_random_uuid(), ?, ?, 'h41-lgsp', 'TraCuuThongTinCongDan', 'canbo01', 'found',
                sha256(n::text::bytea), sha256(('sealed' || n)::bytea), 202611, '{"n": ' || n || ', "tên": "Đỗ"}'
            from generate_series(0, ? - 1) n
            """;

    public final DataSource dataSource = MigratedDatabase.fresh();
    public final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    public final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    public final List<Act> recorded = new ArrayList<>();
    public final Acts acts = act -> {
        recorded.add(act);
        return UUID.randomUUID();
    };
    final JdbcSealKeys keys = keys();
    final JdbcSealer sealer = sealer();
    public final TrailReader reader = new JdbcTrailReader(jdbc);
    final JdbcEvidence evidence = new JdbcEvidence(reader, transactions, keys, acts, Clock.systemUTC());

    private JdbcSealKeys keys() {
        return new JdbcSealKeys(jdbc, SecretBox.forUse(new byte[32], "audit/seal"), Clock.systemUTC());
    }

    /** Another instance's. */
    JdbcSealer sealer() {
        return new JdbcSealer(jdbc, transactions, keys(), Clock.systemUTC());
    }

    public void append(int count) {
        append("ANSWER", AT, count);
    }

    /** In one transaction. */
    public void append(String kind, Instant at, int count) {
        jdbc.update(INSERT, kind, at.atOffset(ZoneOffset.UTC), count);
    }

    public int seal() {
        int sealed = 0;
        JdbcSealer.Outcome outcome;
        do {
            outcome = sealer.seal(true);
            sealed += outcome.records();
        } while (outcome.again());
        return sealed;
    }

    long lastSeal() {
        Long number = jdbc.queryForObject("select coalesce(max(number), 0) from audit.seal", Long.class);
        return number == null ? 0 : number;
    }

    Seal seal(long number) {
        return reader.sealsFrom(number, 1).get(0).seal();
    }

    String lastHash() {
        return String.valueOf(jdbc.queryForObject(
                "select encode(hash, 'hex') from audit.seal order by number desc limit 1", String.class));
    }

    public Path export(Path folder) {
        return export(folder, 1, lastSeal());
    }

    public Path export(Path folder, long from, long to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            evidence.export(from, to, out);
            Path file = folder.resolve("evidence-" + UUID.randomUUID() + ".jsonl.gz");
            return Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
