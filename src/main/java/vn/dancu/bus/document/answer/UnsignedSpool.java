package vn.dancu.bus.document.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;

/**
 * An answer until it is signed, which reads it twice: in a file without a name, encrypted with a key that is nowhere but here, so
 * that nothing of it stays when the process ends.
 */
final class UnsignedSpool implements Content {

    private static final int BLOCK = 16;

    private final byte[] key = random(2 * BLOCK);
    private final byte[] counter = random(BLOCK);
    private final FileChannel channel;
    private final @Nullable Path left;

    UnsignedSpool() throws IOException {
        Path file = Files.createTempFile("dancu-answer", null);
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        left = forget(file) ? null : file;
    }

    /** Takes the answer; it is whole when this is closed, and the spool stays open. */
    OutputStream out() {
        OutputStream into = Channels.newOutputStream(channel);
        return new CipherOutputStream(into, cipher(Cipher.ENCRYPT_MODE)) {
            @Override
            public void close() throws IOException {
                // The stream of a channel closes the channel; a cipher that counts has nothing left over.
                flush();
            }
        };
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException("An answer cannot be read", e);
        }
    }

    @Override
    public InputStream open() {
        return new CipherInputStream(new FromStart(channel), cipher(Cipher.DECRYPT_MODE));
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (left != null) {
                forget(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An answer cannot be closed", e);
        }
    }

    // Some systems keep a file that is open.
    private static boolean forget(Path file) {
        try {
            Files.delete(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has AES", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** A channel from its start, whoever reads it besides. */
    private static final class FromStart extends InputStream {

        private final FileChannel channel;
        private long at;

        FromStart(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = channel.read(ByteBuffer.wrap(bytes, offset, length), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
