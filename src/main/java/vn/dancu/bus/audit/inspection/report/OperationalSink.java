package vn.dancu.bus.audit.inspection.report;

import java.util.Map;

/** Takes operational records as they come. */
@FunctionalInterface
public interface OperationalSink {

    /** One record; what is not known is left out. Values are {@link String}, {@link Long} or {@link Boolean}. */
    void record(Map<OperationalField, Object> values);
}
