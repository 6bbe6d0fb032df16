package vn.dancu.bus.audit.evidence.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.kernel.Sha256;

/**
 * A record with every column of its row, and the hash by which a seal covers it ({@code docs/protocols/AL-EVIDENCE.md}).
 *
 * @param personSealed the sealed person; null in a file that holds only its hash
 * @param personDigest SHA-256 of the sealed person
 */
public record SealedRecord(
        TrailPosition position,
        UUID id,
        RecordKind kind,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String service,
        @Nullable String officer,
        @Nullable String result,
        byte @Nullable [] personHash,
        byte @Nullable [] personSealed,
        byte @Nullable [] personDigest,
        @Nullable Integer keyPeriod,
        String event) {

    /** Year and month in UTC, such as 202611. */
    public int month() {
        ZonedDateTime at = occurredAt.atZone(ZoneOffset.UTC);
        return at.getYear() * 100 + at.getMonthValue();
    }

    /** The hash by which a seal covers the record, 32 bytes. */
    public byte[] leaf() {
        return leafAt(position);
    }

    /** The hash that the same content would have at another position. */
    public byte[] leafAt(TrailPosition place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(event.length() + 512);
        try (DataOutputStream to = new DataOutputStream(bytes)) {
            to.writeByte(0);
            field(to, ByteBuffer.allocate(8).putLong(place.xid()).array());
            field(to, number(place.seq()));
            field(
                    to,
                    ByteBuffer.allocate(16)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .array());
            field(to, text(kind.name()));
            field(to, ByteBuffer.allocate(8).putLong(micros(occurredAt)).array());
            field(to, text(partner));
            field(to, text(service));
            field(to, text(officer));
            field(to, text(result));
            field(to, personHash);
            field(to, personDigest);
            field(to, keyPeriod == null ? null : number(keyPeriod));
            field(to, text(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(bytes.toByteArray());
    }

    /** Microseconds since 1970. */
    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** Four bytes of length, then the content; an absent value has the length -1 and is not an empty one. */
    private static void field(DataOutputStream to, byte @Nullable [] content) throws IOException {
        if (content == null) {
            to.writeInt(-1);
            return;
        }
        to.writeInt(content.length);
        to.write(content);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte @Nullable [] text(@Nullable String value) {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }
}
