package vn.dancu.bus.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.signing.TimeStampAuthority;

/**
 * A CAdES signature (ETSI EN 319 122-1) as PAdES has it: the chain in it, the certificate named by its hash, no time of its own, and
 * nothing of what it signs.
 */
record CadesSignature(SigningKey key, @Nullable TimeStampAuthority authority) {

    private static final ASN1ObjectIdentifier CONTENT = CMSObjectIdentifiers.data;
    // Attributes, algorithms and their lengths.
    private static final int REST = 1024;
    private static final int ELLIPTIC = 160;
    // A time-stamp with the chain of its authority: 4 to 7 kB are usual.
    private static final int TIME_STAMP = 12_288;

    /** So many bytes it takes at most, the same for each file signed by this key. */
    int reserve() {
        int size = REST + (authority == null ? 0 : TIME_STAMP);
        size += key.certificate().getPublicKey() instanceof RSAKey rsa
                ? rsa.getModulus().bitLength() / 8
                : ELLIPTIC;
        try {
            for (X509Certificate one : key.chain()) {
                size += one.getEncoded().length;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was read has an encoding", e);
        }
        return size;
    }

    /**
     * The signature over a content, in DER.
     *
     * @throws BusException {@code signing_unavailable}
     */
    byte[] over(InputStream content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            JcaSignerInfoGeneratorBuilder signer =
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            signer.setSignedAttributeGenerator(attributes(key.certificate()));
            generator.addSignerInfoGenerator(
                    signer.build(new JcaContentSignerBuilder(key.algorithm()).build(key.key()), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            CMSSignedData signed = generator.generate(new Streamed(content), false);
            return (authority == null ? signed : stamped(signed, authority)).getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new BusException(ErrorCode.SIGNING_UNAVAILABLE, e);
        }
    }

    private static CMSAttributeTableGenerator attributes(X509Certificate certificate) throws GeneralSecurityException {
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        ESSCertIDv2 id = new ESSCertIDv2(
                Sha256.of(certificate.getEncoded()),
                new IssuerSerial(new GeneralNames(new GeneralName(issuer)), certificate.getSerialNumber()));
        ASN1EncodableVector own = new ASN1EncodableVector();
        own.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id))));
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(new AttributeTable(own));
        // EN 319 142-1 §6.3: the time that is claimed stands in the file's dictionary, and must not stand here.
        return parameters -> usual.getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    }

    private static CMSSignedData stamped(CMSSignedData signed, TimeStampAuthority authority) throws IOException {
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        byte[] token = authority.ask(Sha256.hex(signer.getSignature()));
        ASN1EncodableVector stamp = new ASN1EncodableVector();
        stamp.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token))));
        return CMSSignedData.replaceSigners(
                signed,
                new SignerInformationStore(
                        List.of(SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(stamp)))));
    }

    /** What is signed, read once. */
    private record Streamed(InputStream content) implements CMSTypedData {

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CONTENT;
        }

        @Override
        public void write(java.io.OutputStream out) throws IOException {
            content.transferTo(out);
        }

        @Override
        public Object getContent() {
            return content;
        }
    }
}
