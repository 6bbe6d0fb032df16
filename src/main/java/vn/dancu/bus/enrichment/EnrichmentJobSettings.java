package vn.dancu.bus.enrichment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the jobs by which files become data of the register.
 *
 * @param chunk how many records are merged in one transaction, so that a crash repeats no more
 * @param rate how many records a second one job may merge; 0 for no limit
 * @param busyShare which part of the time jobs may work while this instance answers questions, in percent
 * @param lease how long after an instance has stopped without a word another one takes over the file that it read
 * @param look how often an instance looks for work
 * @param keep how long is kept what is not needed any more
 */
@ConfigurationProperties("dancu.enrichment.job")
public record EnrichmentJobSettings(
        @DefaultValue("50000") int chunk,
        @DefaultValue("0") int rate,
        @DefaultValue("15") int busyShare,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("250ms") Duration look,
        @DefaultValue Keep keep) {

    /**
     * How long jobs keep what they do not need any more. What was merged, and where it comes from, stays with the register.
     *
     * @param results the result file, from the end of the job
     * @param decided a difference that was accepted or refused, from its decision
     * @param open a difference that nobody decided, from the end of its job
     * @param jobs a job with its sheet and certificate, from its end
     */
    public record Keep(
            @DefaultValue("90d") Duration results,
            @DefaultValue("90d") Duration decided,
            @DefaultValue("365d") Duration open,
            @DefaultValue("3650d") Duration jobs) {

        public Keep {
            require(results.toDays() >= 1, "keep.results", "must be at least 1d");
            require(decided.toDays() >= 1, "keep.decided", "must be at least 1d");
            require(open.toDays() >= 1, "keep.open", "must be at least 1d");
            require(jobs.toDays() >= 1, "keep.jobs", "must be at least 1d");
        }
    }

    public EnrichmentJobSettings {
        require(chunk >= 1 && chunk <= 1_000_000, "chunk", "must be 1 to 1000000");
        require(rate >= 0, "rate", "must not be negative");
        require(busyShare >= 1 && busyShare <= 100, "busy-share", "must be 1 to 100");
        require(lease.toSeconds() >= 5 && lease.toHours() < 1, "lease", "must be 5s to 1h");
        require(look.toMillis() >= 10 && look.toMinutes() < 1, "look", "must be 10ms to 1m");
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.enrichment.job." + key + " " + rule);
        }
    }
}
