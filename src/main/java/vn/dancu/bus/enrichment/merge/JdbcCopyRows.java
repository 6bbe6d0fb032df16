package vn.dancu.bus.enrichment.merge;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.dancu.bus.enrichment.CheckedRecord;

/** Writes records as rows of COPY's text format straight into a buffer that goes to PostgreSQL when it is full. For one thread. */
final class JdbcCopyRows implements ChunkStaging.RecordSink {

    private static final int BUFFER = 1 << 16;
    private static final int MARGIN = 64;
    private static final char ASCII = 0x80;
    private static final String NULL = "\\N";

    private final CopyIn copy;
    private final LocalDate verifiedOn;
    private byte[] buffer = new byte[BUFFER];
    private int at;

    JdbcCopyRows(CopyIn copy, LocalDate verifiedOn) {
        this.copy = copy;
        this.verifiedOn = verifiedOn;
    }

    @Override
    public void add(CheckedRecord.Accepted accepted) {
        number(accepted.line());
        put('\t');
        text(accepted.number());
        put('\t');
        text(accepted.foldedName());
        put('\t');
        number(accepted.birthDate().year());
        put('\t');
        date(accepted.birthDate().day());
        put('\t');
        date(accepted.verifiedOn() == null ? verifiedOn : accepted.verifiedOn());
        put('\t');
        if (accepted.recordId() == null) {
            plain(NULL);
        } else {
            text(accepted.recordId());
        }
        put('\t');
        values(accepted.values());
        put('\n');
        if (at > BUFFER - MARGIN) {
            flush();
        }
    }

    /** Sends what is left. */
    void flush() {
        try {
            copy.writeToCopy(buffer, 0, at);
            at = 0;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The records of a chunk cannot be staged", e);
        }
    }

    private void values(List<@Nullable String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                put(EnrichedContent.SEPARATOR);
            }
            String value = values.get(i);
            if (value != null) {
                text(value);
            }
        }
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                rest(text.substring(i));
                return;
            }
            escaped((byte) c);
        }
    }

    private void rest(String text) {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            escaped(one);
        }
    }

    private void escaped(byte one) {
        switch (one) {
            case '\\', '\t', '\n', '\r' -> {
                put('\\');
                put(one == '\t' ? 't' : one == '\n' ? 'n' : one == '\r' ? 'r' : '\\');
            }
            default -> put((char) (one & 0xff));
        }
    }

    private void date(@Nullable LocalDate date) {
        if (date == null) {
            plain(NULL);
            return;
        }
        number(date.getYear());
        two(date.getMonthValue());
        two(date.getDayOfMonth());
    }

    private void two(int part) {
        put('-');
        put((char) ('0' + part / 10));
        put((char) ('0' + part % 10));
    }

    private void number(long number) {
        plain(Long.toString(number));
    }

    private void plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char one) {
        if (at == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        buffer[at++] = (byte) one;
    }
}
