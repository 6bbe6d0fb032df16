package vn.dancu.bus.sms.smpp;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import vn.dancu.bus.delivery.SendFailure;

/** What the failures of sessions and submissions mean. */
final class SubmitFailures {

    /** What is the operator's, and passes. Every other status is about the message: the next attempt would have it too. */
    private static final Set<Integer> PASSING = Set.of(
            SMPPConstant.STAT_ESME_RINVBNDSTS,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RSUBMITFAIL,
            SMPPConstant.STAT_ESME_RX_T_APPN,
            SMPPConstant.STAT_ESME_RUNKNOWNERR);

    /** Whether the operator has the message is not known, and its receipt is awaited. */
    static final String UNANSWERED = "smsc_unanswered";

    static boolean isThrottling(NegativeResponseException e) {
        return e.getCommandStatus() == SMPPConstant.STAT_ESME_RTHROTTLED
                || e.getCommandStatus() == SMPPConstant.STAT_ESME_RMSGQFUL;
    }

    static SendFailure notBound() {
        return new SendFailure("smsc_not_bound", false, null);
    }

    static SendFailure refused(NegativeResponseException e) {
        return new SendFailure(code(e), !PASSING.contains(e.getCommandStatus()), e);
    }

    /** Why a submission that was written has no answer. */
    static String unanswered(Exception e) {
        return e instanceof ResponseTimeoutException ? "smsc_silent" : "smsc_cut";
    }

    /** Why a bind failed, in a word; the message of an exception may repeat what the other side wrote. */
    static String bindFault(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            if (cause instanceof NegativeResponseException refused) {
                return code(refused);
            }
            if (cause instanceof SSLException) {
                return "tls_refused";
            }
            if (cause instanceof UnknownHostException) {
                return "host_unknown";
            }
            if (cause instanceof ConnectException) {
                return "port_refused";
            }
            if (cause instanceof SocketTimeoutException || cause instanceof ResponseTimeoutException) {
                return "silent";
            }
            cause = cause.getCause();
        }
        return thrown.getClass().getSimpleName();
    }

    private static String code(NegativeResponseException refused) {
        return String.format(java.util.Locale.ROOT, "smpp_%08x", refused.getCommandStatus());
    }

    private SubmitFailures() {}
}
