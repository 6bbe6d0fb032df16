package vn.dancu.bus.replay.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.KeptQuestions;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.Replay;
import vn.dancu.bus.replay.ReplaySettings;
import vn.dancu.bus.replay.Replays;
import vn.dancu.bus.replay.letter.EventLetters;
import vn.dancu.bus.replay.letter.LetterSources;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaySettings.class)
class ReplayWiring {

    private static final Duration KEPT_QUESTION_INTERVAL = Duration.ofHours(1);

    @Bean
    JobSource replayJobs(Replays replays) {
        return most -> replays.list(null, most).stream().map(ReplayWiring::job).toList();
    }

    private static Job job(Replay replay) {
        Job.State state =
                switch (replay.state()) {
                    case PROPOSED -> Job.State.WAITING;
                    case RUNNING -> Job.State.RUNNING;
                    case ENDED -> Job.State.DONE;
                    case REJECTED -> Job.State.STOPPED;
                };
        long ended = replay.counts().entrySet().stream()
                .filter(count -> count.getKey().isEnd())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Job(
                Job.Kind.REPLAY,
                replay.id().toString(),
                replay.id().toString(),
                replay.proposedBy(),
                replay.decidedAt() == null ? replay.proposedAt() : replay.decidedAt(),
                state == Job.State.STOPPED ? replay.decidedAt() : replay.endedAt(),
                state,
                Job.Unit.MESSAGES,
                ended,
                (long) replay.letters(),
                "/desk/replays/" + replay.id());
    }

    @Bean
    JdbcReplayItems replayItems(JdbcTemplate jdbc, Clock clock) {
        return new JdbcReplayItems(jdbc, clock);
    }

    @Bean
    JdbcReplays jdbcReplays(JdbcTemplate jdbc) {
        return new JdbcReplays(jdbc);
    }

    @Bean
    Replays replays(
            DeadLetters letters,
            LetterSources sources,
            EventLetters events,
            JdbcReplays replays,
            Acts acts,
            PlatformTransactionManager transactions,
            ReplaySettings settings,
            Clock clock) {
        return new ReplayWorkflow(
                new ScopeLetters(letters, sources, events, settings.maxLetters()),
                sources,
                replays,
                acts,
                new TransactionTemplate(transactions),
                settings,
                clock);
    }

    @Bean
    SchedulingConfigurer replayRounds(
            LetterSources sources,
            JdbcReplayItems items,
            JdbcReplays replays,
            Acts acts,
            PlatformTransactionManager transactions,
            ReplaySettings settings,
            Clock clock) {
        ReplayRunner runner =
                new ReplayRunner(sources, items, replays, acts, new TransactionTemplate(transactions), settings, clock);
        return tasks -> tasks.addFixedDelayTask(runner::run, settings.poll());
    }

    @Bean
    SchedulingConfigurer keptQuestionRounds(KeptQuestions questions, ReplaySettings settings) {
        return tasks -> tasks.addFixedDelayTask(
                () -> questions.dropOlderThan(settings.keepQuestions()), KEPT_QUESTION_INTERVAL);
    }
}
