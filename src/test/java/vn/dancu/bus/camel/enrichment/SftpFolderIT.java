package vn.dancu.bus.camel.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.intake.Deliverer;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;
import vn.dancu.bus.enrichment.intake.FileUpload;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** The shipped route on an SFTP server, with the channels of the document. */
class SftpFolderIT {

    private static final String OPTIONS =
            "username=dancu&password=RAW(mat khau+&%)&useUserKnownHostsFile=false&strictHostKeyChecking=no";

    @TempDir
    private Path folder;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HeardDeliveries intake = new HeardDeliveries();

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("deliveries/bhxh-viet-nam"));
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, session) -> password.equals("mat khau+&%"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.start();
        String root = "sftp://127.0.0.1:" + server.getPort() + "/deliveries?" + OPTIONS;
        camel.getPropertiesComponent()
                .addOverrideProperty(
                        "dancu.channel.enrichment-files",
                        root + "&recursive=true&minDepth=2&maxDepth=2&streamDownload=true&stepwise=false"
                                + "&doneFileName=$simple{file:name}.manifest.json&delay=200&initialDelay=0"
                                + "&move=$simple{file:parent}/$simple{header.DanCuEnrichmentOutcome}/$simple{file:onlyname}");
        camel.getPropertiesComponent().addOverrideProperty("dancu.channel.enrichment-file-answers", root);
        camel.getRegistry().bind("intake", EnrichmentIntake.class, intake);
        RouteFiles.load(camel, "enrichment/enrichment-file", "shared/delivery-errors");
        camel.start();
    }

    @AfterEach
    void stop() throws IOException {
        camel.stop();
        server.stop(true);
    }

    @Test
    void takesAFileOnceItsManifestIsThereAndReportsOnIt() throws IOException {
        put("cards.csv", "số thẻ");
        put("alone.csv", "without a manifest");
        put("cards.csv.manifest.json", "{\"source\": \"the-bhyt\"}");

        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(place("done/cards.csv")));

        assertThat(intake.heard).containsExactly("bhxh-viet-nam FOLDER {\"source\": \"the-bhyt\"} số thẻ");
        assertThat(Files.readString(place("reports/cards.csv.report.json"))).contains(HeardDeliveries.JOB.toString());
        assertThat(place("cards.csv.manifest.json")).doesNotExist();
        assertThat(place("alone.csv")).exists();
    }

    @Test
    void movesAFileThatIsRefusedAndSaysWhy() throws IOException {
        intake.refusals.add(ErrorCode.FILE_REFUSED);
        put("cards.csv", "x");
        put("cards.csv.manifest.json", "{}");

        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(place("refused/cards.csv")));

        assertThat(Files.readString(place("reports/cards.csv.report.json"))).contains("\"code\":\"file_refused\"");
    }

    @Test
    void leavesAFileWhereItIsWhileTheDiskIsFull() throws IOException {
        intake.refusals.add(ErrorCode.STORAGE_UNAVAILABLE);
        intake.refusals.add(ErrorCode.STORAGE_UNAVAILABLE);
        put("cards.csv", "x");
        put("cards.csv.manifest.json", "{}");

        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(place("done/cards.csv")));

        assertThat(intake.heard).hasSize(3);
        assertThat(place("refused")).doesNotExist();
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(place(name), text);
    }

    private Path place(String name) {
        return folder.resolve("deliveries/bhxh-viet-nam").resolve(name);
    }

    /** Says what it is told to, and remembers what it was given. */
    private static final class HeardDeliveries implements EnrichmentIntake {

        private static final UUID JOB = UUID.randomUUID();

        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
        private final List<ErrorCode> refusals = Collections.synchronizedList(new ArrayList<>());

        @Override
        public EnrichmentJobs.Receipt take(Deliverer by, byte[] manifest, InputStream file) throws IOException {
            heard.add(by.partner() + " " + by.way() + " " + new String(manifest, StandardCharsets.UTF_8) + " "
                    + new String(file.readAllBytes(), StandardCharsets.UTF_8));
            if (!refusals.isEmpty()) {
                throw BusException.of(refusals.remove(0), "hash_wrong", "file");
            }
            return new EnrichmentJobs.Receipt(JOB, true);
        }

        @Override
        public FileUpload open(Deliverer by, byte[] manifest) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileUpload append(PartnerId partner, UUID upload, long offset, InputStream part) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileUpload complete(Deliverer by, UUID upload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileUpload find(PartnerId partner, UUID upload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<EnrichmentJob> jobs(PartnerId partner, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EnrichmentJob job(PartnerId partner, UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] certificate(PartnerId partner, UUID job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream result(PartnerId partner, UUID job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeDecisions(PartnerId partner, UUID job, OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }
}
