package vn.dancu.bus.enrichment.job;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** What a failure of a step means to a clerk. */
final class JdbcFailureCodes {

    private static final String DISK_FULL = "53100";

    static ErrorCode of(Throwable failure) {
        boolean isDatabase = false;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof BusException known) {
                return known.refusal().code();
            }
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return ErrorCode.STORAGE_UNAVAILABLE;
            }
            if (cause instanceof IOException && !isDatabase) {
                return ErrorCode.STORAGE_UNAVAILABLE;
            }
            isDatabase |= cause instanceof DataAccessException || cause instanceof TransactionException;
        }
        return isDatabase ? ErrorCode.REGISTER_UNAVAILABLE : ErrorCode.INTERNAL_ERROR;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    private JdbcFailureCodes() {}
}
