package vn.dancu.bus.audit.evidence.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.jspecify.annotations.Nullable;

/** OpenPGP streams that {@code gpg} can read and write as well. */
public final class OpenPgp {

    private static final int BUFFER = 1 << 16;

    /** The key to encrypt to: the last key of the first ring that can encrypt and is not revoked. */
    public static PGPPublicKey recipient(Path file) throws IOException {
        return recipient(Files.newInputStream(file));
    }

    /** The same of a file that is open; closes it. */
    public static PGPPublicKey recipient(InputStream file) throws IOException {
        try (InputStream in = PGPUtil.getDecoderStream(file)) {
            PGPPublicKeyRingCollection rings = new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator());
            PGPPublicKey found = null;
            Iterator<PGPPublicKeyRing> all = rings.getKeyRings();
            if (all.hasNext()) {
                for (PGPPublicKey key : all.next()) {
                    if (key.isEncryptionKey() && !key.hasRevocation()) {
                        found = key;
                    }
                }
            }
            if (found == null) {
                throw new IOException("The file has no OpenPGP public key that encrypts");
            }
            return found;
        } catch (PGPException e) {
            throw new IOException("The OpenPGP public key cannot be read", e);
        }
    }

    /** Encrypts what is written to the returned stream. Closing it ends the message and leaves {@code to} open. */
    public static OutputStream encrypt(OutputStream to, PGPPublicKey recipient) throws IOException {
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(recipient));
        try {
            OutputStream encrypted = generator.open(to, new byte[BUFFER]);
            BCPGOutputStream literal = new BCPGOutputStream(encrypted, PacketTags.LITERAL_DATA, new byte[BUFFER]);
            // Binary, no name, no date (RFC 9580 §5.9).
            literal.write('b');
            literal.write(0);
            literal.write(new byte[4]);
            return literal;
        } catch (PGPException e) {
            throw new IOException("The archive cannot be encrypted", e);
        }
    }

    static InputStream decrypt(InputStream from, @Nullable DecryptionKey key) throws IOException {
        if (key == null) {
            throw new IOException("The file is encrypted; its OpenPGP private key is needed");
        }
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(key.file()))) {
            PGPSecretKeyRingCollection keys = new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator());
            PGPObjectFactory packets = factory(PGPUtil.getDecoderStream(from));
            Object packet = packets.nextObject();
            while (packet != null && !(packet instanceof PGPEncryptedDataList)) {
                packet = packets.nextObject();
            }
            if (packet instanceof PGPEncryptedDataList messages) {
                return decrypt(messages, keys, key.passphrase());
            }
            throw new IOException("The file is no OpenPGP message");
        } catch (PGPException e) {
            throw new IOException("The OpenPGP message cannot be decrypted", e);
        }
    }

    private static InputStream decrypt(
            PGPEncryptedDataList messages, PGPSecretKeyRingCollection keys, String passphrase)
            throws IOException, PGPException {
        for (Object message : messages) {
            if (message instanceof PGPPublicKeyEncryptedData mine) {
                PGPSecretKey key = keys.getSecretKey(mine.getKeyIdentifier().getKeyId());
                if (key != null) {
                    BcPBESecretKeyDecryptorBuilder unlocking =
                            new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider());
                    InputStream clear = mine.getDataStream(new BcPublicKeyDataDecryptorFactory(
                            key.extractPrivateKey(unlocking.build(passphrase.toCharArray()))));
                    return new IntegrityCheck(literal(clear), mine);
                }
            }
        }
        throw new IOException("The file is encrypted to another key");
    }

    private static InputStream literal(InputStream clear) throws IOException, PGPException {
        Object content = factory(clear).nextObject();
        if (content instanceof PGPCompressedData compressed) {
            content = factory(compressed.getDataStream()).nextObject();
        }
        if (content instanceof PGPLiteralData literal) {
            return literal.getInputStream();
        }
        throw new IOException("The OpenPGP message has no content");
    }

    private static PGPObjectFactory factory(InputStream in) {
        return new PGPObjectFactory(in, new BcKeyFingerprintCalculator());
    }

    /** Checks the integrity of the message when its end is reached. */
    private static final class IntegrityCheck extends FilterInputStream {

        private final PGPPublicKeyEncryptedData message;
        private boolean checked;

        IntegrityCheck(InputStream in, PGPPublicKeyEncryptedData message) {
            super(in);
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read < 0 && !checked) {
                checked = true;
                check();
            }
            return read;
        }

        private void check() throws IOException {
            try {
                if (!message.isIntegrityProtected() || !message.verify()) {
                    throw new IOException("The OpenPGP message was changed");
                }
            } catch (PGPException e) {
                throw new IOException("The OpenPGP message cannot be checked", e);
            }
        }
    }

    /** The fingerprint of a key, hexadecimal. */
    public static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().formatHex(key.getFingerprint());
    }

    private OpenPgp() {}
}
