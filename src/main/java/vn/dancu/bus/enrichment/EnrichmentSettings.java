package vn.dancu.bus.enrichment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.enrichment.file.FileLimits;

/**
 * Settings of enrichment: its sources, and how much of a file is read.
 *
 * @param folder with further sources, one YAML file each; one with the code of a source that comes with the bus replaces it
 * @param keys the public key in PEM by which an authority signs its manifests, by its partner id; an authority that has one must sign
 * @param unpacked most bytes of the data of a container
 * @param ratio most unpacked bytes for each packed byte
 * @param recordLength most characters of a line, a record and a value
 * @param columns most columns of a file
 * @param workbook most bytes of an XLSX file, which is held in memory
 * @param intake of the ways in
 */
@ConfigurationProperties("dancu.enrichment")
public record EnrichmentSettings(
        @Nullable Path folder,
        @DefaultValue Map<String, Resource> keys,
        @DefaultValue("64GB") DataSize unpacked,
        @DefaultValue("200") int ratio,
        @DefaultValue("65536") int recordLength,
        @DefaultValue("200") int columns,
        @DefaultValue("64MB") DataSize workbook,
        @DefaultValue Intake intake) {

    private static final DataSize MOST = DataSize.ofMegabytes(1024);

    public EnrichmentSettings {
        keys = Map.copyOf(keys);
        if (workbook.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("dancu.enrichment.workbook must be at most 1GB");
        }
    }

    /** How much of a file is read. */
    public FileLimits limits() {
        return new FileLimits(unpacked.toBytes(), ratio, recordLength, columns, (int) workbook.toBytes());
    }

    /**
     * The ways in.
     *
     * @param most the largest file, as it is sent
     * @param open how many uploads of a partner may wait for parts at a time
     * @param keep how long an upload is kept after its last part or its end; one that is abandoned loses its parts then
     */
    public record Intake(
            @DefaultValue("64GB") DataSize most, @DefaultValue("20") int open, @DefaultValue("7d") Duration keep) {

        public Intake {
            require(most.toBytes() >= 1, "most", "must be at least 1B");
            require(open >= 1 && open <= 1000, "open", "must be 1 to 1000");
            require(keep.toMinutes() >= 1 && keep.toDays() <= 90, "keep", "must be 1m to 90d");
        }

        private static void require(boolean holds, String key, String rule) {
            if (!holds) {
                throw new IllegalArgumentException("dancu.enrichment.intake." + key + " " + rule);
            }
        }
    }
}
