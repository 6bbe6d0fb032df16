package vn.dancu.bus.message.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/**
 * A file that nobody finds: it loses its name as soon as it is open, and is encrypted with a key that is nowhere but here. So
 * nothing of it stays when the process ends, however it ends.
 */
public final class NamelessFile implements AutoCloseable {

    private static final int BLOCK = 16;
    private static final int BUFFER = 1 << 16;

    private final byte[] key = random(2 * BLOCK);
    private final byte[] counter = random(BLOCK);
    private final FileChannel channel;

    /** In the folder for temporary files. */
    public NamelessFile() throws IOException {
        Path path = Files.createTempFile("dancu-content-", ".bin");
        // On Windows the name goes when the file is closed.
        channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Takes the bytes, once; the file stays open when this is closed. */
    public OutputStream out() {
        OutputStream into = Channels.newOutputStream(channel);
        return new CipherOutputStream(into, cipher(Cipher.ENCRYPT_MODE)) {
            @Override
            public void close() throws IOException {
                // The stream of a channel closes the channel; a cipher that counts has nothing left over.
                flush();
            }
        };
    }

    /** The bytes from the first on, whoever reads them besides. */
    public InputStream open() {
        // The cipher reads by half a kilobyte.
        return new CipherInputStream(
                new BufferedInputStream(new FromStart(channel), BUFFER), cipher(Cipher.DECRYPT_MODE));
    }

    @Override
    public void close() throws IOException {
        channel.close();
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

    /** A channel from its start; the position of the channel is the writer's. */
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
