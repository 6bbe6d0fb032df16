package vn.dancu.bus.message.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.CitizenQuery;
import vn.dancu.bus.message.CitizenStatus;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Operation;
import vn.dancu.bus.message.grammar.Findings;

/** The values that a verifying question claims. */
final class Claims {

    private Claims() {}

    static Citizen read(Operation operation, Node node) {
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
                People.address(node, "NoiDangKyKhaiSinh"),
                People.address(node, "QueQuan"),
                People.address(node, "ThuongTru"),
                People.address(node, "NoiOHienTai"),
                node.value("QuocTich"),
                null,
                null,
                null,
                People.related(node, "NguoiGiamHo"),
                People.related(node, "ChuHo"),
                null,
                status == null ? null : CitizenStatus.byCode(status),
                List.of());
        if (claims.equals(CitizenQuery.NO_CLAIMS)) {
            throw Findings.missing("GioiTinh", "at least one value to verify is required");
        }
        return claims;
    }

    static void write(CitizenQuery query, Elements node) {
        if (query.operation().kind() != Operation.Kind.CLAIMS) {
            return;
        }
        Citizen claims = query.claims();
        node.add("GioiTinh", claims.gender());
        node.add("DanToc", claims.ethnicity());
        node.add("TonGiao", claims.religion());
        node.add("QuocTich", claims.nationality());
        node.add(People.address("QueQuan", claims.hometown()));
        node.add(People.address("NoiDangKyKhaiSinh", claims.birthRegistration()));
        node.add(People.address("ThuongTru", claims.permanentAddress()));
        node.add(People.related("NguoiGiamHo", claims.representative()));
        node.add(People.related("ChuHo", claims.householdHead()));
        node.add(People.address("NoiOHienTai", claims.currentAddress()));
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
