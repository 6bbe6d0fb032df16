package vn.dancu.bus.audit.evidence.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Signatures of RFC 8032, by the JDK; keys in their usual encodings (SubjectPublicKeyInfo, PKCS#8). */
public final class Ed25519 {

    private static final String NAME = "Ed25519";

    public static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(NAME).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK since 15", e);
        }
    }

    public static byte[] sign(byte[] privateKey, byte[] text) {
        try {
            PrivateKey key = KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the seals cannot sign", e);
        }
    }

    /** Whether the signature is that of the key; a key or signature of another form is not. */
    public static boolean isSigned(byte[] publicKey, byte[] text, byte[] signed) {
        try {
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(publicKey));
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Ed25519() {}
}
