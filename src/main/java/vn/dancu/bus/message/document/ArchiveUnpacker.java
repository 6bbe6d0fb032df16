package vn.dancu.bus.message.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.wire.LimitCounter;

/**
 * The one file in an archive that was sent in its place. Names in the archive are never used, and nothing is written to a
 * disk: the entry is read anew at each opening, after it was read once to its end within the limits.
 */
final class ArchiveUnpacker {

    private static final String PLACE = "AttachmentEncoded/Attachment/ContentTransferEncoded";
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_RATIO = 100;
    // Below this size the ratio is not checked: a small file of spaces may have any.
    private static final long RATIO_CHECKED_FROM = 1L << 20;
    private static final int BUFFER = 1 << 14;
    // The record at the end of an archive (APPNOTE 4.3.16): 22 bytes, and a comment of at most 65,535.
    private static final int END_LENGTH = 22;
    private static final int END_MAX_LENGTH = END_LENGTH + 0xffff;
    private static final int END_ENTRIES = 10;
    private static final int END_COMMENT = 20;

    private ArchiveUnpacker() {}

    static Content of(Content content, @Nullable String type, MessageLimits limits) {
        try {
            return type == null || isArchive(type) || !isSingle(content) ? content : unpacked(content, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("A content cannot be read", e);
        }
    }

    private static boolean isArchive(String type) {
        return type.toLowerCase(Locale.ROOT).contains("zip");
    }

    /** Whether the bytes are a ZIP that says of itself that it has one entry. */
    private static boolean isSingle(Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] start = in.readNBytes(4);
            if (start.length < 4 || start[0] != 'P' || start[1] != 'K' || start[2] != 3 || start[3] != 4) {
                return false;
            }
        }
        int entries = entries(content);
        if (entries > MAX_ENTRIES) {
            throw exceeded(MAX_ENTRIES + " entries in an archive");
        }
        return entries == 1;
    }

    /** The number of entries that the end record of the archive gives; 0 where it has no such record. */
    private static int entries(Content content) throws IOException {
        int length = (int) Math.min(content.length(), END_MAX_LENGTH);
        byte[] tail;
        try (InputStream in = content.open()) {
            in.skipNBytes(content.length() - length);
            tail = in.readNBytes(length);
        }
        for (int at = tail.length - END_LENGTH; at >= 0; at--) {
            if (tail[at] == 'P'
                    && tail[at + 1] == 'K'
                    && tail[at + 2] == 5
                    && tail[at + 3] == 6
                    && at + END_LENGTH + number(tail, at + END_COMMENT) == tail.length) {
                return number(tail, at + END_ENTRIES);
            }
        }
        return 0;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private static Content unpacked(Content archive, MessageLimits limits) throws IOException {
        try (ZipInputStream zip = open(archive)) {
            ZipEntry entry = first(zip);
            if (entry == null || entry.isDirectory()) {
                return archive;
            }
            long length = measured(zip, archive.length(), limits.contentBytes());
            // An entry that the archive's own directory keeps quiet about.
            if (zip.getNextEntry() != null) {
                throw exceeded("the one entry that the archive says it has");
            }
            return new Unpacked(archive, length);
        } catch (ZipException e) {
            throw FieldRefusals.invalid(PLACE, "a ZIP that can be unpacked");
        }
    }

    private static long measured(InputStream entry, long packed, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            length += read;
            if (length > most) {
                throw exceeded(most + " bytes unpacked");
            }
            if (length > RATIO_CHECKED_FROM && length / MAX_RATIO > packed) {
                throw exceeded(MAX_RATIO + " times the size of the archive");
            }
        }
        return length;
    }

    // Any bytes may be a name by this charset; it is not used.
    private static ZipInputStream open(Content archive) throws IOException {
        return new ZipInputStream(archive.open(), StandardCharsets.ISO_8859_1);
    }

    /** The first entry; null for one that cannot be read here, such as an encrypted one. */
    private static @Nullable ZipEntry first(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException e) {
            return null;
        }
    }

    private static RuntimeException exceeded(String most) {
        return LimitCounter.exceeded(ErrorCode.ARCHIVE_LIMIT_EXCEEDED, most);
    }

    /** The entry; the archive belongs to the message. */
    private record Unpacked(Content archive, long length) implements Content {

        @Override
        public InputStream open() throws IOException {
            ZipInputStream zip = ArchiveUnpacker.open(archive);
            zip.getNextEntry();
            return zip;
        }

        @Override
        public void close() {}
    }
}
