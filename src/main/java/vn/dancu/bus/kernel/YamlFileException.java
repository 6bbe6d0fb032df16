package vn.dancu.bus.kernel;

/** A file that an operator wrote cannot be loaded; the message says the file, the line, the place and the rule. */
public final class YamlFileException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String path;
    private final String rule;

    YamlFileException(String file, int line, int column, String path, String rule) {
        super(file + ":" + line + ": " + (path.isEmpty() ? "the file" : path) + " " + rule);
        this.file = file;
        this.line = line;
        this.column = column;
        this.path = path;
        this.rule = rule;
    }

    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    /** Such as {@code partners[0].officers[1]}; empty for the whole file. */
    public String path() {
        return path;
    }

    /** What it must be, without the value found. */
    public String rule() {
        return rule;
    }
}
