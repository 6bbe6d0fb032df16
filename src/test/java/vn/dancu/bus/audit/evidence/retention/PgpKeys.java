package vn.dancu.bus.audit.evidence.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;

/** An OpenPGP key pair of a test, in two files. */
record PgpKeys(Path publicKey, Path privateKey, String passphrase) {

    static PgpKeys make(Path folder, String name) {
        String passphrase = "only for tests";
        try {
            RSAKeyPairGenerator rsa = new RSAKeyPairGenerator();
            rsa.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), 2048, 12));
            BcPGPKeyPair pair = new BcPGPKeyPair(
                    PublicKeyAlgorithmTags.RSA_GENERAL,
                    rsa.generateKeyPair(),
                    Date.from(Instant.parse("2026-01-01T00:00:00Z")));
            PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
            PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    pair,
                    name,
                    sha1,
                    null,
                    null,
                    new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                    new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1)
                            .build(passphrase.toCharArray()));
            return new PgpKeys(
                    Files.write(
                            folder.resolve(name + ".pub"),
                            ring.generatePublicKeyRing().getEncoded()),
                    Files.write(
                            folder.resolve(name + ".key"),
                            ring.generateSecretKeyRing().getEncoded()),
                    passphrase);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrustAnchors anchors() {
        return TrustAnchors.NONE.opening(privateKey, passphrase);
    }
}
