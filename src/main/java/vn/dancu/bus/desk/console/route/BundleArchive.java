package vn.dancu.bus.desk.console.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.route.BundleRequest;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.shelf.bundle.BundleContent;

/** A bundle as somebody uploads it: a ZIP of its files, or of the one folder that holds them. */
final class BundleArchive {

    private static final String FIELD = "archive";
    private static final int MAX_FILES = 200;
    private static final int MAX_UNPACKED_BYTES = 2 * 1024 * 1024;

    /**
     * The bundle in it.
     *
     * @param base64 the bytes of the ZIP
     * @throws BusException {@code field_invalid} or {@code archive_limit_exceeded}
     */
    static BundleContent read(String base64) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(base64)), StandardCharsets.UTF_8)) {
            unpack(zip, files);
            String signature = files.remove(BundleContent.SIGNATURE_FILE);
            return new BundleRequest(files, signature == null ? null : signature.strip()).content();
        } catch (CharacterCodingException e) {
            throw invalid("files of text in UTF-8", e);
        } catch (IOException e) {
            throw invalid("a whole ZIP archive", e);
        } catch (IllegalArgumentException e) {
            throw invalid("a ZIP archive of 1 to 200 files, in no folder or in a single one", e);
        }
    }

    private static void unpack(ZipInputStream zip, Map<String, String> files) throws IOException {
        int left = MAX_UNPACKED_BYTES;
        String folder = null;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.isDirectory()) {
                continue;
            }
            int slash = entry.getName().indexOf('/') + 1;
            String inside = entry.getName().substring(0, slash);
            if (folder != null && !folder.equals(inside)) {
                throw invalid("files in no folder or in a single one", null);
            }
            folder = inside;
            byte[] bytes = zip.readNBytes(left + 1);
            left -= bytes.length;
            if (left < 0 || files.size() >= MAX_FILES) {
                throw BusException.of(ErrorCode.ARCHIVE_LIMIT_EXCEEDED, FIELD, "200 files, 2 MB unpacked");
            }
            files.put(entry.getName().substring(slash), text(bytes));
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static BusException invalid(String rule, @Nullable Exception cause) {
        return new BusException(Refusal.of(ErrorCode.FIELD_INVALID, FIELD, rule), cause);
    }

    private BundleArchive() {}
}
