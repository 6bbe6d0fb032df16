package vn.dancu.bus.document.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimChecks;

/** The table of parts of answers. */
final class JdbcResultChunks implements ResultChunks {

    private final JdbcTemplate jdbc;
    private final ClaimChecks claims;

    JdbcResultChunks(JdbcTemplate jdbc, ClaimChecks claims) {
        this.jdbc = jdbc;
        this.claims = claims;
    }

    @Override
    public List<Chunk> all(UUID document) {
        return jdbc.query(
                "select * from document.chunk where document = ? order by file, first",
                (rs, number) -> new Chunk(
                        rs.getInt("file"), rs.getInt("first"), rs.getInt("people"), JdbcDocumentLedger.content(rs)),
                document);
    }

    @Override
    public void add(UUID document, Chunk chunk) {
        claims.keep(chunk.content(), ReceivedDocument.holder(document));
        jdbc.update(
                "insert into document.chunk (document, file, first, people, content, content_length, content_sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                document,
                chunk.file(),
                chunk.first(),
                chunk.people(),
                chunk.content().id(),
                chunk.content().length(),
                chunk.content().sha256());
    }

    @Override
    public void drop(UUID document) {
        jdbc.query(
                        "delete from document.chunk where document = ? returning *",
                        (rs, number) -> JdbcDocumentLedger.content(rs),
                        document)
                .forEach(content -> claims.release(content, ReceivedDocument.holder(document)));
    }
}
