package vn.dancu.bus.delivery.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.springframework.boot.actuate.health.Health;
import vn.dancu.bus.delivery.DeliverySettings;

/** The disk on which large bodies lie, as a metric and in the details of health. */
final class StorageGauge {

    private final Path folder;
    private final long reserve;

    StorageGauge(DeliverySettings settings, MeterRegistry registry) {
        this.folder = settings.folder().toAbsolutePath();
        this.reserve = settings.reserve().toBytes();
        Gauge.builder("dancu.delivery.storage.free", this, StorageGauge::free)
                .baseUnit("bytes")
                .description("Space of the disk of large bodies beyond its reserve; below 0 they are refused")
                .register(registry);
    }

    /** A full disk refuses large bodies alone: that is no reason to send questions elsewhere. */
    Health.Builder tell(Health.Builder health) {
        return health.withDetail("storage", free() > 0 ? "writable" : "full");
    }

    /** The folder is made with its first body. */
    private double free() {
        Path there = folder;
        while (there.getParent() != null && !there.toFile().exists()) {
            there = there.getParent();
        }
        return (double) there.toFile().getUsableSpace() - reserve;
    }
}
