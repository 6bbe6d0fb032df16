package vn.dancu.bus.sandbox.axis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.sandbox.SandboxAxisSettings.AxisSystem;

/** Takes a message that was sent: checks its hash, reads it, and keeps it at each receiver. */
final class MessageReceiver {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BYTE_ORDER_MARK = 0xef;

    private final AxisStore store;
    private final MessageContext messages;

    MessageReceiver(AxisStore store, MessageContext messages) {
        this.store = store;
        this.messages = messages;
    }

    /**
     * What a caller says of a message.
     *
     * @param from null leaves it to the message
     * @param to null leaves it to the message
     * @param hash of the file, in one of two forms; null is not checked
     */
    record Envelope(AxisSystem system, String type, @Nullable String from, @Nullable String to, @Nullable String hash) {

        static Envelope of(SignedParameters call) {
            String type = call.get("messagetype");
            if (type == null || !type.equals("edoc") && !type.equals("status")) {
                throw new AxisRefusal(AxisRefusal.NOT_PROCESSED, "messagetype is edoc or status");
            }
            return new Envelope(call.system(), type, call.get("from"), call.get("to"), call.get("hash-file"));
        }
    }

    /** What the message itself says. */
    private record Label(String from, List<String> to, @Nullable String title, @Nullable String notation) {}

    /**
     * @param deliveries how often each receiver gets it
     * @param isRead whether it is looked into; one that is not goes on as it came
     * @return the sender's number for it
     */
    String receive(Envelope envelope, InputStream body, int deliveries, boolean isRead) throws IOException {
        String id = UUID.randomUUID().toString();
        Path part = store.file(id).resolveSibling(id + ".part");
        try {
            write(body, part, isRead);
            String sha256 = hash(part);
            checkHash(envelope.hash(), sha256);
            Label label = isRead ? label(envelope, part) : new Label("", List.of(), null, null);
            String from = envelope.from() == null ? label.from() : envelope.from();
            if (!store.agencies().belongs(from, envelope.system())) {
                throw new AxisRefusal(AxisRefusal.SENDER_NOT_REGISTERED, "The sender is not registered");
            }
            List<String> receivers = receivers(envelope.to(), label);
            long length = Files.size(part);
            Files.move(part, store.file(id));
            List<StoredMessage> each = new ArrayList<>();
            for (String receiver : receivers) {
                for (int i = 0; i < deliveries; i++) {
                    each.add(made(id, envelope.type(), from, receiver, sha256, length, label));
                }
            }
            store.sent(each);
            return id;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private StoredMessage made(
            String id, String type, String from, String to, String sha256, long length, Label label) {
        String now = store.now();
        return new StoredMessage(
                UUID.randomUUID().toString(),
                id,
                type,
                from,
                to,
                sha256,
                length,
                label.title(),
                label.notation(),
                now,
                StoredMessage.NEW,
                "",
                now);
    }

    /** One integrator's kit sends base64 in place of the file; every kit puts a line end behind it. */
    private static void write(InputStream body, Path part, boolean isRead) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body);
        in.mark(1);
        int first = in.read();
        in.reset();
        boolean plain = !isRead || first == '<' || first == BYTE_ORDER_MARK || first <= ' ';
        try (InputStream file = plain ? in : Base64.getMimeDecoder().wrap(in)) {
            Files.copy(file, part);
        } catch (IOException e) {
            if (plain) {
                throw e;
            }
            throw new AxisRefusal(AxisRefusal.BAD_FILE, "The file is no edXML and no base64");
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            ByteBuffer end = ByteBuffer.allocate(2);
            if (size >= 2 && channel.read(end, size - 2) == 2 && end.get(0) == '\r' && end.get(1) == '\n') {
                channel.truncate(size - 2);
            }
        }
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static void checkHash(@Nullable String said, String sha256) {
        if (said == null) {
            return;
        }
        StringBuilder kits = new StringBuilder();
        for (byte one : HexFormat.of().parseHex(sha256)) {
            kits.append(Integer.toHexString(one & 0xff));
        }
        String given = said.toLowerCase(Locale.ROOT);
        if (!given.equals(sha256) && !given.contentEquals(kits)) {
            throw new AxisRefusal(AxisRefusal.BAD_FILE, "hash-file is not the hash of the file");
        }
    }

    private Label label(Envelope envelope, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Message message = messages.xml(Version.EDXML_V1)
                        .within(MessageLimits.LARGE)
                        .read(in, Reaction.LENIENT)) {
            boolean status = messages.documents().isStatus(message);
            if (status != envelope.type().equals("status")) {
                throw new AxisRefusal(AxisRefusal.NOT_BY_THE_STANDARD, "The message is not of its messagetype");
            }
            return status
                    ? label(messages.documents().readStatus(message))
                    : label(messages.documents().read(message));
        } catch (BusException e) {
            if (!e.refusal().code().isClientFault()) {
                throw e;
            }
            throw new AxisRefusal(
                    AxisRefusal.NOT_BY_THE_STANDARD,
                    "The file is not by the standard: " + e.refusal().code());
        }
    }

    private static Label label(EDocument document) {
        Issuance.Code code = document.issuance().code();
        return new Label(
                document.from().id(),
                document.to().stream().map(Organization::id).toList(),
                document.description().subject(),
                code == null
                        ? null
                        : Stream.of(code.number(), code.notation())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("/")));
    }

    private static Label label(DocumentStatus status) {
        return new Label(
                status.from().id(),
                status.responseFor().stream()
                        .map(ResponseFor::organId)
                        .filter(Objects::nonNull)
                        .toList(),
                status.description(),
                null);
    }

    private List<String> receivers(@Nullable String header, Label label) {
        List<String> receivers = header == null ? label.to() : codes(header);
        if (receivers.isEmpty()
                || receivers.stream()
                        .anyMatch(code -> store.agencies().find(code).isEmpty())) {
            throw new AxisRefusal(AxisRefusal.RECEIVER_UNKNOWN, "A receiver is unknown");
        }
        return receivers.stream().distinct().toList();
    }

    /** A code, or the JSON text of an array of codes, of an array of objects with a code, or of one such object. */
    private static List<String> codes(String header) {
        if (!header.startsWith("[") && !header.startsWith("{")) {
            return List.of(header);
        }
        try {
            JsonNode to = JSON.readTree(header);
            List<String> codes = new ArrayList<>();
            for (JsonNode each : to.isArray() ? to : JSON.createArrayNode().add(to)) {
                codes.add(each.isObject() ? each.path("code").asText() : each.asText());
            }
            return codes;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
