package vn.dancu.bus.codebook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the code lists of the platform.
 *
 * @param address of the platform, before {@code /dmdc}; without it nothing is fetched
 * @param tokenAddress where tokens are given for client credentials
 * @param account consumer key
 * @param secret consumer secret
 * @param sslBundle by which TLS is done; none for what the JDK trusts
 * @param every how often the lists are fetched, 1m to 7d
 * @param retry after which time a pull that failed as a whole is tried again, 10s to 1d
 * @param lists codes of the lists that are fetched; none for all that the platform names, at most 200
 * @param keys the property that is the code, by list; where none is named {@code Ma}, or else the first property of the list
 * @param names the property that is the name, by list; where none is named {@code Ten}, or else the second property of the list
 * @param mostChanged how many of a hundred codes may get another name or be missing in one pull without a person; 0 to 100
 * @param answerLimit the largest answer, 1KB to 100MB
 * @param deadline how long one answer may take, 1s to 5m
 * @param refresh how soon an instance sees a change whose notice was lost, and begins a pull that is due; 100ms to 1m
 */
@ConfigurationProperties("dancu.codebook")
public record CodebookSettings(
        @Nullable URI address,
        @Nullable URI tokenAddress,
        @Nullable String account,
        @Nullable String secret,
        @Nullable String sslBundle,
        @DefaultValue("24h") Duration every,
        @DefaultValue("10m") Duration retry,
        @DefaultValue List<String> lists,
        @DefaultValue Map<String, String> keys,
        @DefaultValue Map<String, String> names,
        @DefaultValue("20") int mostChanged,
        @DefaultValue("10MB") DataSize answerLimit,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("2s") Duration refresh) {

    /** The most lists of a platform. */
    public static final int MAX_LISTS = 200;

    private static final Pattern LIST = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final String PREFIX = "dancu.codebook.";
    private static final int ALL = 100;

    public CodebookSettings {
        lists = List.copyOf(lists);
        keys = Map.copyOf(keys);
        names = Map.copyOf(names);
        requireBetween("every", every, Duration.ofMinutes(1), Duration.ofDays(7));
        requireBetween("retry", retry, Duration.ofSeconds(10), Duration.ofDays(1));
        requireBetween("deadline", deadline, Duration.ofSeconds(1), Duration.ofMinutes(5));
        requireBetween("refresh", refresh, Duration.ofMillis(100), Duration.ofMinutes(1));
        require(mostChanged >= 0 && mostChanged <= ALL, "most-changed", "must be 0 to 100");
        require(
                answerLimit.toKilobytes() >= 1 && answerLimit.toMegabytes() <= ALL,
                "answer-limit",
                "must be between 1KB and 100MB");
        require(address == null || isOfHttp(address), "address", "is http(s)://host");
        require(tokenAddress == null || isOfHttp(tokenAddress), "token-address", "is http(s)://host");
        require(
                lists.size() <= MAX_LISTS && lists.stream().allMatch(CodebookSettings::isListCode),
                "lists",
                "are at most " + MAX_LISTS + " codes of letters, digits, dots, hyphens and underscores");
        require(
                address == null || (tokenAddress != null && account != null && secret != null),
                "token-address",
                "must be there with address, and account and secret too");
    }

    /** Whether the text can be the code of a list. */
    public static boolean isListCode(String text) {
        return LIST.matcher(text).matches();
    }

    private static boolean isOfHttp(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    /** Whether lists are fetched. */
    public boolean isOn() {
        return address != null;
    }

    @Override
    public String toString() {
        return "CodebookSettings[" + address + "]";
    }

    private static void requireBetween(String key, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                key,
                "must be between " + least + " and " + most);
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + key + " " + rule);
        }
    }
}
