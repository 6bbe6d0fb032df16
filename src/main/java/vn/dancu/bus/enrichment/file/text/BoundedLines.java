package vn.dancu.bus.enrichment.file.text;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;

/** The lines of a text, none of them longer than a limit. */
public final class BoundedLines {

    private static final int BUFFER = 8192;

    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int next;
    private int length;
    private long number;

    public BoundedLines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** Of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /** The next line without its end; null at the end of the text. */
    public @Nullable String read() throws IOException {
        line.setLength(0);
        number++;
        boolean any = false;
        while (next < length || fill()) {
            any = true;
            int from = next;
            while (next < length && buffer[next] != '\n') {
                next++;
            }
            line.append(buffer, from, next - from);
            if (line.length() > longest) {
                throw new FileFaultException(FileFault.RECORD_TOO_LONG, number, "");
            }
            if (next < length) {
                next++;
                break;
            }
        }
        return any ? line.toString() : null;
    }

    private boolean fill() throws IOException {
        next = 0;
        length = Math.max(0, text.read(buffer, 0, BUFFER));
        return length > 0;
    }
}
