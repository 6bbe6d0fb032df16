package vn.dancu.bus.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.signing.TimeStampAuthority;

/**
 * Signs files by PAdES (ETSI EN 319 142-1): level B-B, and B-T with an authority of time-stamps. The signature certifies the file: nobody may
 * change it afterwards (DocMDP, P 1). Thread-safe.
 */
public final class PdfSigner {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Supplier<SigningKey> key;
    private final @Nullable TimeStampAuthority authority;

    /** @param authority null for signatures without a time-stamp */
    public PdfSigner(Supplier<SigningKey> key, @Nullable TimeStampAuthority authority) {
        this.key = key;
        this.authority = authority;
    }

    /** The key by which it signs now. */
    public SigningKey key() {
        return key.get();
    }

    /**
     * The file with its signature.
     *
     * @throws BusException {@code signing_unavailable} when the certificate is not valid at that time, the key does not sign, or the authority
     *     gives no time-stamp; a file is never given unsigned instead
     */
    public byte[] sign(byte[] pdf, SignatureClaim claim) {
        SigningKey own = key.get();
        if (!own.isValidAt(claim.made())) {
            throw BusException.of(ErrorCode.SIGNING_UNAVAILABLE);
        }
        CadesSignature signature = new CadesSignature(own, authority);
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(signature.reserve());
            PDSignature dictionary = dictionary(claim);
            document.addSignature(dictionary, options);
            certify(document, dictionary);
            ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length + 3 * signature.reserve());
            ExternalSigningSupport place = document.saveIncrementalForExternalSigning(signed);
            place.setSignature(signature.over(place.getContent()));
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory is signed", e);
        }
    }

    private static PDSignature dictionary(SignatureClaim claim) {
        PDSignature dictionary = new PDSignature();
        dictionary.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        dictionary.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        dictionary.setName(claim.signer());
        dictionary.setReason(claim.reason());
        dictionary.getCOSObject().setString(COSName.M, DATE.format(claim.made()));
        return dictionary;
    }

    /** ISO 32000-1 §12.8.2.2: the first signature says which changes may follow, here none. */
    private static void certify(PDDocument document, PDSignature dictionary) {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, 1);
        parameters.setName(COSName.V, "1.2");
        parameters.setDirect(true);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(COSName.getPDFName("TransformMethod"), COSName.DOCMDP);
        reference.setItem(COSName.getPDFName("TransformParams"), parameters);
        reference.setDirect(true);
        COSArray references = new COSArray();
        references.add(reference);
        references.setDirect(true);
        dictionary.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary permissions = new COSDictionary();
        permissions.setItem(COSName.DOCMDP, dictionary);
        permissions.setDirect(true);
        catalog.setItem(COSName.PERMS, permissions);
        catalog.setNeedToBeUpdated(true);
    }
}
