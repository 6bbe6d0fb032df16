package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.enrichment.intake.Deliverer;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;
import vn.dancu.bus.enrichment.intake.FileUpload;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;

/** Nothing of a delivery is kept that finds no room on the disk, and its source may try again. */
class IntakeOnFullDiskIT {

    private static final PartnerId AUTHORITY = new PartnerId(EnrichmentRoom.AUTHORITY);

    @Test
    void keepsNothingAndSaysThatItMayBeTriedAgain(@TempDir Path folder) throws IOException {
        byte[] file = (EnrichmentRoom.HEADER + EnrichmentRoom.people(1, 3, 0)).getBytes(StandardCharsets.UTF_8);
        byte[] manifest =
                """
                {"source":"the-bhyt","form":"csv","encoding":"UTF-8","records":3,"bytes":%d,"sha256":"%s","document":"1","verifiedOn":"2026-11-02"}"""
                        .formatted(file.length, Sha256.hex(file))
                        .getBytes(StandardCharsets.UTF_8);
        try (EnrichmentRoom room =
                EnrichmentRoom.start(folder, Map.of("dancu.delivery.reserve", "1000000TB"))) {
            EnrichmentIntake intake = room.intake();
            FileUpload upload = intake.open(new Deliverer(AUTHORITY, Deliverer.Way.UPLOAD), manifest);

            assertThatExceptionOfType(BusException.class)
                    .isThrownBy(() -> intake.take(
                            new Deliverer(AUTHORITY, Deliverer.Way.BATCH), manifest, new ByteArrayInputStream(file)))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
            assertThatExceptionOfType(BusException.class)
                    .isThrownBy(() -> intake.append(AUTHORITY, upload.id(), 0, new ByteArrayInputStream(file)))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));

            assertThat(intake.find(AUTHORITY, upload.id()).received()).isZero();
            assertThat(room.jobs().list(null, 10)).isEmpty();
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).isEmpty();
            }
        }
    }
}
