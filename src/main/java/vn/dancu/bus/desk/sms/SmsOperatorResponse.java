package vn.dancu.bus.desk.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.OperatorState;

/** An operator of text messages; what its members mean says {@link OperatorState}. */
record SmsOperatorResponse(
        String operator,
        boolean bound,
        @Nullable Instant since,
        @Nullable String fault,
        long unanswered,
        @Nullable Instant oldestUnanswered,
        long unsent,
        @Nullable Instant oldestUnsent,
        @Nullable String lastFailure,
        long held,
        long unreceipted) {

    static SmsOperatorResponse of(OperatorState state) {
        return new SmsOperatorResponse(
                state.session().operator(),
                state.session().bound(),
                state.session().since(),
                state.session().lastError(),
                state.unanswered(),
                state.oldestUnanswered(),
                state.unsent(),
                state.oldestUnsent(),
                state.lastFailure(),
                state.held(),
                state.unreceipted());
    }
}
