package vn.dancu.bus.upstream;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.http.client.PoolSettings;
import vn.dancu.bus.message.population.PopulationOperation;

/**
 * The services that this bus asks in the role upstream.
 *
 * @param upstream by name, which is that of its route too: small letters, digits and hyphens
 */
@ConfigurationProperties("dancu")
public record UpstreamSettings(@DefaultValue Map<String, Upstream> upstream) {

    public UpstreamSettings {
        upstream = Map.copyOf(upstream);
        upstream.forEach((name, one) -> {
            if (!name.matches("[a-z][a-z0-9-]{1,39}")) {
                throw new IllegalArgumentException(
                        "The name of dancu.upstream.<name> is 2 to 40 small letters, digits and hyphens");
            }
            one.require("dancu.upstream." + name + ".");
        });
        requireOneForEach(upstream.values());
    }

    /** Which of two is asked would depend on their names. */
    private static void requireOneForEach(Collection<Upstream> all) {
        Set<String> named = new HashSet<>();
        all.forEach(one -> {
            Set<String> services = one.services().isEmpty() ? Set.of("") : one.services();
            services.forEach(service -> check(
                    named.add(service),
                    "dancu.upstream",
                    service.isEmpty()
                            ? "has two services without services; one alone is asked for what no other names"
                            : "names " + service + " at two services"));
        });
    }

    /**
     * One of them.
     *
     * @param dialect the pack in which it is asked
     * @param address scheme, host and port, such as {@code https://ndxp.example.gov.vn}
     * @param path of the service, as it goes into a digest
     * @param account the values that the pack needs, by its names
     * @param accountEnds the last day of the account, for the list of what ends; null when nobody knows it
     * @param nameFields whether a question names the fields that may be released here, which another bus understands; where not, all are
     *     asked for, and those that may not be released are dropped here
     * @param services the services that it is asked for; none are all that no other upstream names
     * @param http how it is connected to
     * @param retries how often a connection that did not come about is tried again, 0 to 3
     * @param bulkhead questions at a time, 1 to 1,000; more are refused at once
     * @param breaker when it is not asked for a while
     * @param token how its access token is read
     */
    public record Upstream(
            String dialect,
            URI address,
            @DefaultValue("/") String path,
            @DefaultValue Map<String, String> account,
            @Nullable LocalDate accountEnds,
            @DefaultValue("false") boolean nameFields,
            @DefaultValue Set<String> services,
            @DefaultValue Http http,
            @DefaultValue("1") int retries,
            @DefaultValue("64") int bulkhead,
            @DefaultValue Breaker breaker,
            @DefaultValue Token token) {

        private static final int MAX_RETRIES = 3;
        private static final int MAX_CALLS = 1000;

        void require(String prefix) {
            check(dialect != null && !dialect.isBlank(), prefix + "dialect", "names a dialect pack");
            check(isOfHttp(address), prefix + "address", "is http(s)://host[:port]");
            check(
                    services.stream().allMatch(service -> PopulationOperation.byElement(service)
                            .isPresent()),
                    prefix + "services",
                    "are names of the contract, such as TraCuuThongTinCongDan");
            check(path.startsWith("/"), prefix + "path", "begins with /");
            check(retries >= 0 && retries <= MAX_RETRIES, prefix + "retries", "is 0 to " + MAX_RETRIES);
            check(bulkhead > 0 && bulkhead <= MAX_CALLS, prefix + "bulkhead", "is 1 to " + MAX_CALLS);
            http.require(prefix + "http.");
            breaker.require(prefix + "breaker.");
            token.require(prefix + "token.");
        }

        /** Its pool of connections: as many as questions are asked at a time, and one for the token. */
        public PoolSettings pool() {
            return new PoolSettings(
                    http.sslBundle,
                    bulkhead + 1,
                    http.connectTimeout,
                    http.answerTimeout,
                    http.deadline,
                    http.answerLimit.toBytes());
        }

        @Override
        public String toString() {
            return "Upstream[" + dialect + ", masked]";
        }
    }

    /**
     * How it is connected to.
     *
     * @param sslBundle by which TLS is done; null for what the JDK trusts
     * @param connectTimeout how long a connection may take, 10 ms to 1 minute
     * @param answerTimeout how long it may send nothing, 10 ms to 5 minutes
     * @param deadline how long its whole answer may take, from when its question leaves on, 10 ms to 5 minutes
     * @param answerLimit size of an answer, at most, 1 kB to 64 MB
     * @param requestHash whether an answer through X-Road over REST must be to the very bytes that were sent; not where a proxy before the
     *     security server changes header fields
     */
    public record Http(
            @Nullable String sslBundle,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration answerTimeout,
            @DefaultValue("15s") Duration deadline,
            @DefaultValue("1MB") DataSize answerLimit,
            @DefaultValue("true") boolean requestHash) {

        private static final long LARGEST = DataSize.ofMegabytes(64).toBytes();

        void require(String prefix) {
            check(isWithin(connectTimeout, Duration.ofMinutes(1)), prefix + "connect-timeout", "is 10ms to 1m");
            check(isWithin(answerTimeout, Duration.ofMinutes(5)), prefix + "answer-timeout", "is 10ms to 5m");
            check(isWithin(deadline, Duration.ofMinutes(5)), prefix + "deadline", "is 10ms to 5m");
            check(
                    answerLimit.toBytes() >= 1024 && answerLimit.toBytes() <= LARGEST,
                    prefix + "answer-limit",
                    "is 1KB to 64MB");
        }

        private static boolean isWithin(Duration time, Duration most) {
            return time.toMillis() >= 10 && time.compareTo(most) <= 0;
        }
    }

    /**
     * When it is not asked for a while.
     *
     * @param failures how many of the last calls must have failed, in percent, 1 to 100
     * @param calls how many calls that is of, 5 to 1,000
     * @param open how long it is not asked then, 100 ms to 10 minutes
     * @param trials how many questions find out whether it is back, 1 to 100
     */
    public record Breaker(
            @DefaultValue("50") int failures,
            @DefaultValue("20") int calls,
            @DefaultValue("10s") Duration open,
            @DefaultValue("3") int trials) {

        void require(String prefix) {
            check(failures >= 1 && failures <= 100, prefix + "failures", "is 1 to 100");
            check(calls >= 5 && calls <= 1000, prefix + "calls", "is 5 to 1000");
            check(
                    open.toMillis() >= 100 && open.compareTo(Duration.ofMinutes(10)) <= 0,
                    prefix + "open",
                    "is 100ms to 10m");
            check(trials >= 1 && trials <= 100, prefix + "trials", "is 1 to 100");
        }
    }

    /**
     * How its access token is read, where the dialect has one.
     *
     * @param address of the token call; null for that of the upstream
     * @param property in which the token stands
     * @param lifetimeProperty in which the seconds stand for which it is good
     * @param lifetime how long it is good where the answer does not say, 1 second to 1 day
     * @param early how long before its end it is renewed, at most half of its life; 0 or more
     */
    public record Token(
            @Nullable URI address,
            @DefaultValue("access_token") String property,
            @DefaultValue("expires_in") String lifetimeProperty,
            @DefaultValue("5m") Duration lifetime,
            @DefaultValue("1m") Duration early) {

        void require(String prefix) {
            check(address == null || isOfHttp(address), prefix + "address", "is http(s)://host[:port]");
            check(
                    lifetime.toSeconds() >= 1 && lifetime.compareTo(Duration.ofDays(1)) <= 0,
                    prefix + "lifetime",
                    "is 1s to 1d");
            check(!early.isNegative(), prefix + "early", "is not negative");
        }
    }

    /** Nothing but scheme, host and port: a password in an address would stand in the names of endpoints. */
    private static boolean isOfHttp(@Nullable URI address) {
        return address != null
                && address.getHost() != null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && (address.getPath().isEmpty() || address.getPath().equals("/"));
    }

    private static void check(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(key + " " + rule);
        }
    }
}
