package vn.dancu.bus.probe;

import java.util.Locale;

/** What is wrong with a connection; the words of each stand in {@code docs/operations/connections.md}. */
public enum ProbeFault {
    HOST_UNKNOWN(ProbeStage.DNS),
    NAME_SERVER_SILENT(ProbeStage.DNS),
    PORT_REFUSED(ProbeStage.TCP),
    PORT_SILENT(ProbeStage.TCP),
    HOST_UNREACHABLE(ProbeStage.TCP),
    PROXY_REFUSED(ProbeStage.PROXY),
    PROXY_SILENT(ProbeStage.PROXY),
    /** The bus cannot read its own trust anchors or key. */
    KEY_STORE_UNREADABLE(ProbeStage.TLS),
    TLS_NOT_SPOKEN(ProbeStage.TLS),
    TLS_SILENT(ProbeStage.TLS),
    TLS_REFUSED(ProbeStage.TLS),
    CERTIFICATE_EXPIRED(ProbeStage.CERTIFICATE),
    CERTIFICATE_NOT_YET_VALID(ProbeStage.CERTIFICATE),
    CERTIFICATE_WRONG_NAME(ProbeStage.CERTIFICATE),
    CERTIFICATE_UNTRUSTED(ProbeStage.CERTIFICATE),
    CERTIFICATE_REVOKED(ProbeStage.CERTIFICATE),
    CERTIFICATE_INVALID(ProbeStage.CERTIFICATE),
    /** The other side does not take the certificate of the bus, or asks for one. */
    CLIENT_CERTIFICATE_REFUSED(ProbeStage.CREDENTIAL),
    CREDENTIAL_REFUSED(ProbeStage.CREDENTIAL),
    ANSWER_SILENT(ProbeStage.ANSWER),
    ANSWER_STATUS(ProbeStage.ANSWER),
    ANSWER_UNREADABLE(ProbeStage.ANSWER),
    ANSWER_REFUSED(ProbeStage.ANSWER),
    CONNECTION_CUT(ProbeStage.ANSWER),
    QUEUE_MISSING(ProbeStage.RIGHTS),
    RIGHT_MISSING(ProbeStage.RIGHTS);

    private final ProbeStage stage;

    ProbeFault(ProbeStage stage) {
        this.stage = stage;
    }

    public ProbeStage stage() {
        return stage;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means that a stage did not end in time. */
    static ProbeFault silenceAt(ProbeStage stage) {
        return switch (stage) {
            case DNS -> NAME_SERVER_SILENT;
            case TCP -> PORT_SILENT;
            case PROXY -> PROXY_SILENT;
            case TLS, CERTIFICATE -> TLS_SILENT;
            case CREDENTIAL, ANSWER, RIGHTS -> ANSWER_SILENT;
        };
    }
}
