package vn.dancu.bus.feed.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.feed.ChangeEvent;
import vn.dancu.bus.feed.ChangeKind;

/** How events are read from their table. */
final class JdbcChangeRows {

    static final String COLUMNS = "e.position, e.id, e.subject, e.kind, e.fields, e.successor, e.changed_at, e.made_at";

    static ChangeEvent event(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new ChangeEvent(
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getBytes("subject"),
                ChangeKind.of(kind)
                        .orElseThrow(() -> new IllegalStateException("The register noted an unknown kind of change")),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getBytes("successor"),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("made_at").toInstant());
    }

    private JdbcChangeRows() {}
}
