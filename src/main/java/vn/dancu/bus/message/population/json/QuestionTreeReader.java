package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.field.PropertyNames;
import vn.dancu.bus.message.wire.DocumentInput;
import vn.dancu.bus.message.wire.XmlText;

/** One JSON question on its way to the neutral form. A property that is null is absent. */
final class QuestionTreeReader {

    private static final Pattern ISO_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PLAIN_DAY = Pattern.compile("[0-9]{8}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final String BIRTH_DATE = "NgayThangNamSinh";

    private @Nullable PopulationOperation operation;
    private @Nullable String birthDateProperty;
    private boolean operationNamed;

    QuestionTreeReader(@Nullable PopulationOperation operation) {
        this.operation = operation;
    }

    /** The whole document; its elements are in the order in which they came. */
    Node read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw notAnObject(json);
        }
        List<Node> children = new ArrayList<>(16);
        Set<String> seen = new HashSet<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            Node child = property(json, name, seen);
            if (child != null) {
                children.add(child);
            }
        }
        if (json.nextToken() != null) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "well-formed JSON, one object");
        }
        if (operation == null) {
            throw FieldRefusals.missing("dichVu", "dichVu is required");
        }
        if (operation == PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN) {
            children.add(Node.text("MaDichVu", "033"));
        }
        return Node.of(operation.element(), children);
    }

    /** What is there instead is read to its end, since it may be no JSON at all. */
    private static BusException notAnObject(JsonParser json) throws IOException {
        boolean empty = json.currentToken() == null;
        json.skipChildren();
        return empty || json.nextToken() != null
                ? DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "well-formed JSON, one object")
                : DocumentInput.refusal(ErrorCode.MESSAGE_INVALID, "a JSON object");
    }

    /** The property that stands for a field of the contract in this document. */
    String property(String field) {
        if (birthDateProperty != null && field.startsWith(BIRTH_DATE)) {
            return birthDateProperty;
        }
        return field.startsWith("DanhSachTruong") ? "truong" : PropertyNames.properties(field);
    }

    private @Nullable Node property(JsonParser json, String name, Set<String> seen) throws IOException {
        return switch (name) {
            case "dichVu" -> service(json);
            case "truong" -> asked(json, seen);
            case "ngaySinh", "ngayThangNamSinh" -> birthDate(json, name, seen);
            case "maDichVu" ->
                throw FieldRefusals.unknown(
                        "", name, "left out: the procedure is maDVC, and the service is the address or dichVu");
            case "danhSachTruong" -> throw FieldRefusals.unknown("", name, "truong, an array of field names");
            default -> value(json, name, "", seen);
        };
    }

    private @Nullable Node service(JsonParser json) throws IOException {
        if (operationNamed) {
            throw FieldRefusals.duplicated("dichVu");
        }
        operationNamed = true;
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        String name = text(json, "dichVu");
        PopulationOperation named = PopulationOperation.byElement(name)
                .orElseThrow(() -> FieldRefusals.refusal(
                        ErrorCode.OPERATION_UNKNOWN,
                        "dichVu",
                        "one of the eleven operations of the population service"));
        if (operation != null && operation != named) {
            throw FieldRefusals.invalid("dichVu", operation.element() + " at this address");
        }
        operation = named;
        return null;
    }

    private static @Nullable Node asked(JsonParser json, Set<String> seen) throws IOException {
        checkFirst("DanhSachTruong", "DanhSachTruong", seen);
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw FieldRefusals.invalid("truong", "an array of field names");
        }
        List<Node> fields = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            fields.add(Node.text("Truong", PropertyNames.elements(text(json, "truong"))));
        }
        return fields.isEmpty() ? null : Node.of("DanhSachTruong", fields);
    }

    private @Nullable Node birthDate(JsonParser json, String name, Set<String> seen) throws IOException {
        checkFirst(name, name, seen);
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return value(json, "ngayThangNamSinh", "", seen);
        }
        checkFirst(BIRTH_DATE, name, seen);
        birthDateProperty = name;
        String date = XmlText.collapse(json.getText());
        if (ISO_DAY.matcher(date).matches()) {
            date = date.replace("-", "");
        }
        if (PLAIN_DAY.matcher(date).matches()) {
            return Node.of(BIRTH_DATE, List.of(Node.text("NgayThangNam", date)));
        }
        if (YEAR.matcher(date).matches()) {
            return Node.of(BIRTH_DATE, List.of(Node.text("Nam", date)));
        }
        throw FieldRefusals.invalid(name, "a date as yyyy-MM-dd or yyyyMMdd, or a year as yyyy");
    }

    private static @Nullable Node value(JsonParser json, String name, String path, Set<String> seen)
            throws IOException {
        if (!PropertyNames.isProperty(name)) {
            throw FieldRefusals.unknown(path, "", "a property of the question; names start with a small letter");
        }
        String element = PropertyNames.element(name);
        String here = FieldRefusals.join(path, element);
        checkFirst(element, here, seen);
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT -> Node.of(element, members(json, here));
            default -> Node.text(element, XmlText.collapse(text(json, here)));
        };
    }

    private static List<Node> members(JsonParser json, String path) throws IOException {
        List<Node> children = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            Node child = value(json, name, path, seen);
            if (child != null) {
                children.add(child);
            }
        }
        return children;
    }

    private static void checkFirst(String element, String path, Set<String> seen) {
        if (!seen.add(element)) {
            throw FieldRefusals.duplicated(path);
        }
    }

    private static String text(JsonParser json, String path) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw FieldRefusals.invalid(path, "a string");
        }
        String text = json.getText();
        if (!XmlText.isWellFormed(text)) {
            throw FieldRefusals.invalid(path, "text without half a surrogate pair");
        }
        return text;
    }
}
