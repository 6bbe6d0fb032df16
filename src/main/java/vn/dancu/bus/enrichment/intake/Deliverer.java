package vn.dancu.bus.enrichment.intake;

import java.util.Locale;
import vn.dancu.bus.kernel.PartnerId;

/** Who brings a file: a partner that its way in has proved. */
public record Deliverer(PartnerId partner, Way way) {

    /** By which a file comes. */
    public enum Way {
        /** In one call over HTTP. */
        BATCH,
        /** In parts over HTTP. */
        UPLOAD,
        /** In a folder. */
        FOLDER,
        /** In a topic of Kafka. */
        TOPIC,
        /** In the queue of a hub. */
        QUEUE
    }

    /** As the job has it, such as {@code bhxh-viet-nam/upload}. */
    String account() {
        return partner.value() + "/" + way.name().toLowerCase(Locale.ROOT);
    }
}
