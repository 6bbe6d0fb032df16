package vn.dancu.bus.partner.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.directory.PartnerRecord.Key;
import vn.dancu.bus.partner.directory.PartnerRecord.Pause;
import vn.dancu.bus.partner.directory.PartnerRecord.Written;

/** Puts partners, their credentials and suspensions together. */
final class PartnerSnapshotBuilder {

    private static final Logger LOGGER = LoggerFactory.getLogger(PartnerSnapshotBuilder.class);

    private final SecretBox box;
    private final List<Pause> pauses;
    private final Map<PartnerId, List<Key>> keys = new HashMap<>();
    private final Set<PartnerId> unreadable = new HashSet<>();

    PartnerSnapshotBuilder(SecretBox box, List<JdbcPartners.CredentialRow> credentials, List<Pause> pauses) {
        this.box = box;
        this.pauses = pauses;
        credentials.forEach(this::open);
    }

    /** A partner with a secret that cannot be decrypted is left out: the master key is not the one of this database. */
    Map<PartnerId, PartnerRecord> of(List<Written> partners) {
        Map<PartnerId, PartnerRecord> byId = new HashMap<>();
        for (Written one : partners) {
            if (!unreadable.contains(one.id())) {
                byId.put(one.id(), new PartnerRecord(one, pausesOf(one.id()), keys.getOrDefault(one.id(), List.of())));
            }
        }
        return byId;
    }

    private List<Pause> pausesOf(PartnerId id) {
        return pauses.stream()
                .filter(pause -> pause.partner() == null || pause.partner().equals(id))
                .toList();
    }

    private void open(JdbcPartners.CredentialRow row) {
        try {
            byte[] sealed = row.sealed();
            String text = sealed == null
                    ? String.valueOf(row.thumbprint())
                    : new String(box.open(sealed), StandardCharsets.UTF_8);
            keys.computeIfAbsent(row.partner(), it -> new ArrayList<>())
                    .add(new Key(row.id(), row.kind(), text, row.validFrom(), row.validUntil()));
        } catch (IllegalArgumentException e) {
            unreadable.add(row.partner());
            LOGGER.atError()
                    .addKeyValue(LogKeys.PARTNER, row.partner())
                    .setCause(e)
                    .log("A secret cannot be decrypted with this master key; its partner cannot sign in");
        }
    }
}
