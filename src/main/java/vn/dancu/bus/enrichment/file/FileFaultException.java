package vn.dancu.bus.enrichment.file;

/** A file is refused as a whole. The message and the hint hold no value of the file. */
public final class FileFaultException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;
    private final long line;
    private final String hint;

    /**
     * @param line of the file, from 1; 0 where no line is meant
     * @param hint what helps to find it, such as the name of a column or the likely encoding; may be empty
     */
    public FileFaultException(FileFault fault, long line, String hint) {
        super(fault.code() + (line == 0 ? "" : " at line " + line) + (hint.isEmpty() ? "" : ": " + hint));
        this.fault = fault;
        this.line = line;
        this.hint = hint;
    }

    /** The same at this line, unless it has one. */
    FileFaultException at(long nearest) {
        if (line != 0) {
            return this;
        }
        FileFaultException placed = new FileFaultException(fault, nearest, hint);
        placed.initCause(this);
        return placed;
    }

    public FileFault fault() {
        return fault;
    }

    /** From 1; 0 where no line is meant. */
    public long line() {
        return line;
    }

    /** A name of a column, an encoding, a number; may be empty. */
    public String hint() {
        return hint;
    }
}
