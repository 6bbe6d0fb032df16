package vn.dancu.bus.trust.message;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.regex.Pattern;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.signing.SigningKey;

/** WSS4J's way to keys: that of the bus, by which it signs. It looks up no other, and trusts nobody: that is decided before. */
final class KeyCrypto extends CryptoBase {

    private final @Nullable SigningKey key;

    KeyCrypto(@Nullable SigningKey key) {
        this.key = key;
    }

    @Override
    public X509Certificate[] getX509Certificates(CryptoType wanted) {
        return key == null ? new X509Certificate[0] : new X509Certificate[] {key.certificate()};
    }

    @Override
    public String getX509Identifier(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    @Override
    public PrivateKey getPrivateKey(String identifier, String password) throws WSSecurityException {
        return own();
    }

    @Override
    public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler callback) throws WSSecurityException {
        return own();
    }

    @Override
    public PrivateKey getPrivateKey(PublicKey of, CallbackHandler callback) throws WSSecurityException {
        return own();
    }

    private PrivateKey own() throws WSSecurityException {
        if (key == null) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILURE);
        }
        return key.key();
    }

    @Override
    public void verifyTrust(
            X509Certificate[] chain, boolean withRevocation, Collection<Pattern> subjects, Collection<Pattern> issuers)
            throws WSSecurityException {
        throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
    }

    @Override
    public void verifyTrust(PublicKey of) throws WSSecurityException {
        throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
    }
}
