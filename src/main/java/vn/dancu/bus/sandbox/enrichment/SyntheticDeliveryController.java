package vn.dancu.bus.sandbox.enrichment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.file.FileFormat;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.population.SyntheticCrowd;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;
import vn.dancu.bus.sandbox.population.WardList;

/** Makes up deliveries about the people of the sandbox's register, without sign-in: a file, and the manifest of the same file. */
@RestController
@Profile("sandbox")
class SyntheticDeliveryController {

    private static final int MOST = 40_000_000;
    private static final int MOST_ROWS = 1_000_000;
    private static final int THOUSAND = 1000;
    private static final LocalDate VERIFIED = LocalDate.of(2026, 11, 15);

    private final EnrichmentSources sources;
    private final SandboxSettings settings;

    SyntheticDeliveryController(EnrichmentSources sources, SandboxSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    /** What file is wanted, as the query has it. */
    private record Wanted(SyntheticDelivery delivery, FileProfile profile, int records) {}

    @GetMapping("/sandbox/enrichment/{source}")
    void file(@PathVariable String source, @RequestParam Map<String, String> query, HttpServletResponse response)
            throws IOException {
        Wanted wanted = wanted(source, query);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + source + "."
                        + wanted.profile().format().code() + "\"");
        wanted.delivery().write(wanted.records(), response.getOutputStream());
    }

    @GetMapping(path = "/sandbox/enrichment/{source}/manifest", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> manifest(@PathVariable String source, @RequestParam Map<String, String> query)
            throws IOException {
        Wanted wanted = wanted(source, query);
        MessageDigest digest = Sha256.digest();
        CountedBytes count = new CountedBytes();
        try (OutputStream out = new DigestOutputStream(count, digest)) {
            wanted.delivery().write(wanted.records(), out);
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("source", source);
        manifest.put("form", wanted.profile().name());
        if (wanted.profile().encoding() != null) {
            manifest.put("encoding", wanted.profile().encoding().code());
        }
        manifest.put("records", wanted.records());
        manifest.put("bytes", count.count);
        manifest.put("sha256", HexFormat.of().formatHex(digest.digest()));
        manifest.put("document", "01/SANDBOX");
        manifest.put("verifiedOn", VERIFIED.toString());
        return manifest;
    }

    private Wanted wanted(String code, Map<String, String> query) {
        EnrichmentSource source = sources.all().stream()
                .filter(known -> known.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        FileProfile form = source.profile(query.getOrDefault("form", "csv"))
                .orElseThrow(() -> refusal("form", "a form of file of the source"));
        FileProfile profile = form.encoding() != null || form.format() == FileFormat.XLSX
                ? form
                : form.declared(TextEncoding.of(query.getOrDefault("encoding", "UTF-8"))
                        .orElseThrow(() -> refusal("encoding", "an encoding that manifests may declare")));
        int records = number(query, "records", THOUSAND, form.format() == FileFormat.XLSX ? MOST_ROWS : MOST);
        if (records == 0) {
            throw refusal("records", "at least 1");
        }
        int seed = number(query, "seed", 1, Integer.MAX_VALUE - 1);
        SyntheticSubjects people = new RegisteredSubjects(
                new SyntheticPopulation(settings.seed(), settings.citizens(), WardList.load()),
                new SyntheticCrowd(settings.seed()));
        try {
            int mistakes = number(query, "mistakes", 20, THOUSAND);
            return new Wanted(new SyntheticDelivery(source, profile, people, seed, mistakes), profile, records);
        } catch (IllegalArgumentException e) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN);
        }
    }

    private static int number(Map<String, String> query, String name, int otherwise, int most) {
        String text = query.getOrDefault(name, String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > most) {
            throw refusal(name, "a whole number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }

    private static BusException refusal(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }

    /** Counts what is written and keeps nothing. */
    private static final class CountedBytes extends OutputStream {

        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
