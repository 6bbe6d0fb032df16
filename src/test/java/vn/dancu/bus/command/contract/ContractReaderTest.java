package vn.dancu.bus.command.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says about the operations of the contract. */
class ContractReaderTest {

    /** One name may mean different things: a heading is that of the answer which is shown. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "policy explain, place, which of the grants",
        "policy explain, decision, decision",
        "policy diff, place, where",
        "hold list, decision, number of the decision or request",
        "delivery list, reason, why it is held",
        "document list, partner, the partner",
        "partner list, id, id"
    })
    void headsEachColumnByItsMeaningInThatAnswer(String command, String property, String heading) {
        ApiOperation operation = ContractReader.load().operations().stream()
                .filter(each -> String.join(" ", each.command()).equals(command))
                .findFirst()
                .orElseThrow();

        assertThat(operation.headings().get(property).in(Locale.ENGLISH)).startsWith(heading);
    }
}
