package vn.dancu.bus.policy.version;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.partner.Enrolments;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.PublishedPolicy;
import vn.dancu.bus.policy.file.PolicyFile;
import vn.dancu.bus.policy.file.PolicyFileReader;

/**
 * Loads the policy file when it has changed since the last load: partners and policy together, or neither. Partners
 * named in the file get the rights of the file; the rights of other partners stay.
 */
final class PolicyFileLoader {

    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyFileLoader.class);

    private final PolicyFileReader reader;
    private final Enrolments enrolments;
    private final JdbcPolicies store;
    private final SecretBox box;
    private final Acts acts;

    PolicyFileLoader(PolicyFileReader reader, Enrolments enrolments, JdbcPolicies store, SecretBox box, Acts acts) {
        this.reader = reader;
        this.enrolments = enrolments;
        this.store = store;
        this.box = box;
        this.acts = acts;
    }

    /**
     * The mark of what was loaded is keyed, since the content holds secrets; a new master key therefore loads the file
     * again, which seals the secrets anew.
     *
     * @param name what the file is called in errors
     * @param content the file as read
     */
    void publish(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        PolicyFile file = reader.read(name, text);
        boolean loaded = store.onceForFile(mark(text, file), () -> {
            enrolments.enrol(file.partners());
            publish(name, file);
        });
        if (loaded) {
            LOGGER.atInfo()
                    .addKeyValue(LogKeys.COUNT, file.partners().size())
                    .log("Partners and policy loaded from file");
        }
    }

    private void publish(String name, PolicyFile file) {
        PublishedPolicy before = store.newest();
        PolicyContent next = file.over(before.content());
        if (before.number() > 0 && before.hash().equals(next.hash())) {
            return;
        }
        PublishedPolicy version =
                store.publish(before, next, new JdbcPolicies.Origin(name, List.of(), Actor.BUS.name(), null, null));
        acts.record(new Act(
                Actor.BUS,
                "policy.published",
                null,
                "policy/" + version.number(),
                Map.of("source", name, "hash", version.hash(), "base", Long.toString(before.number()))));
    }

    /** The secrets are part of the mark: a secret from the environment may change while the file does not. */
    private byte[] mark(String text, PolicyFile file) {
        return box.hash(
                text + file.partners().stream().map(Enrolment::secret).collect(Collectors.joining("\n", "\n", "")));
    }
}
