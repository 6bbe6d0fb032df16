package vn.dancu.bus.trust.message;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.w3c.dom.Element;

/** Reads the certificate of a BinarySecurityToken (X.509 Token Profile 1.1). */
final class TokenReader {

    private static final int MAX_TEXT = 30_000;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;

    static X509Certificate certificate(Element token) {
        String encoding = token.getAttributeNS(null, "EncodingType");
        if (!Names.X509_V3.equals(token.getAttributeNS(null, "ValueType"))
                || !encoding.isEmpty() && !Names.BASE64.equals(encoding)
                || !Names.children(token).isEmpty()) {
            throw MessageRefusals.forbidden("a BinarySecurityToken of X509v3 in Base64");
        }
        String text = token.getTextContent();
        if (text.length() > MAX_TEXT) {
            throw MessageRefusals.forbidden("a certificate of at most " + MAX_TEXT + " characters");
        }
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(text)));
            if (!isStrong(certificate)) {
                throw MessageRefusals.forbidden("a key of RSA from 2048 or EC from 256 bits");
            }
            return certificate;
        } catch (CertificateException | IllegalArgumentException e) {
            throw MessageRefusals.forbidden("an X.509 certificate in the BinarySecurityToken");
        }
    }

    private static boolean isStrong(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        return certificate.getPublicKey() instanceof ECPublicKey ec
                && ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
    }

    private TokenReader() {}
}
