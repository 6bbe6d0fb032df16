package vn.dancu.bus.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dancu.bus.fixtures.EveryGroup;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;

/** A synthetic citizen with every field, and a question about them. */
final class Samples {

    static final Instant DATA_TIME = Instant.parse("2026-11-24T01:02:03.456Z");

    static final String QUESTION =
            """
            <TraCuuThongTinCongDan xmlns="http://dancuquocgia.bca">
              <MaYeuCau>H41-20261124-000001</MaYeuCau>
              <MaDVC>1.001193</MaDVC>
              <MaTichHop>037</MaTichHop>
              <MaCanBo>canbo01</MaCanBo>
              <SoDinhDanh>999080000001</SoDinhDanh>
              <HoVaTen>NGUYENVANAN</HoVaTen>
              <NgayThangNamSinh><NgayThangNam>19800102</NgayThangNam></NgayThangNamSinh>
              <MucDich>giai-quyet-tthc</MucDich>
            </TraCuuThongTinCongDan>
            """;

    static final Citizen CITIZEN = citizen("An");

    private Samples() {}

    static Citizen citizen(String givenName) {
        Address place = new Address("01", null, "00004", "Số 1, ngõ 2", "VN");
        RelatedPerson relative = new RelatedPerson(
                "999050000002", null, "VN", new PersonName("Nguyễn", "Văn", "Bình"), "CH01", null, null);
        return new Citizen(
                "999080000001",
                "999000001",
                new PersonName("Nguyễn", "Văn", givenName),
                "1",
                "01",
                "Việt",
                "00",
                null,
                "2",
                "00",
                BirthDate.of(LocalDate.of(1980, 1, 2)),
                new Address("01", "007", null, null, "VN"),
                place,
                place,
                place,
                "VN",
                relative,
                relative,
                relative,
                relative,
                relative,
                "999100001",
                CitizenStatus.ALIVE,
                EveryGroup.FULL,
                List.of());
    }

    static Answer.OfCitizen answer(Citizen citizen) {
        return new Answer.OfCitizen("H41-20261124-000001", ResultStatus.FOUND, DATA_TIME, citizen);
    }

    static CitizenQuery query(MessageContext context) {
        return context.populationXml(Version.QCVN_109_V1).readQuery(in(QUESTION));
    }

    static Purpose purpose() {
        return new Purpose("giai-quyet-tthc");
    }

    static InputStream in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
