package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.field.PropertyNames;

/** The JSON of a question: flat, the date as ISO, the fields asked for as an array. */
final class QuestionJsonWriter {

    private QuestionJsonWriter() {}

    static void write(JsonGenerator json, Node question) throws IOException {
        json.writeStartObject();
        json.writeStringField("dichVu", question.name());
        for (Node child : question.children()) {
            switch (child.name()) {
                case "MaDichVu" -> {} // says no more than dichVu does
                case "NgayThangNamSinh" -> json.writeStringField("ngayThangNamSinh", date(child));
                case "DanhSachTruong" -> writeAsked(json, child);
                default -> writeNode(json, child);
            }
        }
        json.writeEndObject();
    }

    private static void writeNode(JsonGenerator json, Node node) throws IOException {
        json.writeFieldName(PropertyNames.property(node.name()));
        if (node.children().isEmpty()) {
            json.writeString(node.text());
            return;
        }
        json.writeStartObject();
        for (Node child : node.children()) {
            writeNode(json, child);
        }
        json.writeEndObject();
    }

    private static void writeAsked(JsonGenerator json, Node list) throws IOException {
        json.writeArrayFieldStart("truong");
        for (Node field : list.children()) {
            json.writeString(field.text());
        }
        json.writeEndArray();
    }

    private static String date(Node date) {
        String day = date.value("NgayThangNam");
        return day == null
                ? String.valueOf(date.value("Nam"))
                : day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
    }
}
