package vn.dancu.bus.enrichment.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;

/** Takes what is admitted: stores it sealed, and makes it a job. */
final class AdmittedIntake implements EnrichmentIntake {

    private final DeliveryAdmission admission;
    private final EnrichmentJobs jobs;
    private final EnrichmentSources sources;
    private final ClaimChecks claims;
    private final JdbcUploads uploads;
    private final Terms terms;

    /**
     * @param differences of the jobs
     * @param open how many uploads of a partner may wait
     */
    record Terms(Differences differences, TransactionTemplate transaction, int open, Clock clock) {}

    AdmittedIntake(
            DeliveryAdmission admission,
            EnrichmentJobs jobs,
            EnrichmentSources sources,
            ClaimChecks claims,
            JdbcUploads uploads,
            Terms terms) {
        this.admission = admission;
        this.jobs = jobs;
        this.sources = sources;
        this.claims = claims;
        this.uploads = uploads;
        this.terms = terms;
    }

    @Override
    public EnrichmentJobs.Receipt take(Deliverer by, byte[] manifest, InputStream file) throws IOException {
        DeliveryAdmission.Announced announced = admission.announce(by, manifest);
        return jobs.submit(announced.delivery(admission.store(announced, file), by));
    }

    @Override
    public FileUpload open(Deliverer by, byte[] manifest) {
        DeliveryAdmission.Announced announced = admission.announce(by, manifest);
        String hash = Sha256.hex(manifest);
        return in(() -> {
            int open = uploads.open(by.partner());
            FileUpload before = uploads.ofManifest(by.partner(), hash).orElse(null);
            if (before != null && !isInVain(before.job())) {
                return before;
            }
            if (before != null) {
                uploads.delete(before.id());
            }
            if (open >= terms.open()) {
                throw BusException.of(
                        ErrorCode.LIMIT_REACHED, "deliveries", "at most " + terms.open() + " that wait for parts");
            }
            FileUpload upload = new FileUpload(
                    UUID.randomUUID(),
                    by.partner(),
                    announced.manifest().source(),
                    announced.manifest().measure().bytes(),
                    0,
                    FileUpload.State.RECEIVING,
                    null,
                    false,
                    null,
                    terms.clock().instant());
            uploads.add(upload, manifest, hash);
            return upload;
        });
    }

    /** Whether the job came to nothing, so that the file may be delivered anew. */
    private boolean isInVain(@Nullable UUID job) {
        return job != null
                && jobs.find(job)
                        .map(EnrichmentJob::state)
                        .filter(state -> state == EnrichmentJobState.FAILED || state == EnrichmentJobState.CANCELLED)
                        .isPresent();
    }

    @Override
    public FileUpload append(PartnerId partner, UUID id, long offset, InputStream part) throws IOException {
        FileUpload upload = find(partner, id);
        requireReceiving(upload);
        if (offset > upload.received()) {
            throw wrongOffset(upload);
        }
        if (offset < upload.received()) {
            requireKnown(upload, offset, part);
            return upload;
        }
        ClaimCheck content = claims.store(part, Long.MAX_VALUE);
        if (content.length() == 0) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "body", "at least one byte");
        }
        if (content.length() > upload.length() - offset) {
            throw DeliveryAdmission.refusal(
                    new FileFaultException(FileFault.SIZE_WRONG, 0, String.valueOf(upload.length())), "file");
        }
        boolean isAdded = in(() -> uploads.append(id, new JdbcUploads.Part(offset, content)));
        FileUpload now = find(partner, id);
        if (!isAdded) {
            // Another call was quicker, perhaps with the same part.
            requireReceiving(now);
            requireKnown(now, offset, content);
        }
        return now;
    }

    private static void requireReceiving(FileUpload upload) {
        if (upload.state() != FileUpload.State.RECEIVING) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "state", FileUpload.State.RECEIVING.code());
        }
    }

    private static BusException wrongOffset(FileUpload upload) {
        return BusException.of(ErrorCode.OFFSET_WRONG, "Upload-Offset", String.valueOf(upload.received()));
    }

    private void requireKnown(FileUpload upload, long offset, InputStream part) throws IOException {
        MessageDigest digest = Sha256.digest();
        long length = new DigestInputStream(part, digest).transferTo(OutputStream.nullOutputStream());
        requireKnown(
                upload,
                offset,
                new ClaimCheck(upload.id(), length, HexFormat.of().formatHex(digest.digest())));
    }

    private void requireKnown(FileUpload upload, long offset, ClaimCheck sent) {
        boolean isKnown = uploads.parts(upload.id()).stream()
                .anyMatch(part -> part.start() == offset
                        && part.content().length() == sent.length()
                        && part.content().sha256().equals(sent.sha256()));
        if (!isKnown) {
            throw wrongOffset(upload);
        }
    }

    @Override
    public FileUpload complete(Deliverer by, UUID id) throws IOException {
        FileUpload upload = find(by.partner(), id);
        FileUpload.Fault ended = upload.refusal();
        if (ended != null) {
            throw BusException.of(ErrorCode.FILE_REFUSED, ended.code(), ended.rule());
        }
        if (upload.state() == FileUpload.State.RECEIVING && upload.received() < upload.length()) {
            FileFault fault = upload.received() == 0 ? FileFault.FILE_EMPTY : FileFault.FILE_CUT;
            throw DeliveryAdmission.refusal(
                    new FileFaultException(fault, 0, String.valueOf(upload.received())), "file");
        }
        if (upload.state() == FileUpload.State.RECEIVING && in(() -> uploads.lease(id))) {
            check(by, id);
        }
        return find(by.partner(), id);
    }

    private void check(Deliverer by, UUID id) throws IOException {
        try {
            DeliveryAdmission.Announced announced = admission.announce(by, uploads.manifest(id));
            EnrichmentJobs.Receipt receipt = jobs.submit(announced.delivery(joined(announced, id), by));
            in(() -> {
                uploads.taken(id, receipt.job(), !receipt.isNew());
                return true;
            });
        } catch (BusException e) {
            in(() -> {
                end(id, e);
                return true;
            });
            throw e;
        } catch (IOException | RuntimeException e) {
            in(() -> {
                uploads.release(id);
                return true;
            });
            throw e;
        }
    }

    /** A fault of the file ends the upload; everything else may be otherwise the next time. */
    private void end(UUID id, BusException e) {
        if (e.refusal().code() == ErrorCode.FILE_REFUSED) {
            uploads.refused(
                    id,
                    new FileUpload.Fault(
                            Objects.requireNonNull(e.refusal().field()),
                            Objects.requireNonNull(e.refusal().rule())));
        } else {
            uploads.release(id);
        }
    }

    private ClaimCheck joined(DeliveryAdmission.Announced announced, UUID id) throws IOException {
        List<ClaimCheck> parts =
                uploads.parts(id).stream().map(JdbcUploads.Part::content).toList();
        if (parts.size() == 1) {
            admission.require(announced, parts.get(0));
            return parts.get(0);
        }
        try (JoinedParts whole = new JoinedParts(claims, parts)) {
            return admission.store(announced, whole);
        }
    }

    @Override
    public FileUpload find(PartnerId partner, UUID upload) {
        return uploads.find(partner, upload).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    @Override
    public List<EnrichmentJob> jobs(PartnerId partner, int most) {
        return sources.all().stream()
                .filter(source -> source.authority().equals(partner))
                .flatMap(source -> jobs.list(source.code(), most).stream())
                .filter(job -> job.authority().equals(partner))
                .sorted(Comparator.comparingInt(EnrichmentJob::number).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public EnrichmentJob job(PartnerId partner, UUID id) {
        return jobs.find(id)
                .filter(job -> job.authority().equals(partner))
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    @Override
    public byte[] certificate(PartnerId partner, UUID job) {
        return jobs.certificate(job(partner, job).id()).orElseThrow(() -> notYet(EnrichmentJobState.CERTIFIED));
    }

    @Override
    public InputStream result(PartnerId partner, UUID job) {
        return jobs.result(job(partner, job).id()).orElseThrow(() -> notYet(EnrichmentJobState.BALANCED));
    }

    @Override
    public void writeDecisions(PartnerId partner, UUID job, OutputStream out) throws IOException {
        terms.differences().writeDecisions(job(partner, job).id(), out);
    }

    private static BusException notYet(EnrichmentJobState state) {
        return BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "state", state.code());
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(terms.transaction().execute(status -> work.get()));
    }
}
