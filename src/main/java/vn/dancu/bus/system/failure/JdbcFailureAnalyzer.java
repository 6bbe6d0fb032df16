package vn.dancu.bus.system.failure;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** PostgreSQL cannot be reached or refuses the bus, by the SQL state that it or its driver gives. */
@Order(FailureOrder.BEFORE_SPRING_BOOT)
class JdbcFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** What each kind of refusal is, and the settings that decide it. */
    private enum Refusal {
        UNREACHABLE("không kết nối được / cannot be reached", "spring.datasource.url"),
        ACCOUNT(
                "từ chối tài khoản hoặc mật khẩu / refuses the account or its password",
                "spring.datasource.username, spring.datasource.password"),
        NO_DATABASE("không có cơ sở dữ liệu đó / has no such database", "spring.datasource.url"),
        NO_RIGHT(
                "không cho tài khoản quyền cần có / does not give the account the right", "spring.datasource.username"),
        FULL(
                "đã hết chỗ hoặc hết kết nối / is out of disk space or of connections",
                "spring.datasource.hikari.maximum-pool-size");

        private final String words;
        private final String keys;

        Refusal(String words, String keys) {
            this.words = words;
            this.keys = keys;
        }

        private static @Nullable Refusal of(String state) {
            return switch (state.substring(0, Math.min(2, state.length()))) {
                case "08" -> UNREACHABLE;
                case "28" -> ACCOUNT;
                case "3D" -> NO_DATABASE;
                case "42" -> "42501".equals(state) ? NO_RIGHT : null;
                case "53" -> FULL;
                default -> null;
            };
        }
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = cause.getSQLState();
        Refusal refusal = state == null ? null : Refusal.of(state);
        if (refusal == null) {
            return null;
        }
        return new FailureAnalysis(
                "PostgreSQL " + refusal.words + " (SQLSTATE " + state + "): " + cause.getMessage(),
                "Kiểm tra máy chủ PostgreSQL và các khóa / Check PostgreSQL and the settings " + refusal.keys
                        + "; docs/operations/run.md",
                cause);
    }
}
