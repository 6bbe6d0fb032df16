package vn.dancu.bus.sandbox.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/**
 * An OpenPGP key pair (Ed25519, and X25519 to encrypt to) without a passphrase, for trials alone.
 *
 * @param publicKey {@code <name>.asc}
 * @param secretKey {@code <name>.secret.asc}
 */
public record OpenPgpPair(Path publicKey, Path secretKey) {

    /** The pair of that name in the folder; made where one of the two is missing. */
    public static OpenPgpPair in(Path folder, String name, Clock clock) {
        OpenPgpPair pair = new OpenPgpPair(folder.resolve(name + ".asc"), folder.resolve(name + ".secret.asc"));
        try {
            if (!Files.exists(pair.publicKey) || !Files.exists(pair.secretKey)) {
                PGPKeyRingGenerator ring = made(name, clock);
                Files.createDirectories(folder);
                // The public key comes last: a process that is killed meanwhile leaves no pair that does not fit
                // together.
                Files.deleteIfExists(pair.publicKey);
                write(pair.secretKey, ring.generateSecretKeyRing().getEncoded());
                write(pair.publicKey, ring.generatePublicKeyRing().getEncoded());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException("Bouncy Castle has these curves", e);
        }
        return pair;
    }

    /** As GnuPG makes one by default. RSA would be the dearest part of the sandbox's first start. */
    private static PGPKeyRingGenerator made(String name, Clock clock) throws PGPException {
        SecureRandom random = new SecureRandom();
        Instant now = clock.instant();
        Ed25519KeyPairGenerator signing = new Ed25519KeyPairGenerator();
        signing.init(new Ed25519KeyGenerationParameters(random));
        BcPGPKeyPair owner =
                new BcPGPKeyPair(PublicKeyAlgorithmTags.EDDSA_LEGACY, signing.generateKeyPair(), Date.from(now));
        PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                owner,
                name + " (sandbox)",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null,
                null,
                new BcPGPContentSignerBuilder(owner.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                null);
        X25519KeyPairGenerator encryption = new X25519KeyPairGenerator();
        encryption.init(new X25519KeyGenerationParameters(random));
        PGPSignatureSubpacketGenerator use = new PGPSignatureSubpacketGenerator();
        use.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
        ring.addSubKey(
                new BcPGPKeyPair(PublicKeyAlgorithmTags.ECDH, encryption.generateKeyPair(), Date.from(now)),
                use.generate(),
                null);
        return ring;
    }

    private static void write(Path file, byte[] ring) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(text)) {
            armour.write(ring);
        }
        Path making = file.resolveSibling(file.getFileName() + ".new");
        Files.write(making, text.toByteArray());
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
