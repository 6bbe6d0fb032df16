package vn.dancu.bus.command;

/** With what the command ends, for scripts. */
final class ExitCodes {

    static final int DONE = 0;

    /** What was checked offline is not right: evidence is not intact, a route file breaks a rule. */
    static final int NOT_RIGHT = 1;

    /** The command was written wrongly, or a file cannot be read. */
    static final int USAGE = 2;

    /** The bus refused what was asked: another try takes a change. */
    static final int REFUSED = 3;

    /** Sign-in failed, or the account has not the role. */
    static final int NOT_ALLOWED = 4;

    /** The bus, or something behind it, is away: the same may succeed later. */
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
