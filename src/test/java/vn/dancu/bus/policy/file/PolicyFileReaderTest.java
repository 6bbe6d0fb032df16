package vn.dancu.bus.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.policy.content.PolicyContent;

class PolicyFileReaderTest {

    private static final String GOOD =
            """
            partners:
              - id: h41-lgsp
                name: Trục LGSP tỉnh Nghệ An
                agencyCode: H41
                dialect: official
                state: active
                secret: pre-${H41_SECRET}
                officers: [canbo01, canbo02]
                grants:
                  - services: [TraCuuThongTinCongDan, CungCapThongTinNhomMau]
                    purpose: giai-quyet-tthc
                    procedures: ["1.001193", "-"]
                    fields: [HoVaTen, NhomMau, GioiTinh]
                quotas:
                  - {services: ["*"], perMinute: 60, perDay: 1_000}
                  - {services: [CungCapThongTinNhomMau], perMinute: 1, perDay: 2}
            """;

    private final PolicyFileReader reader = new PolicyFileReader(
            TestReaders.grants(), Set.of("official", "live")::contains, Map.of("H41_SECRET", "se$cret: #1")::get);

    @Test
    void readsPartnersWithSecretsFromTheEnvironment() {
        PolicyFile file = reader.read("partners.yaml", GOOD);

        assertThat(file.partners()).singleElement().satisfies(it -> {
            assertThat(it.secret()).isEqualTo("pre-se$cret: #1");
            assertThat(it.toString()).doesNotContain("cret: #1");
        });
    }

    @Test
    void keepsForEachServiceTheFieldsThatItHas() {
        PolicyContent.Entitlement hub = reader.read("partners.yaml", GOOD)
                .policy()
                .entitlements()
                .values()
                .iterator()
                .next();

        assertThat(hub.permissions()
                        .get(new ServiceCode("CungCapThongTinNhomMau"))
                        .get(0)
                        .fields())
                .containsExactlyInAnyOrder(CitizenFields.HO_VA_TEN.path(), CitizenFields.NHOM_MAU.path());
        assertThat(hub.quotas())
                .containsEntry(new ServiceCode("TraCuuThongTinCongDan"), new PolicyContent.Quota(60, 1000))
                .containsEntry(new ServiceCode("CungCapThongTinNhomMau"), new PolicyContent.Quota(1, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h41-lgsp                | H41 LGSP              | 2  | partners[0].id A partner id is 2 to 40",
                "agencyCode: H41         | agencyCode: nghe-an   | 4  | partners[0].agencyCode must be an agency code",
                "dialect: official       | dialect: odd          | 5  | partners[0].dialect must be a dialect",
                "state: active           | state: on             | 6  | partners[0].state must be active, suspended",
                "H41_SECRET              | NOT_THERE             | 7  | partners[0].secret takes its value from NOT_THERE",
                "canbo02                 | canbo01               | 8  | partners[0].officers[1] stands twice",
                "canbo02                 | can bo                | 8  | partners[0].officers[1] must be 1 to 64 letters",
                "CungCapThongTinNhomMau] | CungCapNhomMau]       | 10 | services[1] must be a service of the bus",
                "giai-quyet-tthc         | Giai Quyet            | 11 | grants[0].purpose A purpose is 2 to 64",
                "GioiTinh                | MauToc                | 13 | fields[2] must be a field of one of the services",
                "GioiTinh                | TheBHYT/SoThe         | 13 | fields[2] must be a field of one of the services",
                "GioiTinh                | 1x                    | 13 | fields[2] A field path is element names",
                "perMinute: 60           | perMinute: viel       | 15 | perMinute must be a whole number",
                "perMinute: 60           | perMinute: -1         | 15 | perMinute must not be negative",
                "name: Trục              | nane: Trục            | 3  | partners[0].nane is no key here",
                "state: active           | id: h42               | 6  | partners[0].id stands twice",
                "officers: [canbo01, canbo02] | officers: canbo01 | 8  | partners[0].officers must be a list",
                "perDay: 1_000           | perHour: 1            | 15 | is no key here; there are perDay, perMinute",
                "services: [\"*\"]       | services: [XacMinhThongTinChuHo] | 15 | has a quota and is not granted",
                "partners:               | partner:              | 1  | partner is no key here; there are partners",
            })
    void refusesWithFileLineAndRule(String good, String bad, int line, String rule) {
        String text = GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
        assertThat(text).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> reader.read("partners.yaml", text))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageStartingWith("partners.yaml:" + line + ": ")
                .hasMessageContaining(rule)
                .hasMessageNotContaining("cret: #1");
    }

    @Test
    void refusesAPartnerThatStandsTwice() {
        assertRefused(GOOD + GOOD.substring(GOOD.indexOf('\n') + 1), "is the id of another partner");
    }

    @Test
    void refusesTwoGrantsForTheSamePurposeAndProcedure() {
        String grant = GOOD.substring(GOOD.indexOf("      - services: [Tra"), GOOD.indexOf("    quotas:"));

        assertRefused(GOOD.replace(grant, grant + grant), "that another grant has already");
    }

    @Test
    void refusesAGrantedServiceWithoutAQuota() {
        String quota = "      - {services: [\"*\"], perMinute: 60, perDay: 1_000}\n";

        assertRefused(GOOD.replace(quota, ""), "must have a quota for TraCuuThongTinCongDan");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertRefused("partners:\n  - id: [\n", "must be well-formed YAML");
        assertRefused("", "must not be empty");
    }

    private void assertRefused(String text, String rule) {
        assertThatThrownBy(() -> reader.read("partners.yaml", text))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining(rule);
    }
}
