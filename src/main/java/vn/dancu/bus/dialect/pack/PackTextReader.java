package vn.dancu.bus.dialect.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One file of a pack as text; empty when it is not there or is no text, which is then a finding. */
final class PackTextReader {

    private static final int LIMIT = 64 * 1024;

    private PackTextReader() {}

    static Optional<String> read(PackFolder folder, String file, PackErrors findings) {
        String path = folder.path(file);
        Optional<byte[]> bytes = folder.read(file, LIMIT + 1);
        if (bytes.isEmpty()) {
            findings.add(path, 1, 1, "the pack must have this file");
            return Optional.empty();
        }
        if (bytes.get().length > LIMIT) {
            findings.add(path, 1, 1, "the file is at most 64 kB");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.get()))
                    .toString();
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return isClean(path, unmarked, findings) ? Optional.of(unmarked) : Optional.empty();
        } catch (CharacterCodingException e) {
            findings.add(path, 1, 1, "the file is text in UTF-8");
            return Optional.empty();
        }
    }

    private static boolean isClean(String path, String text, PackErrors findings) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                start = i + 1;
            } else if (Character.isISOControl(c) && c != '\t' && c != '\r') {
                findings.add(path, line, i - start + 1, "a control character cannot stand here");
                return false;
            }
        }
        return true;
    }
}
