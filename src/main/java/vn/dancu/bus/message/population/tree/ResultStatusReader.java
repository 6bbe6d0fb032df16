package vn.dancu.bus.message.population.tree;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.ResultStatus;

/** The status of an answer read from a wire that may not carry it. */
final class ResultStatusReader {

    private ResultStatusReader() {}

    /** The status named, or found and not found where another's GhiChu says something else or nothing. */
    static ResultStatus of(@Nullable String named, boolean found) {
        for (ResultStatus status : ResultStatus.values()) {
            if (status.code().equals(named)) {
                return status;
            }
        }
        return found ? ResultStatus.FOUND : ResultStatus.NOT_FOUND;
    }

    /** Where nothing names the status: what the citizen's own state says. */
    static ResultStatus of(@Nullable Citizen citizen) {
        if (citizen == null) {
            return ResultStatus.NOT_FOUND;
        }
        if (citizen.status() == null) {
            return ResultStatus.FOUND;
        }
        return switch (citizen.status()) {
            case ALIVE -> ResultStatus.FOUND;
            case DECEASED -> ResultStatus.DECEASED;
            case MISSING -> ResultStatus.MISSING;
        };
    }
}
