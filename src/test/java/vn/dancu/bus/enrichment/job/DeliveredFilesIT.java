package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.file.DeliveredFile;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.partner.Partner;

/**
 * The files of {@code RecordFileCasesTest}, good and broken, from their receipt to the end of their job: a file that cannot be read ends
 * with code and line, and leaves nothing; of every other each record has its outcome, and the certificate proves it.
 */
class DeliveredFilesIT {

    private static final Path FILES = Path.of("src/test/resources/enrichment/files");
    private static final Path SOURCES = Path.of("src/main/resources/enrichment/sources");

    /** Longer than a line may be. */
    private static final int LONGEST = 300_000;

    @TempDir
    private Path folder;

    @Test
    void eachEndsInAStateThatAClerkUnderstandsAndBalances() throws IOException {
        Map<String, UUID> jobs = new TreeMap<>();
        try (EnrichmentRoom room = room()) {
            for (String name : names()) {
                jobs.put(name, submit(room, name, new DeliveredFile(FILES.resolve(name))));
            }
            room.workAll();

            int records = 0;
            for (Map.Entry<String, UUID> each : jobs.entrySet()) {
                records += ends(room, each.getKey(), room.job(each.getValue()));
            }
            assertThat(jobs).hasSizeGreaterThan(90);
            assertThat(records).isGreaterThan(100);
            assertThat(room.count("enrichment.job where state not in ('certified', 'failed')"))
                    .isZero();
            assertThat(room.stagedTables()).isZero();
            assertThat(room.count("delivery.claim"))
                    .as("the result files alone are kept")
                    .isEqualTo(room.count("enrichment.job where state = 'certified'"));
        }
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(FILES)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** Limits under which the bombs of the cases are ones, and the sources with the forms that cases bring. */
    private EnrichmentRoom room() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Map<String, String> forms = new TreeMap<>();
        for (String name : names()) {
            DeliveredFile file = new DeliveredFile(FILES.resolve(name));
            String form = file.setting("ownForm", "");
            if (!form.isEmpty()) {
                forms.merge(
                        file.setting("source", "the-bhyt"),
                        "  - { name: " + ownForm(name) + ", " + form + " }\n",
                        String::concat);
            }
        }
        for (Map.Entry<String, String> own : forms.entrySet()) {
            String published = Files.readString(SOURCES.resolve(own.getKey() + ".yaml"));
            Files.writeString(sources.resolve(own.getKey() + ".yaml"), published + own.getValue());
        }
        EnrichmentRoom room = EnrichmentRoom.start(
                folder,
                Map.of(
                        "dancu.enrichment.folder", sources.toString(),
                        "dancu.enrichment.ratio", "20",
                        "dancu.enrichment.unpacked", "2MB"));
        for (EnrichmentSource source : room.sources().all()) {
            room.partners.with(source.authority().value(), "secret", Partner.State.ACTIVE);
        }
        return room;
    }

    private static String ownForm(String name) {
        return "own-" + name;
    }

    private static UUID submit(EnrichmentRoom room, String name, DeliveredFile file) throws IOException {
        String source = file.setting("source", "the-bhyt");
        String form = file.setting("form", file.setting("ownForm", "").isEmpty() ? "csv" : ownForm(name));
        boolean isInForm = room.sources()
                        .find(new SourceCode(source))
                        .orElseThrow()
                        .profile(form)
                        .orElseThrow()
                        .encoding()
                != null;
        String declared = file.setting("declared", isInForm ? "none" : "UTF-8");
        return room.submit(
                source,
                form,
                declared.equals("none") ? null : TextEncoding.of(declared).orElseThrow(),
                room.store(file.bytes(LONGEST)),
                null,
                name);
    }

    /** How many records it had. */
    private int ends(EnrichmentRoom room, String name, EnrichmentJob job) throws IOException {
        List<String> expected = Files.readAllLines(FILES.resolve(name).resolve("expected.txt"));
        String last = expected.get(expected.size() - 1).strip();
        if (last.contains(FileFault.UNPACKED_TOO_LARGE.code())) {
            // At another line, since the limits are the same for all.
            assertThat(end(job)).as(name).startsWith("fault " + FileFault.UNPACKED_TOO_LARGE.code());
        } else {
            assertThat(end(job)).as(name).isEqualTo(last.equals("0 records") ? "fault file_empty at 0" : last);
        }
        if (job.state() != EnrichmentJobState.CERTIFIED) {
            assertThat(job.worked()).as(name).isZero();
            assertThat(room.jobs().certificate(job.id())).as(name).isEmpty();
            return 0;
        }
        assertThat(refused(room.result(job.id()))).as(name).isEqualTo(refused(expected));
        assertThat(job.counts().of(RecordOutcome.REFUSED_BY_CHECK))
                .as(name)
                .isEqualTo(refused(expected).lines().count());
        room.verified(job.id(), job.staged(), folder);
        return (int) job.counts().total();
    }

    /** As the cases write it. */
    private static String end(EnrichmentJob job) {
        EnrichmentJob.Cause cause = job.cause();
        return job.state() == EnrichmentJobState.FAILED && cause != null
                ? ("fault " + cause.code() + " at " + cause.line() + " " + cause.hint()).strip()
                : job.counts().total() + " records";
    }

    /** Line, reason and column of what a check refused, from a result file. */
    private static String refused(String result) {
        return result.lines()
                .map(line -> line.split(";", -1))
                .filter(parts -> parts[1].equals(RecordOutcome.REFUSED_BY_CHECK.code()))
                .map(parts -> (parts[0] + " " + parts[2] + " " + parts[3]).strip())
                .collect(Collectors.joining("\n"));
    }

    /** The same, from what the case expects: the second word of an accepted record is a number. */
    private static String refused(List<String> expected) {
        return expected.stream()
                .limit(expected.size() - 1)
                .map(String::strip)
                .filter(line -> !Character.isDigit(line.split(" ")[1].charAt(0)))
                .collect(Collectors.joining("\n"));
    }
}
