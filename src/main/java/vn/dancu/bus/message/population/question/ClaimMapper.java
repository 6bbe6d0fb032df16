package vn.dancu.bus.message.population.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PopulationOperation;

/** The values that a verifying question claims. */
final class ClaimMapper {

    private ClaimMapper() {}

    static Citizen read(PopulationOperation operation, Node node) {
        return switch (operation.kind()) {
            case CITIZEN, HOUSEHOLD -> CitizenQuery.NO_CLAIMS;
            case EXISTENCE -> second(node);
            case CLAIMS -> claimed(node);
        };
    }

    private static Citizen second(Node node) {
        String soCmnd = node.value("SoDinhDanh") == null ? null : node.value("SoCMND");
        return soCmnd == null ? CitizenQuery.NO_CLAIMS : CitizenQuery.secondNumber(soCmnd);
    }

    private static Citizen claimed(Node node) {
        String status = node.value("TrangThaiCongDan");
        Citizen claims = new Citizen(
                null,
                null,
                null,
                node.value("GioiTinh"),
                twoDigits(node.value("DanToc")),
                null,
                twoDigits(node.value("TonGiao")),
                null,
                node.value("TinhTrangHonNhan"),
                null,
                null,
                QuestionPersonMapper.address(node, "NoiDangKyKhaiSinh"),
                QuestionPersonMapper.address(node, "QueQuan"),
                QuestionPersonMapper.address(node, "ThuongTru"),
                QuestionPersonMapper.address(node, "NoiOHienTai"),
                node.value("QuocTich"),
                null,
                null,
                null,
                QuestionPersonMapper.related(node, "NguoiGiamHo"),
                QuestionPersonMapper.related(node, "ChuHo"),
                null,
                status == null ? null : CitizenStatus.byCode(status),
                List.of());
        if (claims.equals(CitizenQuery.NO_CLAIMS)) {
            throw FieldRefusals.missing("GioiTinh", "at least one value to verify is required");
        }
        return claims;
    }

    static void write(CitizenQuery query, Elements node) {
        if (query.operation().kind() != PopulationOperation.Kind.CLAIMS) {
            return;
        }
        Citizen claims = query.claims();
        node.add("GioiTinh", claims.gender());
        node.add("DanToc", claims.ethnicity());
        node.add("TonGiao", claims.religion());
        node.add("QuocTich", claims.nationality());
        node.add(QuestionPersonMapper.address("QueQuan", claims.hometown()));
        node.add(QuestionPersonMapper.address("NoiDangKyKhaiSinh", claims.birthRegistration()));
        node.add(QuestionPersonMapper.address("ThuongTru", claims.permanentAddress()));
        node.add(QuestionPersonMapper.related("NguoiGiamHo", claims.representative()));
        node.add(QuestionPersonMapper.related("ChuHo", claims.householdHead()));
        node.add(QuestionPersonMapper.address("NoiOHienTai", claims.currentAddress()));
        node.add("TinhTrangHonNhan", claims.maritalStatus());
        node.add(
                "TrangThaiCongDan",
                claims.status() == null ? null : claims.status().code());
    }

    // Codes travel padded and unpadded; the register holds two digits.
    private static @Nullable String twoDigits(@Nullable String code) {
        return code != null && code.length() == 1 ? "0" + code : code;
    }
}
