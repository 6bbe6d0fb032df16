package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Partner;

class DigestSchemesTest {

    private static final PartnerId HUB = new PartnerId("h41-lgsp");

    private final DigestSchemes recipes = new DigestSchemes(Dialects.builtIn());

    @ParameterizedTest
    @ValueSource(strings = {"official", "live", "ngsp", "hub-haugiang", "gone"})
    void signsInAsThePopulationServiceUnlessTheDialectSaysOtherwise(String dialect) {
        DigestSchemes.SignInRecipe recipe = recipes.of(partner(dialect));

        assertThat(recipe.text("/soap", HUB, "1")).isEqualTo(new DigestInput("/soaph41-lgsp1", ""));
        assertThat(recipe.instant("1795482123")).isEqualTo(Instant.ofEpochSecond(1795482123));
        assertThat(recipe.instant("1795482123456")).isEqualTo(Instant.ofEpochMilli(1795482123456L));
    }

    @Test
    void acceptsOnlyTheUnitOfTheDialect() {
        DigestSchemes.SignInRecipe recipe = recipes.of(partner("court"));

        assertThat(recipe.instant("1795482123456")).isEqualTo(Instant.ofEpochMilli(1795482123456L));
        assertThatThrownBy(() -> recipe.instant("1795482123")).isInstanceOfSatisfying(BusException.class, it -> {
            assertThat(it.refusal().code()).hasToString("timestamp_malformed");
            assertThat(it.refusal().rule()).isEqualTo("13 digits of milliseconds");
        });
    }

    @Test
    void digestsInTheOrderOfThePack(@TempDir Path folder) throws IOException {
        String pack = Files.readString(Path.of("src/main/resources/dialects/live/dialect.yaml"))
                .replace("name: live", "name: turned")
                .replace("[servicePath, username, timestamp, secretKey]", "[timestamp, secretKey, username]");
        Files.writeString(Files.createDirectory(folder.resolve("turned")).resolve("dialect.yaml"), pack);

        DigestSchemes.SignInRecipe recipe = new DigestSchemes(Dialects.withFolder(folder)).of(partner("turned"));

        assertThat(recipe.text("/soap", HUB, "1")).isEqualTo(new DigestInput("1", "h41-lgsp"));
        assertThat(recipe.rule()).isEqualTo("digest = sha256hex(timestamp + secretKey + username)");
    }

    private static Partner partner(String dialect) {
        return new Partner(HUB, "Trục LGSP tỉnh Nghệ An", "H41", dialect, Partner.State.ACTIVE);
    }
}
