package vn.dancu.bus.enrichment.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.file.RecordReader;

/**
 * Records that a thread of their own reads ahead, so that a file is unpacked and decoded while its records are checked and staged. What
 * reading throws is thrown behind the records that were read before it.
 */
final class RecordsAhead implements RecordReader {

    private static final int PARTS = 4;
    private static final int RECORDS = 1000;

    /** Characters of a part after which no further record comes into it, since one may have many. */
    private static final int CHARACTERS = 1 << 18;

    private final RecordReader reader;
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(PARTS);
    private final Thread thread;
    private Part part = new Part(List.of(), false, null);
    private int at;
    private long count;

    /**
     * Records that were read together.
     *
     * @param isLast whether the file ends with them
     * @param failure what came after them; null for nothing
     */
    private record Part(List<SourceRecord> records, boolean isLast, @Nullable Throwable failure) {}

    RecordsAhead(RecordReader reader) {
        this.reader = reader;
        this.thread = new Thread(this::readAll, "dancu-enrichment-ahead");
        thread.start();
    }

    private void readAll() {
        try {
            Part next = readPart();
            parts.put(next);
            while (!next.isLast() && next.failure() == null) {
                next = readPart();
                parts.put(next);
            }
        } catch (InterruptedException e) {
            // Closed: nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    private Part readPart() {
        List<SourceRecord> records = new ArrayList<>(RECORDS);
        int characters = 0;
        try {
            while (records.size() < RECORDS && characters < CHARACTERS) {
                SourceRecord next = reader.read();
                if (next == null) {
                    return new Part(records, true, null);
                }
                records.add(next);
                characters += length(next);
            }
            return new Part(records, false, null);
        } catch (IOException | RuntimeException | Error e) {
            return new Part(records, false, e);
        }
    }

    private static int length(SourceRecord record) {
        int length = 0;
        for (String value : record.values()) {
            length += value == null ? 0 : value.length();
        }
        return length;
    }

    @Override
    public @Nullable SourceRecord read() throws IOException {
        while (at == part.records().size()) {
            if (part.failure() != null) {
                throw failure(part.failure());
            }
            if (part.isLast()) {
                return null;
            }
            try {
                part = parts.take();
                at = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LostJobException();
            }
        }
        count++;
        return part.records().get(at++);
    }

    private static IOException failure(Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (IOException) failure;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
