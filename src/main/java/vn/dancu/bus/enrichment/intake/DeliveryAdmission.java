package vn.dancu.bus.enrichment.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentDelivery;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.FileFormat;
import vn.dancu.bus.enrichment.file.FileLimits;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.RecordFile;
import vn.dancu.bus.enrichment.file.RecordReader;
import vn.dancu.bus.enrichment.manifest.DeliveryManifestReader;
import vn.dancu.bus.enrichment.manifest.Manifest;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.register.RegisterSettings;

/** Says whether a delivery may come in: by its manifest before its bytes are taken, and by its bytes. */
final class DeliveryAdmission {

    private static final String MANIFEST = "manifest";

    private final Partners partners;
    private final EnrichmentSources sources;
    private final DeliveryManifestReader manifests;
    private final ClaimChecks claims;
    private final FileLimits limits;
    private final long most;
    private final RegisterSettings register;

    /** @param most bytes of a file as it is sent */
    DeliveryAdmission(
            Partners partners,
            EnrichmentSources sources,
            DeliveryManifestReader manifests,
            ClaimChecks claims,
            FileLimits limits,
            long most,
            RegisterSettings register) {
        this.partners = partners;
        this.sources = sources;
        this.manifests = manifests;
        this.claims = claims;
        this.limits = limits;
        this.most = most;
        this.register = register;
    }

    /** A manifest that is right in itself, with the form of its file. */
    record Announced(Manifest manifest, FileProfile form) {

        EnrichmentDelivery delivery(ClaimCheck content, Deliverer by) {
            return new EnrichmentDelivery(
                    manifest.source(),
                    manifest.form(),
                    manifest.encoding(),
                    content,
                    manifest.measure().records(),
                    manifest.document(),
                    manifest.verifiedOn(),
                    by.account());
        }
    }

    /** @throws BusException when the partner may not deliver, or may not deliver this */
    Announced announce(Deliverer by, byte[] manifest) {
        register.requireTables();
        Optional<Partner> partner = partners.find(by.partner());
        Optional<ErrorCode> objection = partner.isEmpty()
                ? Optional.of(ErrorCode.PARTNER_UNKNOWN)
                : partner.get().objection();
        if (objection.isPresent()) {
            throw BusException.of(objection.get());
        }
        try {
            Manifest read = manifests.read(manifest);
            EnrichmentSource source = sources.find(read.source()).orElseThrow();
            if (!source.authority().equals(by.partner())) {
                throw BusException.of(
                        ErrorCode.SERVICE_NOT_ALLOWED, "source", "a source of which the partner is the authority");
            }
            if (read.measure().bytes() > most) {
                throw BusException.of(ErrorCode.MESSAGE_TOO_LARGE, "bytes", "at most " + most);
            }
            FileProfile form = read.profile(source);
            if (form.encoding() == null && form.format() != FileFormat.XLSX) {
                throw new FileFaultException(FileFault.ENCODING_UNDECLARED, 0, "");
            }
            return new Announced(read, form);
        } catch (FileFaultException e) {
            throw refusal(e, MANIFEST);
        }
    }

    /**
     * Stores the file of the manifest.
     *
     * @throws BusException when it is another one, or is seen to be broken at its beginning
     */
    ClaimCheck store(Announced announced, InputStream file) throws IOException {
        try {
            ClaimCheck content =
                    claims.store(file, announced.manifest().measure().bytes());
            require(announced, content);
            return content;
        } catch (BusException e) {
            // The limit is what the manifest says.
            throw e.refusal().code() == ErrorCode.MESSAGE_TOO_LARGE
                    ? refusal(new FileFaultException(FileFault.SIZE_WRONG, 0, ""), "file")
                    : e;
        }
    }

    /** Holds a stored file against its manifest, and looks at its beginning. */
    void require(Announced announced, ClaimCheck content) throws IOException {
        try {
            requireMeasure(announced.manifest().measure(), content);
            requireBeginning(announced.form(), content);
        } catch (FileFaultException e) {
            throw refusal(e, "file");
        }
    }

    private static void requireMeasure(Manifest.FileMeasure expected, ClaimCheck content) {
        if (content.length() == 0) {
            throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
        }
        if (content.length() != expected.bytes()) {
            throw new FileFaultException(
                    content.length() < expected.bytes() ? FileFault.FILE_CUT : FileFault.SIZE_WRONG,
                    0,
                    String.valueOf(content.length()));
        }
        if (!content.sha256().equals(expected.sha256())) {
            throw new FileFaultException(FileFault.HASH_WRONG, 0, "");
        }
    }

    /** So that whoever delivers hears at once what the first record shows; the job reads the rest. */
    private void requireBeginning(FileProfile form, ClaimCheck content) throws IOException {
        try (RecordReader records = RecordFile.open(claims.open(content), form, limits)) {
            if (records.read() == null) {
                throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
            }
        }
    }

    /** The fault as the field: by it programs tell what to mend. */
    static BusException refusal(FileFaultException e, String part) {
        String place = e.line() == 0 ? "" : ", line " + e.line();
        String hint = e.hint().isEmpty() ? "" : ": " + e.hint();
        return BusException.of(ErrorCode.FILE_REFUSED, e.fault().code(), part + place + hint);
    }
}
