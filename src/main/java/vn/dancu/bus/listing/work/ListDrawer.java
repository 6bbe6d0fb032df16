package vn.dancu.bus.listing.work;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.audit.ListedPersons;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.listing.ListSettings;
import vn.dancu.bus.listing.ListState;
import vn.dancu.bus.register.list.PersonSelection;
import vn.dancu.bus.register.list.RegisterLists;

/** Draws the next piece of a list: reads people, records each, and keeps their text sealed. */
final class ListDrawer {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ListTurn turn;
    private final JdbcListQueue queue;
    private final RegisterLists lists;
    private final ListedPersons trail;
    private final PieceSeal seal;
    private final ListSettings settings;
    private final Clock clock;

    ListDrawer(
            ListTurn turn,
            JdbcListQueue queue,
            RegisterLists lists,
            ListedPersons trail,
            PieceSeal seal,
            ListSettings settings,
            Clock clock) {
        this.turn = turn;
        this.queue = queue;
        this.lists = lists;
        this.trail = trail;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Draws a piece of the next request; false where there is none. */
    boolean drawNext() {
        return turn.take(this::draw, ListState.WAITING, ListState.RUNNING);
    }

    private void draw(ListWork work) {
        // Ages are those of the day of the request, whenever a piece is drawn.
        PersonSelection selection =
                work.criteria().selection(work.requestedAt().atZone(VIETNAM).toLocalDate());
        if (work.countOnly()) {
            count(work, selection);
            return;
        }
        Set<FieldPath> fields = new LinkedHashSet<>(work.fields());
        int most = work.form().isFile() ? settings.piece() : settings.page();
        RegisterLists.Slice slice = lists.next(selection, fields, work.after(), most);
        List<RegisterLists.Row> rows = slice.rows();
        if (work.listed() + rows.size() > settings.most()) {
            queue.failed(work, ErrorCode.LIMIT_REACHED.code());
            return;
        }
        if (!rows.isEmpty()) {
            trail.record(
                    new ListedPersons.Listing(
                            ListWork.subject(work.id()),
                            work.partner(),
                            work.service().code(),
                            work.purpose(),
                            fields),
                    rows.stream().map(RegisterLists.Row::number).toList());
            byte[] text = new ListText(work.form(), lists.columns(fields)).piece(rows);
            queue.drew(work, seal.seal(work.id(), work.pieces() + 1, text), rows.size(), slice.last());
        }
        if (rows.size() < most) {
            end(work);
        }
    }

    private void count(ListWork work, PersonSelection selection) {
        long count = lists.count(selection);
        boolean isSmall = count > 0 && count < settings.smallest();
        queue.counted(work, isSmall ? null : count, isSmall ? "small_group" : null);
        queue.reached(work, ListState.READY, clock.instant().plus(settings.keep()));
    }

    private void end(ListWork work) {
        if (work.form().isFile()) {
            queue.reached(work, ListState.DRAWN, null);
        } else {
            queue.reached(work, ListState.READY, clock.instant().plus(settings.keep()));
        }
    }
}
