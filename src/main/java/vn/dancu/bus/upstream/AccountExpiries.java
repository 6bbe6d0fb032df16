package vn.dancu.bus.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpirySource;

/** The accounts of upstreams whose last day the settings name. Certificates are listed by the bundles that hold them. */
record AccountExpiries(UpstreamSettings settings) implements ExpirySource {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Override
    public List<ExpiringItem> items() {
        List<ExpiringItem> items = new ArrayList<>();
        settings.upstream().forEach((name, one) -> {
            LocalDate last = one.accountEnds();
            if (last != null) {
                Instant end = last.plusDays(1).atStartOfDay(VIETNAM).toInstant();
                String use = "dancu.upstream." + name + ".account";
                items.add(new ExpiringItem(
                        ExpiringItem.Kind.CLIENT.word() + "/" + use,
                        ExpiringItem.Kind.CLIENT,
                        null,
                        use,
                        null,
                        null,
                        null,
                        end));
            }
        });
        return items;
    }
}
