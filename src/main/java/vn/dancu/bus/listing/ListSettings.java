package vn.dancu.bus.listing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of lists.
 *
 * @param areas where the people of a partner's lists may live, by its id: {@code *} for everywhere, a province ({@code 40}), or a ward
 *     of it ({@code 40/16681}); a partner without any is supplied no list
 * @param keys the OpenPGP public key to which a partner's files are encrypted, by its id
 * @param countPurposes purposes for which numbers suffice: a list with people for one of them comes with a warning
 * @param piece how many people are written in one transaction
 * @param page how many people a page of records has
 * @param open how many requests of a partner may be open at a time
 * @param most how many people a list may have
 * @param downloads how often a file may be fetched
 * @param keep how long a list may be fetched
 * @param retention how long a request that has ended is kept, without its people
 * @param smallest groups with fewer people are not counted out: who knows some of them would know the rest
 * @param busyShare which part of the time lists are drawn while this instance answers questions, in percent
 * @param look how often an instance looks for work
 */
@ConfigurationProperties("dancu.list")
public record ListSettings(
        @DefaultValue Map<String, List<String>> areas,
        @DefaultValue Map<String, Resource> keys,
        @DefaultValue List<String> countPurposes,
        @DefaultValue("5000") int piece,
        @DefaultValue("500") int page,
        @DefaultValue("5") int open,
        @DefaultValue("5000000") long most,
        @DefaultValue("3") int downloads,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("730d") Duration retention,
        @DefaultValue("10") int smallest,
        @DefaultValue("15") int busyShare,
        @DefaultValue("250ms") Duration look) {

    private static final Pattern AREA = Pattern.compile("\\*|[0-9]{2}(/[0-9]{5})?");

    public ListSettings {
        areas = Map.copyOf(areas);
        keys = Map.copyOf(keys);
        countPurposes = List.copyOf(countPurposes);
        require(
                areas.values().stream().flatMap(List::stream).allMatch(area -> AREA.matcher(area)
                        .matches()),
                "areas",
                "must be *, a province such as 40, or a ward such as 40/16681");
        require(piece >= 1 && piece <= 50_000, "piece", "must be 1 to 50000");
        require(page >= 1 && page <= 5_000, "page", "must be 1 to 5000");
        require(open >= 1, "open", "must be at least 1");
        require(most >= 1, "most", "must be at least 1");
        require(downloads >= 1, "downloads", "must be at least 1");
        require(keep.toMinutes() >= 1 && keep.toDays() <= 90, "keep", "must be 1m to 90d");
        require(retention.toDays() >= 1, "retention", "must be at least 1d");
        require(smallest >= 1, "smallest", "must be at least 1");
        require(busyShare >= 1 && busyShare <= 100, "busy-share", "must be 1 to 100");
        require(look.toMillis() >= 10 && look.toMinutes() < 1, "look", "must be 10ms to 1m");
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.list." + key + " " + rule);
        }
    }
}
