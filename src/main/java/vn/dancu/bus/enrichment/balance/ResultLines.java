package vn.dancu.bus.enrichment.balance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.CheckedRecord;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.merge.OutcomeLetters;

/**
 * The lines of a chunk in the result file: where the record begins in the source's file, its outcome, for a refused one reason and
 * column, for a difference the source's own id of the record, and whether the number was a replaced one. Nothing of another source and no value
 * of the register is in it. For one thread.
 */
final class ResultLines {

    static final byte[] HEADER = "line;outcome;reason;column;record;replaced\n".getBytes(StandardCharsets.UTF_8);

    private static final int ROOM = 64;
    private static final byte[][] ENDINGS = endings();

    private byte[] buffer = new byte[1 << 16];
    private int at;

    /** For each letter what follows the line's number where nothing else is to be said. */
    private static byte[][] endings() {
        byte[][] endings = new byte[128][];
        for (RecordOutcome outcome : RecordOutcome.values()) {
            char letter = OutcomeLetters.of(outcome);
            endings[letter] = ascii(";" + outcome.code() + ";;;;\n");
            endings[Character.toLowerCase(letter)] = ascii(";" + outcome.code() + ";;;;1\n");
        }
        return endings;
    }

    /**
     * The lines of a chunk, in the order of the file.
     *
     * @param accepted where the records begin whose outcomes the letters are
     * @param records own ids of the source, by line, of those that have one here
     */
    byte[] of(long[] accepted, String letters, List<CheckedRecord.Refused> refused, Map<Long, String> records) {
        at = 0;
        int next = 0;
        for (int i = 0; i < accepted.length; i++) {
            while (next < refused.size() && refused.get(next).line() < accepted[i]) {
                refusal(refused.get(next++));
            }
            String record = records.isEmpty() ? null : records.get(accepted[i]);
            number(accepted[i]);
            char letter = letters.charAt(i);
            if (record == null) {
                add(ENDINGS[letter]);
            } else {
                add(ascii(";" + OutcomeLetters.outcome(letter).code() + ";;;"));
                add((quoted(record) + (OutcomeLetters.isByReplaced(letter) ? ";1\n" : ";\n"))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        while (next < refused.size()) {
            refusal(refused.get(next++));
        }
        return Arrays.copyOf(buffer, at);
    }

    private void refusal(CheckedRecord.Refused record) {
        number(record.line());
        add((";" + RecordOutcome.REFUSED_BY_CHECK.code() + ";" + record.reason().code() + ";" + quoted(record.field())
                        + ";;\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ';' || c == '"' || c < ' ');
        // One line a record, whatever the title of a column is.
        return isPlain ? text : '"' + text.replaceAll("[\\x00-\\x1f]", " ").replace("\"", "\"\"") + '"';
    }

    private void number(long line) {
        room(ROOM);
        int digits = 1;
        for (long rest = line; rest > 9; rest /= 10) {
            digits++;
        }
        long rest = line;
        for (int i = digits - 1; i >= 0; i--) {
            buffer[at + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += digits;
    }

    private void add(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalStateException("A letter without an outcome");
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
    }

    private void room(int bytes) {
        if (at + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, at + bytes));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
