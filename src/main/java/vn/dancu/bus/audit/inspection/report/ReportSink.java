package vn.dancu.bus.audit.inspection.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a report as it comes. */
public interface ReportSink {

    /** The rows that follow belong to that table. */
    void begin(ReportTable table);

    /** One row: a {@link java.time.LocalDate}, {@link String} or {@link Long} a column; null where nothing was known. */
    void row(List<@Nullable Object> values);
}
