package vn.dancu.bus.audit.inspection;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.PersonalContent;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

@Configuration(proxyBeanMethods = false)
class InspectionWiring {

    /** Rows that the driver keeps in memory, however long a report is. */
    private static final int FETCH_SIZE = 1000;

    @Bean
    Inspection inspection(
            Acts acts,
            PlatformTransactionManager manager,
            DataSource dataSource,
            AuditSettings settings,
            PersonalContent content,
            MasterKey masterKey) {
        TransactionTemplate reading = snapshots(manager);
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_SIZE);
        AuditSettings.Inspection times = settings.inspection();
        JdbcSnapshotReader reports = new JdbcSnapshotReader(streaming, reading, times.reportTimeout());
        return new RecordedInspection(
                acts,
                new TransactionTemplate(manager),
                new JdbcEventSearch(
                        new JdbcSnapshotReader(new JdbcTemplate(dataSource), reading, times.searchTimeout())),
                new JdbcReport(reports),
                new JdbcOperationalRecords(reports, times.serviceId()),
                content,
                SecretBox.forUse(masterKey.bytes(), PersonHash.USE));
    }

    @Bean
    MessageEvents messageEvents(
            PlatformTransactionManager manager,
            DataSource dataSource,
            AuditSettings settings,
            PersonalContent content) {
        AuditSettings.Inspection times = settings.inspection();
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        TransactionTemplate reading = snapshots(manager);
        return new JdbcMessageEvents(
                new JdbcSnapshotReader(jdbc, reading, times.searchTimeout()),
                new JdbcSnapshotReader(jdbc, reading, times.reportTimeout()),
                content);
    }

    @Bean
    PersonEvents personEvents(
            PlatformTransactionManager manager, DataSource dataSource, AuditSettings settings, MasterKey masterKey) {
        AuditSettings.Inspection times = settings.inspection();
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        TransactionTemplate reading = snapshots(manager);
        return new JdbcPersonEvents(
                new JdbcSnapshotReader(jdbc, reading, times.searchTimeout()),
                new JdbcSnapshotReader(jdbc, reading, times.reportTimeout()),
                SecretBox.forUse(masterKey.bytes(), PersonHash.USE));
    }

    /** Transactions that read only, with one snapshot each. */
    private static TransactionTemplate snapshots(PlatformTransactionManager manager) {
        TransactionTemplate reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return reading;
    }
}
