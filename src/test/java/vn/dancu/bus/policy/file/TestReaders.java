package vn.dancu.bus.policy.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.policy.Purposes;

/** What reads rights in tests, with the services of the bus and the purposes that come with it. */
final class TestReaders {

    static GrantReader grants() {
        return new GrantReader(
                service -> PopulationOperation.byElement(service.value())
                        .map(operation -> field -> CitizenFields.answers(operation, field)),
                purposes(),
                new ConsentDutyCheck(agency -> Optional.empty()));
    }

    static Purposes purposes() {
        try {
            return PurposesReader.read(
                    "purposes.yaml",
                    new ClassPathResource("policy/purposes.yaml").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestReaders() {}
}
