package vn.dancu.bus.gateway.soap;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.soap.ListMessages.ListCall;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.listing.ListService;
import vn.dancu.bus.message.population.field.PropertyNames;
import vn.dancu.bus.partner.Partner;

/** Answers requests for lists and the verbs of their jobs, as elements {@code <name>Response}. */
final class ListAnswers {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WstxOutputFactory writers = new WstxOutputFactory();
    private final ListRequests requests;

    ListAnswers(ListRequests requests) {
        this.requests = requests;
    }

    /** What stands in an answer. */
    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter to) throws XMLStreamException;
    }

    /** The envelope of the answer. */
    byte[] answer(Partner partner, ListCall call, @Nullable String issue) {
        ListService service = call.service().orElse(null);
        Content content =
                service == null ? verb(partner, call) : request(requests.ask(partner, call.order(service, issue)));
        return envelope(call.operation() + "Response", content);
    }

    private Content verb(Partner partner, ListCall call) {
        return switch (call.operation()) {
            case "GetRequests" -> all(partner, call);
            case "DeleteRequest" -> request(requests.delete(partner.id(), call.id()));
            case "GetRequestHistory" -> history(requests.history(partner.id(), call.id()));
            case "GetResultDetailAsRecords" -> records(partner, call);
            case "GetResultDetailAsFile" -> file(partner, call);
            default -> request(requests.find(partner.id(), call.id()));
        };
    }

    private Content all(Partner partner, ListCall call) {
        int most = Math.max(1, Math.min(ListRequests.MOST, call.numberOr("SoLuong", 100)));
        String after = call.value("MaTiep");
        UUID from = after == null ? null : new ListCall("GetRequests", Map.of("Id", after)).id();
        List<ListRequest> found = requests.list(partner.id(), from, most);
        return to -> {
            for (ListRequest one : found) {
                request(one).write(to);
            }
            if (found.size() == most) {
                text(to, "MaTiep", found.get(most - 1).id());
            }
        };
    }

    private static Content history(List<ListRequests.Event> events) {
        return to -> {
            for (ListRequests.Event event : events) {
                to.writeStartElement("SuKien");
                text(to, "ThoiDiem", event.at());
                text(to, "NoiDung", event.what());
                to.writeEndElement();
            }
        };
    }

    private Content records(Partner partner, ListCall call) {
        int number = call.numberOr("Trang", 1);
        String lines = requests.page(partner.id(), call.id(), number);
        return to -> {
            text(to, "Trang", number);
            for (String line : lines.lines().toList()) {
                tree(to, "CongDan", json(line));
            }
        };
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A page holds JSON lines", e);
        }
    }

    private static void tree(XMLStreamWriter to, String element, JsonNode node) throws XMLStreamException {
        to.writeStartElement(element);
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> child : node.properties()) {
                tree(to, PropertyNames.element(child.getKey()), child.getValue());
            }
        } else {
            to.writeCharacters(node.asText());
        }
        to.writeEndElement();
    }

    private Content file(Partner partner, ListCall call) {
        int number = call.numberOr("Phan", 1);
        byte[] part = requests.part(partner.id(), call.id(), number);
        ListRequest.File file =
                Objects.requireNonNull(requests.find(partner.id(), call.id()).file(), "A part was read of a file");
        return to -> {
            file(to, file);
            text(to, "Phan", number);
            text(to, "NoiDung", Base64.getEncoder().encodeToString(part));
        };
    }

    private static void file(XMLStreamWriter to, ListRequest.File file) throws XMLStreamException {
        to.writeStartElement("Tep");
        text(to, "Ten", file.name());
        text(to, "DoDai", file.length());
        text(to, "SoPhan", (file.length() + ListRequests.PART - 1) / ListRequests.PART);
        text(to, "Sha256", file.sha256());
        text(to, "Khoa", file.key());
        text(to, "LuotTaiConLai", file.downloadsLeft());
        to.writeEndElement();
    }

    private static Content request(ListRequest request) {
        return to -> {
            to.writeStartElement("YeuCau");
            text(to, "Id", request.id());
            text(to, "MaYeuCau", request.reference());
            text(to, "DichVu", request.service().code().value());
            text(to, "MucDich", request.purpose().value());
            text(to, "Truong", request.fields().stream().map(FieldPath::value).collect(Collectors.joining(" ")));
            criteria(to, request.criteria());
            text(to, "DinhDang", request.form().code());
            text(to, "ChiDem", request.countOnly());
            text(to, "TrangThai", request.state().code());
            text(to, "ThoiDiemYeuCau", request.requestedAt());
            text(to, "ThoiDiemThayDoi", request.changedAt());
            text(to, "SoNguoi", request.listed());
            text(to, "SoDem", request.counted());
            text(to, "SoTrang", request.pages());
            text(to, "CanhBao", request.warnings().isEmpty() ? null : String.join(" ", request.warnings()));
            text(to, "MaLoi", request.cause());
            if (request.file() != null) {
                file(to, request.file());
            }
            text(to, "HetHan", request.endsAt());
            to.writeEndElement();
        };
    }

    private static void criteria(XMLStreamWriter to, ListCriteria criteria) throws XMLStreamException {
        text(to, "NoiO", criteria.isPresent() ? "NoiOHienTai" : "ThuongTru");
        text(to, "MaTinhThanh", criteria.province());
        text(to, "MaQuanHuyen", criteria.district());
        text(to, "MaPhuongXa", criteria.ward());
        text(to, "TuTuoi", criteria.ageFrom());
        text(to, "DenTuoi", criteria.ageTo());
        text(to, "NhomMau", criteria.bloodGroup());
        text(to, "GioiTinh", criteria.gender());
        text(to, "DanToc", criteria.ethnicity());
        text(to, "TonGiao", criteria.religion());
    }

    private static void text(XMLStreamWriter to, String element, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            to.writeStartElement(element);
            to.writeCharacters(value.toString());
            to.writeEndElement();
        }
    }

    private byte[] envelope(String element, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try {
            XMLStreamWriter to = writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            to.writeStartElement("soap", "Envelope", SOAP);
            to.writeNamespace("soap", SOAP);
            to.writeStartElement("soap", "Body", SOAP);
            to.writeStartElement(element);
            to.writeDefaultNamespace(ListMessages.NAMESPACE);
            content.write(to);
            to.writeEndDocument();
            to.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
        return out.toByteArray();
    }
}
