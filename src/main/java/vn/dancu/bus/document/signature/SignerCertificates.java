package vn.dancu.bus.document.signature;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.xml.security.utils.Constants;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.dancu.bus.kernel.Sha256;

/**
 * The certificates of a signature.
 *
 * @param signer the one that has issued none of the others
 * @param others the rest, in the order of the wire
 */
record SignerCertificates(X509Certificate signer, List<X509Certificate> others) {

    private static final int MAX_CERTIFICATES = 10;
    private static final int MAX_TEXT = 30_000;

    SignerCertificates {
        others = List.copyOf(others);
    }

    static SignerCertificates of(Element signature) {
        NodeList elements = signature.getElementsByTagNameNS(Constants.SignatureSpecNS, Constants._TAG_X509CERTIFICATE);
        if (elements.getLength() == 0 || elements.getLength() > MAX_CERTIFICATES) {
            throw SignatureRefusals.untrusted("1 to " + MAX_CERTIFICATES + " certificates in X509Data");
        }
        List<X509Certificate> all = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            X509Certificate read = read(elements.item(i).getTextContent());
            if (!all.contains(read)) {
                all.add(read);
            }
        }
        List<X509Certificate> ends = all.stream()
                .filter(one -> all.stream().noneMatch(other -> isIssuer(one, other)))
                .toList();
        if (ends.size() != 1) {
            throw SignatureRefusals.untrusted("the certificate of one signer");
        }
        all.remove(ends.get(0));
        return new SignerCertificates(ends.get(0), all);
    }

    String thumbprint() {
        try {
            return Sha256.hex(signer.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    private static boolean isIssuer(X509Certificate one, X509Certificate other) {
        return !one.equals(other) && other.getIssuerX500Principal().equals(one.getSubjectX500Principal());
    }

    private static X509Certificate read(String text) {
        if (text.length() > MAX_TEXT) {
            throw SignatureRefusals.untrusted("certificates of at most " + MAX_TEXT + " characters");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw SignatureRefusals.untrusted("X.509 certificates in base64");
        }
    }
}
