package vn.dancu.bus.message.population.xml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.CitizenShape.Codes;
import vn.dancu.bus.message.population.CitizenStatus;

/** The element CongDan of one shape. */
final class CitizenMapper {

    private static final Set<String> KNOWN = CitizenFields.OF_CITIZEN.stream()
            .map(FieldPath::value)
            .collect(Collectors.collectingAndThen(Collectors.toSet(), fields -> {
                fields.add("TenGoiKhac");
                return Set.copyOf(fields);
            }));

    private final CitizenShape shape;
    private final PersonMapper persons;

    CitizenMapper(CitizenShape shape) {
        this.shape = shape;
        this.persons = new PersonMapper(shape);
    }

    Node element(Citizen citizen) {
        Elements element = Elements.of("CongDan")
                .add("SoDinhDanh", citizen.soDinhDanh())
                .add("SoCMND", citizen.soCmnd())
                .add(persons.name(citizen.name()))
                .add("GioiTinh", citizen.gender());
        codes(element, citizen);
        return element.add("TinhTrangHonNhan", citizen.maritalStatus())
                .add("NhomMau", citizen.bloodGroup())
                .add(persons.date(citizen.birthDate()))
                .add(persons.place("NoiDangKyKhaiSinh", citizen.birthRegistration()))
                .add(persons.place("QueQuan", citizen.hometown()))
                .add(persons.place("ThuongTru", citizen.permanentAddress()))
                .add(persons.place("NoiOHienTai", citizen.currentAddress()))
                .add("QuocTich", citizen.nationality())
                .add(persons.related("Cha", citizen.father()))
                .add(persons.related("Me", citizen.mother()))
                .add(persons.related("VoChong", citizen.spouse()))
                .add(persons.related("NguoiDaiDien", citizen.representative()))
                .add(persons.related("ChuHo", citizen.householdHead()))
                .add("SoSoHoKhau", citizen.householdBook())
                .add(
                        "TrangThaiCongDan",
                        citizen.status() == null ? null : citizen.status().code())
                .addAll(citizen.extensions())
                .done();
    }

    private void codes(Elements element, Citizen citizen) {
        if (shape.codes() == Codes.PLAIN) {
            element.add("DanToc", citizen.ethnicity())
                    .add("TenGoiKhac", citizen.ethnicityOtherName())
                    .add("TonGiao", citizen.religion());
            return;
        }
        element.add(Elements.of("DanToc")
                        .add("MaDanToc", citizen.ethnicity())
                        .add("TenGoiKhac", citizen.ethnicityOtherName())
                        .doneUnlessEmpty())
                .add(Elements.of("TonGiao")
                        .add("MaTonGiao", citizen.religion())
                        .add("TenGoiKhac", citizen.religionOtherName())
                        .doneUnlessEmpty());
    }

    static Citizen citizen(Node element) {
        String status = element.value("TrangThaiCongDan");
        return new Citizen(
                element.value("SoDinhDanh"),
                element.value("SoCMND"),
                PersonMapper.name(element.child("HoVaTen")),
                element.value("GioiTinh"),
                code(element, "DanToc", "MaDanToc"),
                otherName(element, "DanToc"),
                code(element, "TonGiao", "MaTonGiao"),
                otherName(element, "TonGiao"),
                element.value("TinhTrangHonNhan"),
                element.value("NhomMau"),
                PersonMapper.date(element.child("NgayThangNamSinh")),
                PersonMapper.address(element.child("NoiDangKyKhaiSinh")),
                PersonMapper.address(element.child("QueQuan")),
                PersonMapper.address(element.child("ThuongTru")),
                PersonMapper.address(element.child("NoiOHienTai")),
                element.value("QuocTich"),
                PersonMapper.related(element.child("Cha")),
                PersonMapper.related(element.child("Me")),
                PersonMapper.related(element.child("VoChong")),
                PersonMapper.related(element.child("NguoiDaiDien")),
                PersonMapper.related(element.child("ChuHo")),
                element.value("SoSoHoKhau"),
                status == null ? null : CitizenStatus.byCode(status),
                extensions(element));
    }

    private static @Nullable String code(Node citizen, String name, String inner) {
        Node element = citizen.child(name);
        return element == null || element.children().isEmpty() ? citizen.value(name) : element.value(inner);
    }

    private static @Nullable String otherName(Node citizen, String name) {
        Node element = citizen.child(name);
        if (element != null && !element.children().isEmpty()) {
            return element.value("TenGoiKhac");
        }
        return name.equals("DanToc") ? citizen.value("TenGoiKhac") : null;
    }

    private static List<Node> extensions(Node element) {
        return element.children().stream()
                .filter(child -> !child.isOwn() || !KNOWN.contains(child.name()))
                .toList();
    }
}
