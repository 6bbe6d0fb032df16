package vn.dancu.bus.ledger.sheet;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.LedgerSettings;

@Configuration(proxyBeanMethods = false)
class SheetWiring {

    private static final int SHEETS_LISTED = 7;
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    @Bean
    JdbcDaySheets daySheets(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            MessageEvents events,
            Balances balances,
            EvidenceSigner signer,
            Acts acts,
            LedgerSettings settings,
            Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new JdbcDaySheets(
                jdbc,
                transaction,
                new JdbcRecordedCounts(jdbc, transaction, events, settings.missingAfter(), clock),
                balances,
                signer,
                acts,
                settings.missingAfter().plus(INTERVAL),
                clock);
    }

    @Bean
    JobSource daySheetJobs(JdbcDaySheets sheets) {
        return most -> sheets.list(Math.min(most, SHEETS_LISTED)).stream()
                .map(sheet -> new Job(
                        Job.Kind.DAY_SHEET,
                        sheet.day().toString(),
                        sheet.day().toString(),
                        null,
                        sheet.signedAt(),
                        sheet.signedAt(),
                        sheet.even() ? Job.State.DONE : Job.State.FAILED,
                        Job.Unit.RECORDS,
                        1,
                        1L,
                        "/desk/ledger?day=" + sheet.day()))
                .toList();
    }

    @Bean
    SchedulingConfigurer daySheetRounds(JdbcDaySheets sheets) {
        return tasks -> tasks.addFixedDelayTask(sheets::sign, INTERVAL);
    }
}
