package vn.dancu.bus.command;

/** Ends the command with a text for its user. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    CommandFailure(int exit, String text) {
        super(text);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
