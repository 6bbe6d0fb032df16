package vn.dancu.bus.audit.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Verifies time-stamps of RFC 3161 over the hash of a seal, offline. */
final class TimeStampVerifier {

    /** Whether the token covers that hash and was signed with the certificate's key while the certificate was valid. */
    static boolean isValid(byte[] token, String hash, Path certificateFile) {
        try (InputStream in = Files.newInputStream(certificateFile)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(new JcaX509CertificateHolder(certificate)));
            return stamp.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    && Arrays.equals(
                            stamp.getTimeStampInfo().getMessageImprintDigest(),
                            HexFormat.of().parseHex(hash));
        } catch (IOException | GeneralSecurityException | CMSException | TSPException | OperatorCreationException e) {
            return false;
        }
    }

    private TimeStampVerifier() {}
}
