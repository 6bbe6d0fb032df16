package vn.dancu.bus.listing.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.evidence.file.OpenPgp;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.listing.ListSettings;
import vn.dancu.bus.listing.ListState;
import vn.dancu.bus.register.list.RegisterLists;

/** Packs the pieces of a list into the encrypted file, and forgets lists whose days are over. */
final class ListPacker {

    private static final int FORGOTTEN_AT_ONCE = 20;

    private final ListTurn turn;
    private final JdbcListQueue queue;
    private final RegisterLists lists;
    private final PartnerKeys keys;
    private final ClaimChecks claims;
    private final PieceSeal seal;
    private final ListSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    ListPacker(
            ListTurn turn,
            JdbcListQueue queue,
            RegisterLists lists,
            PartnerKeys keys,
            ClaimChecks claims,
            PieceSeal seal,
            Rules rules) {
        this.turn = turn;
        this.queue = queue;
        this.lists = lists;
        this.keys = keys;
        this.claims = claims;
        this.seal = seal;
        this.settings = rules.settings();
        this.transaction = rules.transaction();
        this.clock = rules.clock();
    }

    /** What it keeps to. */
    record Rules(ListSettings settings, TransactionOperations transaction, Clock clock) {}

    /** Writes the file of the next list that is drawn; false where there is none. */
    boolean packNext() {
        return turn.take(this::pack, ListState.DRAWN);
    }

    private void pack(ListWork work) {
        PGPPublicKey key = keys.of(work.partner());
        ListText text = new ListText(work.form(), lists.columns(new LinkedHashSet<>(work.fields())));
        Iterator<byte[]> pieces = IntStream.rangeClosed(1, work.pieces())
                .mapToObj(number -> seal.open(work.id(), number, queue.piece(work.id(), number)))
                .iterator();
        try (InputStream content = new ListFileStream(work.form(), text, pieces, key)) {
            ClaimCheck file = claims.store(content, Long.MAX_VALUE);
            claims.keep(file, ListWork.subject(work.id()));
            queue.packed(work, file, OpenPgp.fingerprint(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        queue.reached(work, ListState.READY, clock.instant().plus(settings.keep()));
    }

    /** Drops the content of lists whose days are over; false where there is none. */
    boolean forgetNext() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<JdbcListQueue.Over> over = queue.over(FORGOTTEN_AT_ONCE);
            for (JdbcListQueue.Over one : over) {
                if (one.file() != null) {
                    claims.release(one.file(), ListWork.subject(one.work().id()));
                }
                queue.emptied(one.work().id());
                queue.reached(one.work(), ListState.EXPIRED, null);
            }
            return !over.isEmpty();
        }));
    }
}
