package vn.dancu.bus.kernel;

/** A file that an operator wrote cannot be loaded; the message says the file, the line, the place and the rule. */
public final class YamlFileException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    YamlFileException(String file, int line, String path, String rule) {
        super(file + ":" + line + ": " + (path.isEmpty() ? "the file" : path) + " " + rule);
    }
}
