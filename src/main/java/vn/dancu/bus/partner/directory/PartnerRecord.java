package vn.dancu.bus.partner.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerState;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** One partner as the database has it, from which its standing at any moment follows. */
final class PartnerRecord {

    private final Written written;
    private final List<Pause> pauses;
    private final List<Key> keys;
    private final Partner unpaused;

    PartnerRecord(Written written, List<Pause> pauses, List<Key> keys) {
        this.written = written;
        this.pauses = List.copyOf(pauses);
        this.keys = List.copyOf(keys);
        this.unpaused = with(
                switch (written.state()) {
                    case ACTIVE -> new PartnerState.Active(written.agreementEnds());
                    case TERMINATED ->
                        new PartnerState.Terminated(written.terminatedGround(), written.terminatedSince());
                    default -> PartnerState.of(written.state());
                });
    }

    /** The row of a partner. */
    record Written(
            PartnerId id,
            String name,
            String agencyCode,
            String dialect,
            Partner.State state,
            @Nullable LocalDate agreementEnds,
            @Nullable String terminatedGround,
            @Nullable Instant terminatedSince) {}

    /** A suspension that runs or is to come. */
    record Pause(
            @Nullable PartnerId partner,
            String ground,
            Instant since,
            @Nullable Instant until,
            @Nullable String returnCondition) {

        boolean runsAt(Instant now) {
            return !now.isBefore(since) && (until == null || now.isBefore(until));
        }
    }

    /** What a key is good for. */
    enum Kind {
        SECRET,
        CLIENT_SECRET,
        CERTIFICATE,
        SIGNING_CERTIFICATE
    }

    /**
     * One credential that was not revoked.
     *
     * @param text the secret in clear, or the thumbprint of the certificate
     */
    record Key(UUID id, Kind kind, String text, Instant validFrom, @Nullable Instant validUntil) {

        boolean hasBegunAt(Instant now) {
            return !now.isBefore(validFrom);
        }

        boolean hasEndedAt(Instant now) {
            return validUntil != null && !now.isBefore(validUntil);
        }

        @Override
        public String toString() {
            return "Key[" + kind + ", masked]";
        }
    }

    PartnerId id() {
        return written.id();
    }

    boolean has(UUID credential, Instant now) {
        for (Key key : keys) {
            if (key.id().equals(credential)) {
                return !key.hasEndedAt(now);
            }
        }
        return false;
    }

    /** The keys of a kind whose validity has begun. */
    List<Key> keys(Kind kind, Instant now) {
        List<Key> begun = new ArrayList<>(keys.size());
        for (Key key : keys) {
            if (key.kind() == kind && key.hasBegunAt(now)) {
                begun.add(key);
            }
        }
        return begun;
    }

    /**
     * A partner that was never connected, or is terminated, cannot be suspended; a suspension takes precedence over a
     * lapsed agreement.
     */
    Partner at(Instant now) {
        if (written.state() != Partner.State.ACTIVE) {
            return unpaused;
        }
        for (Pause pause : pauses) {
            if (pause.runsAt(now)) {
                return with(new PartnerState.Suspended(
                        pause.ground(), pause.since(), pause.until(), pause.returnCondition()));
            }
        }
        LocalDate ends = written.agreementEnds();
        return ends != null && WorkingDays.dayOf(now).isAfter(ends) ? with(new PartnerState.Lapsed(ends)) : unpaused;
    }

    private Partner with(PartnerState standing) {
        return new Partner(written.id(), written.name(), written.agencyCode(), written.dialect(), standing);
    }
}
