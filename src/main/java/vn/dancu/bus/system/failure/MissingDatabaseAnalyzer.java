package vn.dancu.bus.system.failure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;

/** No database is set. Spring Boot's own analyzer would advise an embedded one. */
@Order(FailureOrder.BEFORE_SPRING_BOOT)
class MissingDatabaseAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String message = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
        if (message == null || !message.startsWith("Failed to determine a suitable driver class")) {
            return null;
        }
        return new FailureAnalysis(
                "Chưa đặt cơ sở dữ liệu / no database is set.",
                "Đặt các khóa / Set spring.datasource.url, spring.datasource.username, spring.datasource.password;"
                        + " chạy thử / for a trial: --spring.profiles.active=sandbox; docs/operations/run.md",
                failure);
    }
}
