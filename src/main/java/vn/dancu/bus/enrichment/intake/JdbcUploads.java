package vn.dancu.bus.enrichment.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.kernel.PartnerId;

/** The table of uploads and their parts, each a sealed body of its own. What changes is done in the transaction of the caller. */
final class JdbcUploads {

    /** As long as a file of the largest size is copied and hashed. */
    private static final Duration CHECKING = Duration.ofMinutes(15);

    private static final String SELECT = "select u.*, u.lease_ends > ? as is_leased from enrichment.upload u ";
    private static final String RECEIVING =
            " and job is null and fault_code is null and (lease_ends is null or lease_ends <= ?)";
    private static final int SWEPT = 100;

    private final JdbcTemplate jdbc;
    private final ClaimChecks claims;
    private final Clock clock;

    JdbcUploads(JdbcTemplate jdbc, ClaimChecks claims, Clock clock) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.clock = clock;
    }

    /** A part that is here. */
    record Part(long start, ClaimCheck content) {}

    static String holder(UUID upload) {
        return "enrichment-upload/" + upload;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    void add(FileUpload upload, byte[] manifest, String manifestSha256) {
        jdbc.update(
                "insert into enrichment.upload (id, partner, source, manifest, manifest_sha256, length, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                upload.id(),
                upload.partner().value(),
                upload.source().value(),
                manifest,
                manifestSha256,
                upload.length(),
                Timestamp.from(upload.changedAt()));
    }

    Optional<FileUpload> ofManifest(PartnerId partner, String manifestSha256) {
        return jdbc
                .query(
                        SELECT + "where partner = ? and manifest_sha256 = ? and fault_code is null",
                        JdbcUploads::upload,
                        now(),
                        partner.value(),
                        manifestSha256)
                .stream()
                .findFirst();
    }

    Optional<FileUpload> find(PartnerId partner, UUID id) {
        return jdbc
                .query(SELECT + "where id = ? and partner = ?", JdbcUploads::upload, now(), id, partner.value())
                .stream()
                .findFirst();
    }

    byte[] manifest(UUID id) {
        return jdbc.query("select manifest from enrichment.upload where id = ?", (rs, row) -> rs.getBytes(1), id)
                .get(0);
    }

    /** How many uploads of the partner are neither jobs nor refused; its uploads are counted by one transaction at a time. */
    int open(PartnerId partner) {
        jdbc.queryForList(
                "select pg_advisory_xact_lock(hashtextextended(?, 14))", "enrichment.upload/" + partner.value());
        Integer open = jdbc.queryForObject(
                "select count(*) from enrichment.upload where partner = ? and job is null and fault_code is null",
                Integer.class,
                partner.value());
        return open == null ? 0 : open;
    }

    /** False where the upload awaits another offset, or nothing. */
    boolean append(UUID id, Part part) {
        boolean isNext = jdbc.update(
                        "update enrichment.upload set received = received + ?, changed_at = ? where id = ? and received = ?"
                                + RECEIVING,
                        part.content().length(),
                        now(),
                        id,
                        part.start(),
                        now())
                == 1;
        if (isNext) {
            jdbc.update(
                    "insert into enrichment.upload_part (upload, start, content, length, sha256) values (?, ?, ?, ?, ?)",
                    id,
                    part.start(),
                    part.content().id(),
                    part.content().length(),
                    part.content().sha256());
            claims.keep(part.content(), holder(id));
        }
        return isNext;
    }

    /** In the order of the file. */
    List<Part> parts(UUID id) {
        return jdbc.query(
                "select * from enrichment.upload_part where upload = ? order by start",
                (rs, row) -> new Part(
                        rs.getLong("start"),
                        new ClaimCheck(
                                rs.getObject("content", UUID.class), rs.getLong("length"), rs.getString("sha256"))),
                id);
    }

    /** False where it is checked by somebody, or has ended. */
    boolean lease(UUID id) {
        return jdbc.update(
                        "update enrichment.upload set lease_ends = ? where id = ?" + RECEIVING,
                        Timestamp.from(clock.instant().plus(CHECKING)),
                        id,
                        now())
                == 1;
    }

    void release(UUID id) {
        jdbc.update("update enrichment.upload set lease_ends = null where id = ?", id);
    }

    void taken(UUID id, UUID job, boolean isRepeated) {
        jdbc.update(
                "update enrichment.upload set job = ?, is_repeated = ?, lease_ends = null, changed_at = ? where id = ?",
                job,
                isRepeated,
                now(),
                id);
        dropParts(id);
    }

    void refused(UUID id, FileUpload.Fault fault) {
        jdbc.update(
                "update enrichment.upload set fault_code = ?, fault_rule = ?, lease_ends = null, changed_at = ? where id = ?",
                fault.code(),
                fault.rule(),
                now(),
                id);
        dropParts(id);
    }

    void delete(UUID id) {
        dropParts(id);
        jdbc.update("delete from enrichment.upload where id = ?", id);
    }

    private void dropParts(UUID id) {
        parts(id).forEach(part -> claims.release(part.content(), holder(id)));
        jdbc.update("delete from enrichment.upload_part where upload = ?", id);
    }

    /** Some uploads that are older than they are kept, locked. */
    List<UUID> old(Duration kept) {
        return jdbc.queryForList(
                "select id from enrichment.upload where changed_at < ? and (lease_ends is null or lease_ends <= ?)"
                        + " order by changed_at limit ? for update skip locked",
                UUID.class,
                Timestamp.from(clock.instant().minus(kept)),
                now(),
                SWEPT);
    }

    private static FileUpload upload(ResultSet rs, int row) throws SQLException {
        UUID job = rs.getObject("job", UUID.class);
        String fault = rs.getString("fault_code");
        return new FileUpload(
                rs.getObject("id", UUID.class),
                new PartnerId(rs.getString("partner")),
                new SourceCode(rs.getString("source")),
                rs.getLong("length"),
                rs.getLong("received"),
                state(job != null, fault != null, rs.getBoolean("is_leased")),
                job,
                rs.getBoolean("is_repeated"),
                fault == null ? null : new FileUpload.Fault(fault, rs.getString("fault_rule")),
                rs.getTimestamp("changed_at").toInstant());
    }

    private static FileUpload.State state(boolean isJob, boolean isRefused, boolean isLeased) {
        if (isJob) {
            return FileUpload.State.TAKEN;
        }
        if (isRefused) {
            return FileUpload.State.REFUSED;
        }
        return isLeased ? FileUpload.State.CHECKING : FileUpload.State.RECEIVING;
    }
}
