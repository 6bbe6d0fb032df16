package vn.dancu.bus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.dancu.bus.catalogue.crosswalk.Code;
import vn.dancu.bus.catalogue.crosswalk.Scheme;
import vn.dancu.bus.catalogue.crosswalk.Schemes;
import vn.dancu.bus.catalogue.crosswalk.Translation;
import vn.dancu.bus.catalogue.crosswalk.Translation.Exact;
import vn.dancu.bus.catalogue.crosswalk.Translation.OneOf;
import vn.dancu.bus.catalogue.crosswalk.Translations;

class CatalogueWiringTest {

    private static final String KEY = "dancu.catalogue.ward-mergers";

    private final ApplicationContextRunner bus =
            new ApplicationContextRunner().withUserConfiguration(CatalogueWiring.class);

    @TempDir
    private Path folder;

    @Test
    void needsNoMergerList() {
        bus.run(context ->
                assertThat(trucBach(context.getBean(Translations.class))).isInstanceOf(OneOf.class));
    }

    @Test
    void takesTheOperatorsMergerList() throws IOException {
        Path file = Files.writeString(folder.resolve("mergers.csv"), "old_code,new_code\n00004,00004\n");

        bus.withPropertyValues(KEY + "=" + file)
                .run(context -> assertThat(trucBach(context.getBean(Translations.class)))
                        .isInstanceOf(Exact.class));
    }

    @Test
    void startsNotWithAWrongOne() throws IOException {
        Path file = Files.writeString(folder.resolve("mergers.csv"), "old_code,new_code\n00004\n");

        bus.withPropertyValues(KEY + "=" + file).run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("mergers.csv:2: has 1 columns, its header 2"));
    }

    private static Translation<Scheme.WardsSince2025> trucBach(Translations translations) {
        return translations.translate(
                Code.of(Schemes.WARDS_TO_2025, "00004"), Schemes.WARDS_SINCE_2025, LocalDate.of(2025, 6, 30));
    }
}
