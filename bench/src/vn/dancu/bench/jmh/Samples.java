package vn.dancu.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.population.group.CitizenGroups;

/** One synthetic citizen with every field, asked for and answered. */
final class Samples {

    static final String NUMBER = "999080000001";

    static byte[] request() {
        return """
                <d:TraCuuThongTinCongDan xmlns:d="http://dancuquocgia.bca"><d:MaYeuCau>BENCH-0000000001</d:MaYeuCau>\
                <d:MaDVC>1.001193</d:MaDVC><d:MaTichHop>037</d:MaTichHop><d:MaCanBo>canbo01</d:MaCanBo>\
                <d:SoDinhDanh>%s</d:SoDinhDanh><d:HoVaTen>NGUYENVANAN</d:HoVaTen><d:NgayThangNamSinh>\
                <d:NgayThangNam>19800203</d:NgayThangNam></d:NgayThangNamSinh></d:TraCuuThongTinCongDan>"""
                .formatted(NUMBER)
                .getBytes(StandardCharsets.UTF_8);
    }

    static Answer answer() {
        return new Answer.OfCitizen(
                "BENCH-0000000001", ResultStatus.FOUND, Instant.parse("2026-11-24T01:02:03.456Z"), citizen());
    }

    static Citizen citizen() {
        Address address = new Address("01", null, "00004", "Số 12, đường mẫu", "VN");
        return new Citizen(
                NUMBER,
                "999000001",
                new PersonName("Nguyễn", "Văn", "An"),
                "1",
                "01",
                null,
                "00",
                null,
                "2",
                "04",
                BirthDate.of(LocalDate.of(1980, 2, 3)),
                address,
                address,
                address,
                address,
                "VN",
                related(null, "999055000002", "Bình"),
                related(null, "999057000003", "Chi"),
                related(null, "999081000004", "Dung"),
                null,
                related("CH01", NUMBER, "An"),
                "999000123",
                CitizenStatus.ALIVE,
                CitizenGroups.NONE,
                List.of());
    }

    private static RelatedPerson related(@Nullable String relation, String number, String given) {
        return new RelatedPerson(number, null, "VN", new PersonName("Nguyễn", "Văn", given), relation, null, null);
    }

    private Samples() {}
}
