package vn.dancu.bench.trail;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills the months of a trail. Each month is a table of its own until it is full; its indexes are made when it is attached,
 * from those that the migrations gave the trail.
 */
final class JdbcFilling {

    static final int PARTNERS = 700;
    static final int OFFICERS = 20_000;
    static final int PERSONS = 5_000_000;

    /** Of whom much is asked; their numbers in the table of probes begin at -1 downwards. */
    static final int BUSY_PERSONS = 3;

    /** How many events each of them has. */
    static final int BUSY_EVENTS = 10_000;

    private static final int WRITERS = 2;

    private static final String TABLE =
            """
            create table audit.filling_%1$s (like audit.event including defaults including constraints
                including storage);
            alter table audit.filling_%1$s add check (kind = '%2$s'), add check (occurred_at is not null
                and occurred_at >= '%3$s' and occurred_at < '%4$s')""";

    /** A few partners ask most, as r^3 has it. The length of the event is that of a look-up with nineteen fields. */
    private static final String ROWS =
            """
            insert into audit.filling_%1$s (xid, seq, id, kind, occurred_at, partner, service, officer, result, person_hash,
                person_sealed, key_period, message_id, event)
            select (%5$d + n / 64)::text::xid8, n %% 64, id, '%2$s',
                   timestamptz '%3$s' + n * ((timestamptz '%4$s' - timestamptz '%3$s') / %6$d),
                   'p' || p, s, 'canbo' || o, r, coalesce(probe.hash, sha256(c::text::bytea)),
                   substr(sha256((c + 1)::text::bytea) || '\\x00112233445566778899'::bytea, 1, 40), 202601, 'H41-%5$d-' || n,
                   '{"specversion":"1.0","id":"' || id || '","source":"/dancu-bus","type":"vn.dancu.audit.v1","subject":"'
                   || repeat('0123456789abcdef', 4) || '","time":"2026-01-01T00:00:00Z","datacontenttype":"application/json",'
                   || '"data":{"outcome":"answer","result":"' || r || '","partner":"p' || p || '","officer":"canbo' || o
                   || '","procedure":"1.001193","purpose":"giai-quyet-tthc","service":"' || s
                   || '","releasedFields":["SoDinhDanh","SoCMND","HoVaTen","GioiTinh","DanToc","TonGiao","TinhTrangHonNhan",'
                   || '"NhomMau","NgayThangNamSinh","QueQuan","QuocTich","ThuongTru","NoiOHienTai","Cha","Me","VoChong",'
                   || '"NguoiDaiDien","ChuHo","SoHoKhau"],"withheldFields":[],"policyVersion":7,"policyHash":"'
                   || repeat('ab', 32) || '","door":"soap","messageId":"H41-%5$d-' || n || '","bytesIn":1024,'
                   || '"bytesOut":1900,"receivedAt":"2026-01-01T00:00:00.123456Z","answeredAt":"2026-01-01T00:00:00.127456Z",'
                   || '"clientAddress":"10.20.30.40","registerAskedMicros":1000,"registerAnsweredMicros":3000}}'
            from (select n, gen_random_uuid() as id, floor(700 * power(random(), 3))::integer as p,
                         floor(20000 * random())::integer as o, case when n %% %8$d = 0 then -1 - (n / %8$d) %% %9$d
                              else floor(5000000 * random())::integer end as c,
                         (array['TraCuuThongTinCongDan', 'CungCapThongTinCongDan', 'XacThucThongTinCongDan',
                                'CungCapThongTinHoGiaDinh', 'XacMinhThongTinNhanThan'])[1 + floor(5 * random())::integer] as s,
                         (array[%7$s])[1 + floor(10 * random())::integer] as r
                  from generate_series(0, %6$d - 1) as n) as made left join audit.probe on probe.person = c""";

    private static final String ATTACH =
            """
            alter table audit.event_%5$s attach partition audit.filling_%1$s for values from ('%3$s') to ('%4$s');
            alter table audit.filling_%1$s rename to event_%1$s""";

    private static final Map<String, String> RESULTS = Map.of(
            "ANSWER",
            "'found','found','found','found','found','found','found','found','found','not_found'",
            "REFUSAL",
            "'quota_exceeded','officer_not_allowed','field_invalid','service_not_allowed','procedure_not_allowed',"
                    + "'token_expired','request_replayed','field_missing','purpose_not_allowed','credentials_wrong'");

    private final String jdbcUrl;
    private volatile long every = 1;

    JdbcFilling(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * Fills so many rows over the months, of which one in fourteen is a refusal.
     *
     * @param hashes the persons with the smallest numbers get these
     * @param busy those of whom much is asked get these
     */
    void fill(long rows, List<YearMonth> months, List<byte[]> hashes, List<byte[]> busy) {
        prepare(months, hashes, busy);
        every = Math.max(1, rows / (BUSY_PERSONS * BUSY_EVENTS));
        long perMonth = rows / months.size();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> all = months.stream()
                    .<Future<?>>map(month -> writers.submit(() -> {
                        month(month, "ANSWER", perMonth - perMonth / 14);
                        month(month, "REFUSAL", perMonth / 14);
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The trail cannot be filled", e);
        } finally {
            writers.shutdown();
        }
        run("vacuum (analyze) audit.event");
    }

    private void prepare(List<YearMonth> months, List<byte[]> hashes, List<byte[]> busy) {
        run("create table audit.probe (person integer primary key, hash bytea not null)");
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement insert = connection.prepareStatement("insert into audit.probe values (?, ?)")) {
            for (int i = -busy.size(); i < hashes.size(); i++) {
                insert.setInt(1, i);
                insert.setBytes(2, i < 0 ? busy.get(-1 - i) : hashes.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The persons cannot be prepared", e);
        }
        for (YearMonth month : months) {
            run("select audit.make_months(date '" + month.atDay(1) + "', 1)");
            run("drop table audit.event_answer_" + name(month) + ", audit.event_refusal_" + name(month));
        }
    }

    /** In one transaction: what is written into a table that is younger than the transaction needs no log. */
    private void month(YearMonth month, String kind, long rows) {
        String small = kind.toLowerCase(java.util.Locale.ROOT);
        Object[] values = {
            small + "_" + name(month),
            kind,
            month.atDay(1) + "T00:00:00Z",
            month.plusMonths(1).atDay(1) + "T00:00:00Z",
            month.getYear() * 100_000_000L
                    + month.getMonthValue() * 2_000_000L
                    + (kind.equals("ANSWER") ? 0 : 1_000_000L),
            rows,
            RESULTS.get(kind),
            every,
            BUSY_PERSONS
        };
        Object[] attach = {values[0], kind, values[2], values[3], small};
        run(String.format(TABLE, values) + ";" + String.format(ROWS, values) + ";" + String.format(ATTACH, attach));
    }

    private static String name(YearMonth month) {
        return String.format("%d%02d", month.getYear(), month.getMonthValue());
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The trail cannot be filled", e);
        }
    }
}
