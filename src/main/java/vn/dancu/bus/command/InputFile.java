package vn.dancu.bus.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vn.dancu.bus.command.text.CommandTexts;

/** A file that its user names; a text also on standard input, where the name is {@code -}. */
final class InputFile {

    /** Above what the bus takes in one request. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int MARK_16 = 2;
    private static final int MARK_8 = 3;

    private final CommandTexts words;

    InputFile(CommandTexts words) {
        this.words = words;
    }

    /**
     * The text: UTF-8, or UTF-16 where a byte order mark says so, without that mark; line ends as they are. Ends the command
     * with a sentence when there is no such file, it is a folder, cannot be read, is empty, too large or in another encoding.
     */
    String read(String name) {
        byte[] bytes = bytes(name);
        if (bytes.length == 0) {
            throw stop("file.empty", name);
        }
        if (bytes.length > MAX_BYTES) {
            throw stop("file.large", name);
        }
        int first = bytes[0] & 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
        if (first == 0xFE && second == 0xFF) {
            return decoded(name, bytes, MARK_16, StandardCharsets.UTF_16BE);
        }
        if (first == 0xFF && second == 0xFE) {
            return decoded(name, bytes, MARK_16, StandardCharsets.UTF_16LE);
        }
        boolean marked = bytes.length >= MARK_8 && first == 0xEF && second == 0xBB && (bytes[2] & 0xFF) == 0xBF;
        return decoded(name, bytes, marked ? MARK_8 : 0, StandardCharsets.UTF_8);
    }

    /** A file of any content. Ends the command with a sentence when there is none, it is a folder, or cannot be read. */
    Path readable(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw stop("file.folder", name);
            }
            if (Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // reported below
        }
        throw stop("file.unreadable", name);
    }

    private byte[] bytes(String name) {
        if (name.equals("-")) {
            return head(name, System.in);
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw stop("file.folder", name);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return head(name, in);
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw stop("file.missing", name);
        } catch (IOException e) {
            throw stop("file.unreadable", name);
        }
    }

    private byte[] head(String name, InputStream in) {
        try {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw stop("file.unreadable", name);
        }
    }

    private String decoded(String name, byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw stop("file.encoding", name);
        }
    }

    private CommandFailure stop(String text, String name) {
        return new CommandFailure(ExitCodes.USAGE, words.of(text, name));
    }
}
