package vn.dancu.bus.listing.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.listing.ListSettings;
import vn.dancu.bus.listing.ListState;
import vn.dancu.bus.partner.Partner;

/** Requests as their doors ask; whatever leaves is recorded first, in the transaction that counts it. */
final class AdmittedListRequests implements ListRequests {

    private final ListAdmission admission;
    private final JdbcListRequests rows;
    private final JdbcListQueue queue;
    private final ClaimChecks claims;
    private final PieceSeal seal;
    private final Acts acts;
    private final TransactionOperations transaction;
    private final ListSettings settings;

    AdmittedListRequests(
            ListAdmission admission,
            JdbcListRequests rows,
            JdbcListQueue queue,
            ClaimChecks claims,
            PieceSeal seal,
            Acts acts,
            TransactionOperations transaction,
            ListSettings settings) {
        this.admission = admission;
        this.rows = rows;
        this.queue = queue;
        this.claims = claims;
        this.seal = seal;
        this.acts = acts;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public ListRequest ask(Partner partner, ListOrder order) {
        Optional<ListRequest> before = repeated(partner.id(), order);
        if (before.isPresent()) {
            return before.get();
        }
        ListAdmission.Admitted admitted = admission.admit(partner, order);
        return in(() -> {
            if (rows.open(partner.id()) >= settings.open()) {
                throw BusException.of(
                        ErrorCode.LIMIT_REACHED,
                        "MaYeuCau",
                        "at most " + settings.open() + " open requests of a partner");
            }
            UUID id = UUID.randomUUID();
            if (rows.add(id, partner.id(), order, admitted, settings.downloads())) {
                queue.happened(id, ListState.WAITING.code());
                record(partner.id(), "listing.requested", id, said(order, admitted));
            }
            return repeated(partner.id(), order).orElseThrow();
        });
    }

    private static Map<String, String> said(ListOrder order, ListAdmission.Admitted admitted) {
        return Map.of(
                "service", order.service().code().value(),
                "officer", order.officer(),
                "purpose", admitted.granted().purpose().value(),
                "criteria", ListCodec.criteria(order.criteria()),
                "form", order.form().code(),
                "countOnly", String.valueOf(order.countOnly()),
                "policyVersion", String.valueOf(admitted.granted().policyVersion()));
    }

    private Optional<ListRequest> repeated(PartnerId partner, ListOrder order) {
        return rows.known(partner, order.reference()).map(known -> {
            if (!known.asked().equals(ListCodec.fingerprint(order))) {
                throw BusException.of(ErrorCode.RESOURCE_EXISTS, "MaYeuCau", "another for each request");
            }
            return known.request();
        });
    }

    @Override
    public List<ListRequest> list(PartnerId partner, @Nullable UUID after, int most) {
        return rows.list(partner, after, Math.min(most, MOST));
    }

    @Override
    public ListRequest find(PartnerId partner, UUID id) {
        return found(partner, id, false);
    }

    private ListRequest found(PartnerId partner, UUID id, boolean isLocked) {
        return rows.find(partner, id, isLocked).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    @Override
    public List<Event> history(PartnerId partner, UUID id) {
        return rows.history(find(partner, id).id());
    }

    @Override
    public ListRequest delete(PartnerId partner, UUID id) {
        return in(() -> {
            ListRequest request = found(partner, id, true);
            if (request.state().isOpen() || request.state() == ListState.READY) {
                rows.file(id).ifPresent(file -> claims.release(file, ListWork.subject(id)));
                rows.deleted(id);
                queue.happened(id, ListState.DELETED.code());
                record(partner, "listing.deleted", id, Map.of());
            }
            return found(partner, id, false);
        });
    }

    @Override
    public String page(PartnerId partner, UUID id, int number) {
        return in(() -> {
            ListRequest request = ready(partner, id, false);
            if (number < 1 || number > Math.max(1, request.pages())) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "Trang", "1 to the number of pages");
            }
            if (request.pages() == 0) {
                return "";
            }
            queue.happened(id, "page_read");
            record(partner, "listing.page_read", id, Map.of("page", String.valueOf(number)));
            return new String(seal.open(id, number, queue.piece(id, number)), StandardCharsets.UTF_8);
        });
    }

    /** The locked request, which is ready in that form. */
    private ListRequest ready(PartnerId partner, UUID id, boolean isFile) {
        ListRequest request = found(partner, id, true);
        if (request.state() == ListState.EXPIRED || request.state() == ListState.DELETED) {
            throw BusException.of(ErrorCode.CONTENT_DELETED);
        }
        if (request.state() != ListState.READY || request.countOnly()) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "TrangThai", "ready, and not a number alone");
        }
        if (isFile != (request.form() != ListForm.RECORDS)) {
            throw BusException.of(
                    ErrorCode.MOVE_NOT_ALLOWED, "DinhDang", isFile ? "a form of file" : ListForm.RECORDS.code());
        }
        return request;
    }

    @Override
    public Download download(PartnerId partner, UUID id) {
        return in(() -> {
            ListRequest.File file =
                    Objects.requireNonNull(ready(partner, id, true).file());
            take(partner, id);
            return new Download(file, claims.open(rows.file(id).orElseThrow()));
        });
    }

    private void take(PartnerId partner, UUID id) {
        if (!rows.takeDownload(id)) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "Id", "fetched at most " + settings.downloads() + " times");
        }
        queue.happened(id, "downloaded");
        record(partner, "listing.downloaded", id, Map.of());
    }

    @Override
    public byte[] part(PartnerId partner, UUID id, int number) {
        ClaimCheck check = in(() -> {
            ListRequest.File file =
                    Objects.requireNonNull(ready(partner, id, true).file());
            long parts = (file.length() + PART - 1) / PART;
            if (number < 1 || number > parts) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "Phan", "1 to the number of parts");
            }
            if (number == 1) {
                take(partner, id);
            } else if (file.downloadsLeft() == settings.downloads()) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "Phan", "begins with 1");
            } else {
                queue.happened(id, "part_read");
                record(partner, "listing.part_read", id, Map.of("part", String.valueOf(number)));
            }
            return rows.file(id).orElseThrow();
        });
        try (InputStream content = claims.open(check)) {
            content.skipNBytes((number - 1L) * PART);
            return content.readNBytes(PART);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(PartnerId partner, String action, UUID id, Map<String, String> detail) {
        acts.record(new Act(Actor.of(partner), action, partner, ListWork.subject(id), detail));
    }

    @Override
    public <T> T together(Supplier<T> work) {
        return in(work);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
