package vn.dancu.bus.command;

/** Exit codes of the command, for scripts. */
final class ExitCodes {

    static final int DONE = 0;

    /** What was checked offline is not right: evidence is not intact, a route file breaks a rule. */
    static final int NOT_RIGHT = 1;

    /** The arguments are wrong, or a file cannot be read. */
    static final int USAGE = 2;

    /** The bus refused the request; it will refuse the same request again. */
    static final int REFUSED = 3;

    /** Sign-in failed, or the account lacks the role. */
    static final int NOT_ALLOWED = 4;

    /** The bus, or a server behind it, cannot be reached; the same request may succeed later. */
    static final int UNAVAILABLE = 5;

    /** A fault of the bus or of the command. */
    static final int FAULT = 6;

    static int ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 429, 502, 503, 504 -> UNAVAILABLE;
            default -> status < 400 ? DONE : status < 500 ? REFUSED : FAULT;
        };
    }

    private ExitCodes() {}
}
