package vn.dancu.bus.sandbox.axis;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.SandboxAxisSettings.AxisSystem;

/** The messages of the mock: their files, and in memory who sent them, who receives them and how far they came. */
final class AxisStore implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String MESSAGE = "message";
    private static final String AGENCY = "agency";

    private final Path files;
    private final Clock clock;
    private final AgencyList agencies;
    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
    // What waits, by its receiver: it is asked for far more often than what is done, and what waits for others may be
    // much.
    private final Map<String, Map<String, StoredMessage>> open = new LinkedHashMap<>();
    private final AxisJournal journal;

    AxisStore(Path folder, AgencyList agencies, Clock clock) {
        this.files = folder.resolve("messages");
        this.agencies = agencies;
        this.clock = clock;
        try {
            Files.createDirectories(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.journal = AxisJournal.open(folder.resolve("journal.jsonl"), this::replay);
    }

    private void replay(String kind, JsonNode value) {
        if (kind.equals(MESSAGE)) {
            keep(AxisJournal.read(value, StoredMessage.class));
        } else if (kind.equals(AGENCY)) {
            agencies.put(AxisJournal.read(value, StoredAgency.class));
        }
    }

    private void keep(StoredMessage message) {
        messages.put(message.docId(), message);
        Map<String, StoredMessage> ofReceiver = open.computeIfAbsent(message.to(), receiver -> new LinkedHashMap<>());
        if (message.isOpen()) {
            ofReceiver.put(message.docId(), message);
        } else {
            ofReceiver.remove(message.docId());
        }
    }

    AgencyList agencies() {
        return agencies;
    }

    String now() {
        return TIME.format(clock.instant().atZone(VIETNAM));
    }

    /** Where the file of a message lies, or will lie. */
    Path file(String senderDocId) {
        return files.resolve(senderDocId + ".edxml");
    }

    /** Keeps one message at each of its receivers; their file is there already. */
    synchronized void sent(List<StoredMessage> each) {
        for (StoredMessage message : each) {
            journal.write(MESSAGE, message);
            keep(message);
        }
    }

    /** What waits for a system. */
    synchronized List<StoredMessage> waiting(AxisSystem system, Predicate<StoredMessage> wanted) {
        return open.entrySet().stream()
                .filter(receiver -> agencies.belongs(receiver.getKey(), system))
                .flatMap(receiver -> receiver.getValue().values().stream())
                .filter(wanted)
                .toList();
    }

    /** What a system has sent. */
    synchronized List<StoredMessage> sentBy(AxisSystem system, @Nullable String docId) {
        List<StoredMessage> sent = new ArrayList<>();
        for (StoredMessage message : messages.values()) {
            boolean wanted = docId == null || docId.equals(message.senderDocId()) || docId.equals(message.docId());
            if (wanted && agencies.belongs(message.from(), system)) {
                sent.add(message);
            }
        }
        return sent;
    }

    synchronized Optional<StoredMessage> find(AxisSystem system, @Nullable String docId) {
        return Optional.ofNullable(docId == null ? null : messages.get(docId))
                .filter(message -> agencies.belongs(message.to(), system));
    }

    InputStream open(StoredMessage message) throws IOException {
        return Files.newInputStream(file(message.senderDocId()));
    }

    /** Notes how far a message came: the same again is nothing new, and what is finished stays so. */
    synchronized void progress(StoredMessage known, String status, String description) {
        StoredMessage now = Objects.requireNonNull(messages.get(known.docId()));
        if (now.status().equals(status)) {
            return;
        }
        if (!now.isOpen()) {
            throw new AxisRefusal(AxisRefusal.NOT_PROCESSED, "The message is finished");
        }
        StoredMessage next = now.with(status, description, now());
        journal.write(MESSAGE, next);
        keep(next);
    }

    /** Notes a trace of a message, whatever its status. */
    synchronized void traced(StoredMessage known, String code) {
        StoredMessage now = Objects.requireNonNull(messages.get(known.docId()));
        StoredMessage next = now.with(now.status(), code, now());
        journal.write(MESSAGE, next);
        keep(next);
    }

    /** Notes an agency that was registered or deleted. */
    synchronized void changed(StoredAgency agency) {
        journal.write(AGENCY, agency);
        agencies.put(agency);
    }

    @Override
    public void close() {
        journal.close();
    }
}
