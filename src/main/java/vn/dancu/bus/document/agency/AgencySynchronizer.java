package vn.dancu.bus.document.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import vn.dancu.bus.document.AgencySettings;
import vn.dancu.bus.document.axis.AgencyForm;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisTransport;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.message.axis.SynchronizedUnit;

/**
 * Keeps the directory as the axis has it. One instance reads from the axis, every instance from the database. While the axis is
 * away, or gives a list that lacks more than half of what is known, everything stays as it was.
 */
final class AgencySynchronizer {

    private static final Logger LOGGER = LoggerFactory.getLogger(AgencySynchronizer.class);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcAgencies store;
    private final AgencyMap map;
    private final AxisAccounts accounts;
    private final AgencySettings settings;
    private final Clock clock;
    private long edition = -1;
    private Instant fullNotBefore = Instant.EPOCH;

    AgencySynchronizer(JdbcAgencies store, AgencyMap map, AxisAccounts accounts, AgencySettings settings, Clock clock) {
        this.store = store;
        this.map = map;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads what is due from the axis, and what is new from the database. */
    void run() {
        try {
            refresh();
            accounts.find(settings.account()).ifPresent(account -> synchronize(account.transport()));
            refresh();
        } catch (DataAccessException e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getSimpleName())
                    .log("The directory of agencies cannot be read from the database and stays as it was");
        }
    }

    private void refresh() {
        JdbcAgencies.State state = store.state();
        if (state.edition() != edition) {
            map.replace(store.all());
            edition = state.edition();
        }
    }

    private void synchronize(AxisTransport axis) {
        Instant now = clock.instant();
        JdbcAgencies.State state = store.state();
        boolean full = isDue(state.fullAt(), settings.fullEvery(), now) && !now.isBefore(fullNotBefore);
        if (!full && !isDue(state.changesAt(), settings.changesEvery(), now) || !store.claim(now, LONGEST)) {
            return;
        }
        try {
            if (full) {
                readAll(axis, now);
            }
            readChanges(axis, now, state.version());
        } catch (AxisFailure e) {
            if (!e.isTemporary()) {
                // An axis without such a list is asked again when the next changes are due.
                store.apply(List.of(), List.of(), null, now);
            }
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.ERROR_CODE, e.refusal().code())
                    .log("The directory of agencies cannot be read from the axis and stays as it was");
        } finally {
            store.release();
        }
    }

    private static boolean isDue(@Nullable Instant last, Duration every, Instant now) {
        return last == null || !last.plus(every).isAfter(now);
    }

    private void readAll(AxisTransport axis, Instant now) {
        AgencyMerger merger = new AgencyMerger();
        axis.agencies(AgencyForm.QD20, merger::takeNewer);
        axis.agencies(AgencyForm.FORMER, merger::takeOlder);
        int found = merger.entries().size();
        if (found * 2 < map.size()) {
            fullNotBefore = now.plus(settings.changesEvery());
            LOGGER.atError()
                    .addKeyValue(LogKeys.COUNT, found)
                    .log("The axis lists less than half of the agencies that are known: its list is not taken");
            return;
        }
        store.replace(merger.entries(), now);
        LOGGER.atInfo().addKeyValue(LogKeys.COUNT, found).log("The directory of agencies was read from the axis");
    }

    private void readChanges(AxisTransport axis, Instant now, @Nullable String since) {
        Map<String, AgencyEntry> changed = new LinkedHashMap<>();
        List<String> deleted = new ArrayList<>();
        Newest newest = new Newest(since);
        axis.synchronizedUnits(unit -> {
            if (newest.takes(unit)) {
                String code = AgencyMerger.codeOf(unit.agency().code());
                if (unit.deleted()) {
                    changed.remove(code);
                    deleted.add(code);
                } else {
                    deleted.remove(code);
                    changed.put(code, AgencyMerger.changed(unit.agency(), unit.version()));
                }
            }
        });
        store.apply(changed.values(), deleted, newest.version, now);
    }

    /** The last change of all: one whose version is not above what is known was applied before. */
    private static final class Newest {

        private final long since;
        private long highest;
        private @Nullable String version;

        Newest(@Nullable String since) {
            this.since = number(since);
            this.highest = this.since;
        }

        boolean takes(SynchronizedUnit unit) {
            long number = number(unit.version());
            if (number > highest) {
                highest = number;
                version = unit.version();
            }
            return number < 0 || number > since;
        }

        /** What is no number is taken each time. */
        private static long number(@Nullable String version) {
            try {
                return version == null ? -1 : Long.parseLong(version);
            } catch (NumberFormatException e) {
                return -1;
            }
        }
    }
}
