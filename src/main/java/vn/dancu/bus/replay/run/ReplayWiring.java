package vn.dancu.bus.replay.run;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.KeptQuestions;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.ReplaySettings;
import vn.dancu.bus.replay.Replays;
import vn.dancu.bus.replay.letter.EventLetters;
import vn.dancu.bus.replay.letter.LetterSources;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaySettings.class)
class ReplayWiring {

    private static final Duration KEPT_QUESTION_INTERVAL = Duration.ofHours(1);

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
