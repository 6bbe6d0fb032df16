package vn.dancu.bus.audit.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/** Each of the brokers that the settings name: its answer, and whether the topic of the audit events may be written. */
record KafkaConnections(AuditSettings settings) implements ConnectionSource {

    private static final int TIMEOUT_MS = 5_000;
    private static final int PORT = 9092;

    @Override
    public List<TestedConnection> connections() {
        List<TestedConnection> all = new ArrayList<>();
        for (String server : settings.bootstrapServers().split(",")) {
            int colon = server.lastIndexOf(':');
            TestedConnection.Address at = colon < 0
                    ? new TestedConnection.Address(server.strip(), PORT)
                    : new TestedConnection.Address(
                            server.substring(0, colon).strip(),
                            Integer.parseInt(server.substring(colon + 1).strip()));
            TestedConnection plain = TestedConnection.plain(
                    all.isEmpty() ? "kafka" : "kafka-" + (all.size() + 1),
                    TestedConnection.Kind.KAFKA,
                    at,
                    steps -> ask(at, steps));
            all.add(isEncrypted() ? plain.encrypted(null, this::tls) : plain);
        }
        return all;
    }

    /** Certificates in PEM are Kafka's own form; what is wrong with them is found when the client connects. */
    private boolean isEncrypted() {
        String store = settings.kafka().getOrDefault(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "JKS");
        return settings.kafka()
                        .getOrDefault(AdminClientConfig.SECURITY_PROTOCOL_CONFIG, "")
                        .endsWith("SSL")
                && !store.equals("PEM");
    }

    private TlsMaterial tls() {
        Map<String, String> kafka = settings.kafka();
        try {
            TlsMaterial stores = TlsMaterial.ofStores(
                    kafka.get(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG),
                    kafka.get(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG),
                    kafka.get(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG),
                    kafka.get(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG));
            return "".equals(kafka.get(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG))
                    ? stores.withoutName()
                    : stores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(TestedConnection.Address at, ProbeRun steps) throws ProbeFailure {
        Properties client = new Properties();
        client.putAll(settings.kafka());
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, at.toString());
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        Admin admin = steps.open(ProbeStage.CREDENTIAL, () -> open(client));
        try {
            steps.run(
                    ProbeStage.ANSWER,
                    () -> answer(admin.describeCluster().nodes()).size() + " brokers");
            steps.run(ProbeStage.RIGHTS, () -> topic(admin));
        } finally {
            admin.close(java.time.Duration.ZERO);
        }
    }

    private static Admin open(Properties client) throws ProbeFailure {
        Admin admin = null;
        try {
            admin = Admin.create(client);
            answer(admin.describeCluster().clusterId());
            return admin;
        } catch (KafkaException e) {
            throw ProbeFailure.of(e, ProbeFault.CREDENTIAL_REFUSED);
        } catch (ProbeFailure e) {
            if (admin != null) {
                admin.close(java.time.Duration.ZERO);
            }
            throw e;
        }
    }

    /** A topic that is not there yet is made by the first event. */
    private String topic(Admin admin) throws ProbeFailure {
        String topic = settings.topic();
        try {
            TopicDescription found = answer(admin.describeTopics(
                                    List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                            .allTopicNames())
                    .get(topic);
            if (found != null
                    && found.authorizedOperations() != null
                    && !found.authorizedOperations().contains(AclOperation.WRITE)) {
                throw new ProbeFailure(ProbeFault.RIGHT_MISSING, topic);
            }
            return topic;
        } catch (ProbeFailure e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return topic;
            }
            throw e;
        }
    }

    private static <T> T answer(KafkaFuture<T> asked) throws ProbeFailure {
        try {
            return asked.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProbeFailure(ProbeFault.ANSWER_SILENT, "", e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new ProbeFailure(ProbeFault.ANSWER_SILENT, "", e);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static ProbeFailure failure(Throwable cause) {
        if (cause instanceof SslAuthenticationException) {
            return ProbeFailure.of(cause, ProbeFault.TLS_REFUSED);
        }
        if (cause instanceof AuthenticationException) {
            return new ProbeFailure(
                    ProbeFault.CREDENTIAL_REFUSED, cause.getClass().getSimpleName(), cause);
        }
        if (cause instanceof AuthorizationException) {
            return new ProbeFailure(ProbeFault.RIGHT_MISSING, cause.getClass().getSimpleName(), cause);
        }
        boolean late = cause instanceof org.apache.kafka.common.errors.TimeoutException;
        return late
                ? new ProbeFailure(ProbeFault.ANSWER_SILENT, "", cause)
                : new ProbeFailure(
                        ProbeFault.ANSWER_UNREADABLE, cause.getClass().getSimpleName(), cause);
    }
}
