package vn.dancu.bus.pdf;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import vn.dancu.bus.kernel.Sha256;

/** What a receiver checks of a signed file, by the libraries alone: the empty list where all holds. */
public final class PdfSignatureCheck {

    private PdfSignatureCheck() {}

    /** The faults of a file. */
    public static List<String> faults(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> all = document.getSignatureDictionaries();
            if (all.size() != 1) {
                return List.of("one signature");
            }
            PDSignature signature = all.get(0);
            if (!covers(signature, pdf)) {
                return List.of("the whole file");
            }
            CMSSignedData cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents(pdf));
            SignerInformation signer = signer(cms);
            X509CertificateHolder certificate = certificate(cms, signer);
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                return List.of("the signature");
            }
            return baseline(document, signature, signer, certificate);
        } catch (Exception e) {
            return List.of(e.toString());
        }
    }

    private static boolean covers(PDSignature signature, byte[] pdf) {
        int[] range = signature.getByteRange();
        return range.length == 4
                && range[0] == 0
                && range[2] + range[3] == pdf.length
                && pdf[range[1]] == '<'
                && pdf[range[2] - 1] == '>'
                && new String(pdf, range[1] + 1, range[2] - range[1] - 2, java.nio.charset.StandardCharsets.US_ASCII)
                        .matches("[0-9A-Fa-f]+");
    }

    private static List<String> baseline(
            PDDocument document, PDSignature signature, SignerInformation signer, X509CertificateHolder certificate)
            throws Exception {
        AttributeTable signed = signer.getSignedAttributes();
        if (!"ETSI.CAdES.detached".equals(signature.getSubFilter())
                || signature.getCOSObject().getString("M") == null) {
            return List.of("the dictionary of PAdES");
        }
        if (signed.get(CMSAttributes.signingTime) != null || signed.get(CMSAttributes.contentType) == null) {
            return List.of("the signed attributes");
        }
        SigningCertificateV2 named =
                SigningCertificateV2.getInstance(signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                        .getAttrValues()
                        .getObjectAt(0));
        if (!Arrays.equals(named.getCerts()[0].getCertHash(), Sha256.of(certificate.getEncoded()))) {
            return List.of("the certificate by its hash");
        }
        COSDictionary permissions = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PERMS);
        return permissions != null && permissions.getCOSDictionary(COSName.DOCMDP) == signature.getCOSObject()
                ? List.of()
                : List.of("no change allowed");
    }

    /** The time-stamp over the signature of a file, null where it has none. */
    public static TimeStampToken stamp(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            CMSSignedData cms =
                    new CMSSignedData(document.getLastSignatureDictionary().getContents(pdf));
            AttributeTable unsigned = signer(cms).getUnsignedAttributes();
            return unsigned == null
                    ? null
                    : new TimeStampToken(
                            new CMSSignedData(unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                                    .getAttrValues()
                                    .getObjectAt(0)
                                    .toASN1Primitive()
                                    .getEncoded()));
        }
    }

    /** The value of the signature of a file. */
    public static byte[] value(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return signer(new CMSSignedData(
                            document.getLastSignatureDictionary().getContents(pdf)))
                    .getSignature();
        }
    }

    private static SignerInformation signer(CMSSignedData cms) {
        return cms.getSignerInfos().iterator().next();
    }

    @SuppressWarnings("unchecked")
    private static X509CertificateHolder certificate(CMSSignedData cms, SignerInformation signer) {
        Collection<X509CertificateHolder> found = cms.getCertificates().getMatches(signer.getSID());
        return found.iterator().next();
    }
}
