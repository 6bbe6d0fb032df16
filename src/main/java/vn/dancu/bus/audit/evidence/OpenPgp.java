package vn.dancu.bus.audit.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Encrypts to a public key and decrypts, as streams, so that {@code gpg} reads and writes the same. */
final class OpenPgp {

    private static final int BUFFER = 1 << 16;

    /** The key to which is encrypted: of the first ring its last sub-key that can, else the main key. */
    static PGPPublicKey recipient(Path file) throws IOException {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
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

    /** What is written to the stream arrives encrypted; closing it ends the message and leaves the other open. */
    static OutputStream encrypt(OutputStream to, PGPPublicKey recipient) throws IOException {
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

    static InputStream decrypt(InputStream from, Anchors anchors) throws IOException {
        Path privateKey = anchors.privateKey();
        if (privateKey == null) {
            throw new IOException("The file is encrypted; its OpenPGP private key is needed");
        }
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(privateKey))) {
            PGPSecretKeyRingCollection keys = new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator());
            PGPObjectFactory packets = factory(PGPUtil.getDecoderStream(from));
            Object packet = packets.nextObject();
            while (packet != null && !(packet instanceof PGPEncryptedDataList)) {
                packet = packets.nextObject();
            }
            if (packet instanceof PGPEncryptedDataList messages) {
                return decrypt(messages, keys, anchors.passphrase());
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
                    return new Authentic(literal(clear), mine);
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

    /** Checks at the end that nothing was changed on the way. */
    private static final class Authentic extends FilterInputStream {

        private final PGPPublicKeyEncryptedData message;
        private boolean checked;

        Authentic(InputStream in, PGPPublicKeyEncryptedData message) {
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
    static String fingerprint(PGPPublicKey key) {
        return Hashes.hex(key.getFingerprint());
    }

    private OpenPgp() {}
}
