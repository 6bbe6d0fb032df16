package vn.dancu.bus.hub.share;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.hub.ShareTable;
import vn.dancu.bus.hub.ShareTable.Permits;
import vn.dancu.bus.hub.ShareTable.Share;
import vn.dancu.bus.hub.ShareUse;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.quota.Quotas;
import vn.dancu.bus.upstream.NationalQuota;

/** Takes one permit of the hub's quota for each question that goes out: from the partner's share first, then from the rest. */
public final class ShareGate implements NationalQuota {

    private static final ServiceCode SHARE = new ServiceCode("HubShare");
    private static final ServiceCode REST = new ServiceCode("HubRest");
    private static final PartnerId EVERYBODY = new PartnerId("hub");

    private final ShareCache shares;
    private final Quotas quotas;
    private final Clock clock;

    ShareGate(ShareCache shares, Quotas quotas, Clock clock) {
        this.shares = shares;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Nothing is taken where no split was ever made. */
    @Override
    public Permit take(PartnerId partner) {
        ShareCache.InForce split = shares.current();
        if (split == null) {
            return Permit.UNCOUNTED;
        }
        Instant now = clock.instant();
        Permits own = split.own().get(partner);
        if (own != null && isTaken(partner, SHARE, own)) {
            return () -> quotas.giveBack(partner, SHARE, now);
        }
        if (isTaken(EVERYBODY, REST, split.rest())) {
            return () -> quotas.giveBack(EVERYBODY, REST, now);
        }
        throw BusException.of(ErrorCode.QUOTA_EXCEEDED);
    }

    /** Of each share and, last, of the rest. */
    List<ShareUse> used(ShareTable table) {
        Map<PartnerId, Quotas.Used> ofShares =
                quotas.used(table.shares().stream().map(Share::partner).toList(), SHARE);
        List<ShareUse> used = new ArrayList<>();
        table.shares().forEach(share -> used.add(use(share.partner(), share.permits(), ofShares.get(share.partner()))));
        used.add(use(null, table.rest(), quotas.used(List.of(EVERYBODY), REST).get(EVERYBODY)));
        return used;
    }

    private static ShareUse use(@Nullable PartnerId partner, Permits permits, Quotas.@Nullable Used used) {
        return new ShareUse(partner, permits, used == null ? 0 : used.inMinute(), used == null ? 0 : used.inDay());
    }

    private boolean isTaken(PartnerId whose, ServiceCode name, Permits permits) {
        return switch (quotas.take(whose, name, permits.perMinute(), permits.perDay())) {
            case TAKEN -> true;
            case USED_UP -> false;
            case UNAVAILABLE -> throw BusException.of(ErrorCode.POLICY_UNAVAILABLE);
        };
    }
}
