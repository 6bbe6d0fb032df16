package vn.dancu.bus.enrichment.balance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Sha256;

/** A result file, held against the sheet line by line; of any size in the memory of one line. */
final class ResultFile {

    private final BufferedReader in;
    private @Nullable String next;

    private ResultFile(BufferedReader in) throws IOException {
        this.in = in;
        in.readLine();
        this.next = in.readLine();
    }

    /** The chunks whose lines are not those of the sheet. */
    static List<String> verify(SheetTable sheet, Path file) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            ResultFile result = new ResultFile(in);
            for (SheetTable.Row chunk : sheet.chunks()) {
                if (!result.holds(chunk)) {
                    wrong.add(chunk.name());
                }
            }
            if (result.next != null) {
                wrong.add(JobSheetText.TOTAL);
            }
        }
        return wrong;
    }

    private boolean holds(SheetTable.Row chunk) throws IOException {
        MessageDigest digest = Sha256.digest();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (long i = 0; i < chunk.of("in") && next != null; i++) {
            digest.update((next + "\n").getBytes(StandardCharsets.UTF_8));
            String[] values = next.split(";", 3);
            counts.merge(values.length > 1 ? values[1] : "", 1L, Long::sum);
            next = in.readLine();
        }
        return chunk.sha256().equals(HexFormat.of().formatHex(digest.digest()))
                && counts.entrySet().stream().allMatch(count -> chunk.of(count.getKey()) == count.getValue());
    }
}
