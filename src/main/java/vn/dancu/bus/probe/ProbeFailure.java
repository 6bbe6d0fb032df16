package vn.dancu.bus.probe;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A test ends here. */
public final class ProbeFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 12;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int PROXY_AUTHENTICATION = 407;

    private final ProbeFault fault;
    private final String detail;

    /** @param detail a fact in figures or in fixed words, never what the other side wrote */
    public ProbeFailure(ProbeFault fault, String detail, @Nullable Throwable cause) {
        super(fault.code(), cause);
        this.fault = fault;
        this.detail = detail;
    }

    public ProbeFailure(ProbeFault fault, String detail) {
        this(fault, detail, null);
    }

    public ProbeFault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }

    /** What the status of an HTTP answer says that is none of success. */
    public static ProbeFailure ofStatus(int status) {
        String detail = "HTTP " + status;
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> new ProbeFailure(ProbeFault.CREDENTIAL_REFUSED, detail);
            case PROXY_AUTHENTICATION -> new ProbeFailure(ProbeFault.PROXY_REFUSED, detail);
            default -> new ProbeFailure(ProbeFault.ANSWER_STATUS, detail);
        };
    }

    /** What an exception of a client says; {@code otherwise} where none of its causes is known. */
    public static ProbeFailure of(Throwable thrown, ProbeFault otherwise) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof ProbeFailure known) {
                return known;
            }
            ProbeFault fault =
                    CertificateFaults.isAboutCertificate(cause) ? CertificateFaults.of(cause) : faultOf(cause);
            if (fault != null) {
                return new ProbeFailure(fault, cause.getClass().getSimpleName(), thrown);
            }
            cause = cause.getCause();
        }
        return new ProbeFailure(otherwise, thrown.getClass().getSimpleName(), thrown);
    }

    private static @Nullable ProbeFault faultOf(Throwable cause) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return ProbeFault.HOST_UNKNOWN;
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return ProbeFault.PORT_SILENT;
        }
        if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
            return ProbeFault.ANSWER_SILENT;
        }
        if (cause instanceof NoRouteToHostException) {
            return ProbeFault.HOST_UNREACHABLE;
        }
        if (cause instanceof ConnectException) {
            return ProbeFault.PORT_REFUSED;
        }
        if (cause instanceof SSLException) {
            return ofTls(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT), cause);
        }
        boolean cut = cause instanceof EOFException
                || cause instanceof SocketException
                || cause instanceof ClosedChannelException;
        return cut ? ProbeFault.CONNECTION_CUT : null;
    }

    private static @Nullable ProbeFault ofTls(String said, Throwable cause) {
        if (cause.getCause() != null && CertificateFaults.isAbout(cause.getCause())) {
            return null;
        }
        if (said.contains("alert") && said.contains("certificate") || said.contains("unknown_ca")) {
            return ProbeFault.CLIENT_CERTIFICATE_REFUSED;
        }
        return said.contains("unrecognized ssl message") || said.contains("plaintext connection")
                ? ProbeFault.TLS_NOT_SPOKEN
                : ProbeFault.TLS_REFUSED;
    }
}
