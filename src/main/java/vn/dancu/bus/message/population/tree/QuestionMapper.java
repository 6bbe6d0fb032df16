package vn.dancu.bus.message.population.tree;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;

/** Reads a checked question and makes its neutral form again. Thread-safe. */
public final class QuestionMapper {

    private static final String LOOK_UP_INTEGRATION = "037";

    private final Grammar grammar;

    public QuestionMapper(Grammar grammar) {
        this.grammar = grammar;
        for (PopulationOperation operation : PopulationOperation.values()) {
            if (!grammar.roots().contains(operation.element())) {
                throw new IllegalStateException("The schema has no element " + operation.element());
            }
        }
    }

    public Grammar grammar() {
        return grammar;
    }

    /** The question with its elements in the contract's order, for a wire that has none. */
    public Node inOrder(Node question) {
        return grammar.inOrder(question);
    }

    private static BusException operationUnknown() {
        return FieldRefusals.refusal(
                ErrorCode.OPERATION_UNKNOWN, "/", "one of the eleven operations of the population service");
    }

    /** The question of a tree that the grammar found right, once the rules beyond it hold. */
    public CitizenQuery read(Node node) {
        PopulationOperation operation =
                PopulationOperation.byElement(node.name()).orElseThrow(QuestionMapper::operationUnknown);
        checkIntegration(operation, node.value("MaTichHop"));
        return new CitizenQuery(
                operation,
                required(node, "MaYeuCau"),
                node.value("MaDVC"),
                required(node, "MaCanBo"),
                node.value("MaDonVi"),
                Optional.ofNullable(node.value("MucDich")).map(Purpose::new).orElse(null),
                QuestionPersonMapper.number(node, "", operation == PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN),
                required(node, "HoVaTen"),
                birthDate(node),
                ClaimMapper.read(operation, node),
                asked(operation, node));
    }

    /** The neutral form of a question, checked before it can leave. */
    public Node write(CitizenQuery query) {
        Elements node = Elements.of(query.operation().element());
        node.add("MaYeuCau", query.requestId());
        node.add("MaDVC", query.procedure());
        switch (query.operation()) {
            case XAC_THUC_THONG_TIN_CONG_DAN -> node.add("MaDichVu", "033");
            case TRA_CUU_THONG_TIN_CONG_DAN -> node.add("MaTichHop", LOOK_UP_INTEGRATION);
            default -> {}
        }
        node.add("MaCanBo", query.officer());
        node.add("MaDonVi", query.unit());
        addPerson(node, query);
        node.add("MucDich", query.purpose() == null ? null : query.purpose().value());
        addAsked(node, query.asked());
        ClaimMapper.write(query, node);
        Node made = node.done();
        grammar.check(made);
        return made;
    }

    private static void addPerson(Elements node, CitizenQuery query) {
        PersonalId number = query.number();
        boolean isDinhDanh = number.kind() == PersonalId.Kind.SO_DINH_DANH;
        node.add("SoDinhDanh", isDinhDanh ? number.digits() : null);
        node.add("SoCMND", isDinhDanh ? query.claims().soCmnd() : number.digits());
        node.add("HoVaTen", query.name());
        BirthDate birth = query.birthDate();
        if (birth != null) {
            node.add(QuestionPersonMapper.birthDate("NgayThangNamSinh", birth));
        }
    }

    private static void addAsked(Elements node, Set<FieldPath> asked) {
        if (!asked.isEmpty()) {
            node.add(Node.of(
                    "DanhSachTruong",
                    asked.stream()
                            .sorted()
                            .map(field -> Node.text("Truong", field.value()))
                            .toList()));
        }
    }

    private static void checkIntegration(PopulationOperation operation, @Nullable String code) {
        if (operation == PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN
                && code != null
                && !code.equals(LOOK_UP_INTEGRATION)) {
            throw FieldRefusals.invalid("MaTichHop", LOOK_UP_INTEGRATION + " for this service");
        }
    }

    private static @Nullable BirthDate birthDate(Node node) {
        Node date = node.child("NgayThangNamSinh");
        return date == null ? null : QuestionPersonMapper.birthDate(date, "NgayThangNamSinh");
    }

    private static Set<FieldPath> asked(PopulationOperation operation, Node node) {
        Node list = node.child("DanhSachTruong");
        if (list == null) {
            return Set.of();
        }
        Set<FieldPath> asked = new LinkedHashSet<>();
        for (Node field : list.children()) {
            FieldPath path = FieldPath.of(field.text());
            if (!CitizenFields.answers(operation, path)) {
                throw FieldRefusals.invalid("DanhSachTruong/Truong", "one of " + CitizenFields.of(operation));
            }
            asked.add(path);
        }
        return asked;
    }

    private static String required(Node node, String name) {
        return Objects.requireNonNull(node.value(name), name);
    }
}
