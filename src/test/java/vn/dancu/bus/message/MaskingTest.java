package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.message.path.Visitor;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.ResultStatus;

class MaskingTest {

    @Test
    void showsNothingPersonalAsText() {
        MessageContext context = MessageContext.create();
        Citizen citizen = Samples.CITIZEN;
        Household household =
                new Household("999100001", citizen.father(), citizen.hometown(), List.of(citizen.father()));

        Stream<Object> things = Stream.of(
                citizen,
                household,
                citizen.name(),
                citizen.father(),
                citizen.hometown(),
                citizen.birthDate(),
                Samples.answer(citizen),
                new Answer.OfHousehold("1", ResultStatus.FOUND, Samples.DATA_TIME, household),
                Samples.query(context),
                Node.text("SoDinhDanh", "999080000001"));

        assertThat(things).allSatisfy(thing -> assertThat(thing.toString())
                .doesNotContain("999080000001", "999050000002", "999100001", "Nguyễn", "NGUYEN", "1980", "ngõ"));
    }

    @Test
    void masksWhatStandsOnTheRoot() {
        MessageContext context = MessageContext.create();
        Node root = Node.of("CongdanCollection", List.of())
                .with(List.of(new Node.Attribute("", "SoDinhDanh", "999080000001")));

        Message masked = context.message(Version.QCVN_109_V1, root).visit(Visitor.MASKING);

        assertThat(masked.get("@SoDinhDanh")).contains("***");
    }
}
