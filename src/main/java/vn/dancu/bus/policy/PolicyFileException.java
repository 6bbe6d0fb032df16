package vn.dancu.bus.policy;

/** The policy file cannot be loaded; the message says the file, the line, the place and the rule. */
final class PolicyFileException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    PolicyFileException(String file, int line, String path, String rule) {
        super(file + ":" + line + ": " + (path.isEmpty() ? "the file" : path) + " " + rule);
    }
}
