package vn.dancu.bus.delivery.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says.
 *
 * @param receiver who received the message
 * @param messageId as its sender gave it
 * @param sha256 of the content, 64 hex digits in lower case
 */
record ReceiptToken(String receiver, String messageId, String sha256) {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final String SHA256 = "sha256";
    private static final int MAX_LENGTH = 4096;

    String sign(byte[] key, Instant now) {
        // The seconds of RFC 7519 as a number: the builder's own dates are java.util.Date.
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(receiver)
                .subject(messageId)
                .claim(SHA256, sha256)
                .claim("iat", now.getEpochSecond())
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(ALGORITHM), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 takes a key of 32 bytes", e);
        }
        return token.serialize();
    }

    /** What the text says, whoever has signed it; empty when it is no receipt. */
    static Optional<ReceiptToken> read(String text) {
        SignedJWT token = parsed(text);
        try {
            JWTClaimsSet claims = token == null ? null : token.getJWTClaimsSet();
            String receiver = claims == null ? null : claims.getIssuer();
            String messageId = claims == null ? null : claims.getSubject();
            String sha256 = claims == null ? null : claims.getStringClaim(SHA256);
            return receiver == null || messageId == null || sha256 == null
                    ? Optional.empty()
                    : Optional.of(new ReceiptToken(receiver, messageId, sha256));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Whether the text is signed with that key. */
    static boolean isSigned(String text, byte[] key) {
        SignedJWT token = parsed(text);
        try {
            return token != null
                    && token.getHeader().getAlgorithm().equals(ALGORITHM)
                    && token.verify(new MACVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static @Nullable SignedJWT parsed(String text) {
        try {
            return text.length() > MAX_LENGTH ? null : SignedJWT.parse(text);
        } catch (ParseException e) {
            return null;
        }
    }
}
