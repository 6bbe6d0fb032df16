package vn.dancu.bus.codebook.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.codebook.CodebookSettings;
import vn.dancu.bus.codebook.PullFault;
import vn.dancu.bus.codebook.PullRecord;
import vn.dancu.bus.codebook.platform.PlatformCalls;
import vn.dancu.bus.codebook.platform.PlatformException;
import vn.dancu.bus.codebook.platform.PlatformListReader;
import vn.dancu.bus.kernel.LogKeys;

/** Fetches all lists when that is due: of all instances the one that moves the next turn on. */
final class CodebookPuller {

    private static final Logger LOGGER = LoggerFactory.getLogger(CodebookPuller.class);

    private final CodebookSettings settings;
    private final JdbcCodebooks store;
    private final JdbcCodebookJournal journal;
    private final ListTaker taker;
    private final PlatformListReader reader;
    private final Supplier<PlatformCalls> platform;
    private final Runnable taken;
    private final Clock clock;

    /** @param taken what is to happen on this instance after lists were taken over */
    CodebookPuller(
            CodebookSettings settings,
            JdbcCodebooks store,
            JdbcCodebookJournal journal,
            ListTaker taker,
            Supplier<PlatformCalls> platform,
            Runnable taken,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.journal = journal;
        this.taker = taker;
        this.reader = new PlatformListReader(settings);
        this.platform = platform;
        this.taken = taken;
        this.clock = clock;
    }

    void pullIfDue() {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            // Whatever stops it, the end of the process too: it is tried again after that time.
            Instant again = now.plus(settings.retry());
            if (store.takeTurn(now, again) && pull(now)) {
                store.moveTurn(again, now.plus(settings.every()));
            }
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("Code lists of the platform could not be fetched; they are tried again");
        }
    }

    /** Whether it went through, though single lists may have failed. */
    private boolean pull(Instant began) {
        Sum sum = new Sum();
        PlatformException stopped = null;
        try {
            PlatformCalls calls = platform.get();
            lists(calls).forEach((list, name) -> pull(calls, list, name, sum));
        } catch (PlatformException e) {
            stopped = e;
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.ERROR_CODE, e.fault().code())
                    .log("Code lists of the platform could not be fetched");
        }
        taken.run();
        journal.write(new PullRecord(
                0,
                began,
                clock.instant(),
                stopped == null ? ListTaker.DONE : stopped.fault().code(),
                stopped == null ? null : stopped.rule(),
                sum.lists,
                sum.added,
                sum.renamed,
                sum.missing,
                sum.failed));
        return stopped == null;
    }

    /** The lists that are wanted, with their names; one that the settings name is tried whether the platform names it or not. */
    private Map<String, String> lists(PlatformCalls calls) {
        Map<String, String> there = reader.lists(calls.lists());
        List<String> wanted = settings.lists();
        if (wanted.isEmpty()) {
            return there;
        }
        Map<String, String> lists = new LinkedHashMap<>();
        wanted.forEach(list -> lists.put(list, there.getOrDefault(list, list)));
        return lists;
    }

    /** What is wrong with one list says nothing about the next, unless the platform is away. */
    private void pull(PlatformCalls calls, String list, String name, Sum sum) {
        sum.lists++;
        try {
            ListTaker.Taken taken =
                    taker.take(list, name, reader.list(list, calls.metadata(list), calls.records(list), taker.today()));
            sum.added += taken.added();
            sum.renamed += taken.renamed();
            sum.missing += taken.missing();
        } catch (PlatformException e) {
            sum.failed++;
            taker.failed(list, name, e);
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CODEBOOK, list)
                    .addKeyValue(LogKeys.ERROR_CODE, e.fault().code())
                    .log("A code list of the platform changed nothing");
            if (e.fault() == PullFault.TOKEN_REFUSED || e.fault() == PullFault.UNAVAILABLE) {
                throw e;
            }
        }
    }

    /** Of one pull. */
    private static final class Sum {
        private int lists;
        private int added;
        private int renamed;
        private int missing;
        private int failed;
    }
}
