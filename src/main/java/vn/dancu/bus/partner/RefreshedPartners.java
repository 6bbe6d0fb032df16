package vn.dancu.bus.partner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.SecretBox;

/** The partners from memory, read again in the background when their revision has risen. */
final class RefreshedPartners implements Partners, Enrolments, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RefreshedPartners.class);

    private final JdbcPartners store;
    private final SecretBox box;
    private final KnownDialects dialects;
    private final ScheduledExecutorService refresher =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "dancu-partner-refresh"));
    private volatile KnownPartners known = new KnownPartners(-1, Map.of());

    RefreshedPartners(JdbcPartners store, SecretBox box, KnownDialects dialects) {
        this.store = store;
        this.box = box;
        this.dialects = dialects;
    }

    /** Reads the partners for the first time and keeps them fresh from now on. */
    void start(Duration every) {
        refresh();
        var unused = refresher.scheduleWithFixedDelay(
                this::refreshOrKeep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return known.find(id);
    }

    @Override
    public boolean digestMatches(PartnerId id, SignedText text, String digest) {
        return known.digestMatches(id, text, digest);
    }

    @Override
    public boolean secretMatches(PartnerId id, String secret) {
        return known.secretMatches(id, secret);
    }

    @Override
    public void enrol(List<Enrolment> partners) {
        partners.forEach(this::requireDialect);
        store.upsert(partners.stream()
                .map(one -> new JdbcPartners.Row(
                        one.partner(), box.seal(one.secret().getBytes(StandardCharsets.UTF_8))))
                .toList());
        refresh();
    }

    @Override
    public void close() {
        refresher.shutdownNow();
    }

    /** Both instances' changes and changes by hand in the database are seen: the revision rises by a trigger. */
    private synchronized void refresh() {
        long revision = store.revision();
        if (revision == known.revision()) {
            return;
        }
        Map<PartnerId, Enrolment> byId = new HashMap<>();
        for (JdbcPartners.Row row : store.all()) {
            open(row).ifPresent(one -> byId.put(one.partner().id(), one));
        }
        known = new KnownPartners(revision, byId);
    }

    void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("Partners could not be read again, the last known ones stay");
        }
    }

    /** A secret that this master key does not open shuts out its partner, not all. */
    private Optional<Enrolment> open(JdbcPartners.Row row) {
        try {
            String secret = new String(box.open(row.sealedSecret()), StandardCharsets.UTF_8);
            return Optional.of(new Enrolment(row.partner(), secret));
        } catch (IllegalArgumentException e) {
            LOGGER.atError()
                    .addKeyValue(LogKeys.PARTNER, row.partner().id())
                    .setCause(e)
                    .log("The secret of a partner does not open with this master key, it cannot sign in");
            return Optional.empty();
        }
    }

    private void requireDialect(Enrolment enrolment) {
        if (!dialects.knows(enrolment.partner().dialect())) {
            throw new IllegalArgumentException(
                    "The dialect of partner " + enrolment.partner().id() + " is not one that the bus speaks");
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
