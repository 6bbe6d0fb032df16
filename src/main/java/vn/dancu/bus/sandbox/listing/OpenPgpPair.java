package vn.dancu.bus.sandbox.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/**
 * An OpenPGP key pair (RSA, 2048 bits) without a passphrase, for trials alone.
 *
 * @param publicKey {@code <name>.asc}
 * @param secretKey {@code <name>.secret.asc}
 */
public record OpenPgpPair(Path publicKey, Path secretKey) {

    private static final int BITS = 2048;
    private static final int CERTAINTY = 12;

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
            throw new IllegalStateException("Bouncy Castle makes RSA keys", e);
        }
        return pair;
    }

    private static PGPKeyRingGenerator made(String name, Clock clock) throws PGPException {
        RSAKeyPairGenerator rsa = new RSAKeyPairGenerator();
        rsa.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), BITS, CERTAINTY));
        BcPGPKeyPair pair =
                new BcPGPKeyPair(PublicKeyAlgorithmTags.RSA_GENERAL, rsa.generateKeyPair(), Date.from(clock.instant()));
        return new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                name + " (sandbox)",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null,
                null,
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                null);
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
