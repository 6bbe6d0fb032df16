package vn.dancu.bus.gateway.soap;

import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListService;
import vn.dancu.bus.message.MessageContext;

/** Reads requests for lists and the verbs of their jobs: elements with text, each once, in any order ({@code schemas/list/v1}). */
final class ListMessages {

    static final String NAMESPACE = "urn:dancu:list:v1";

    private static final int MAX_TEXT = 4000;
    private static final Set<String> ORDER = Set.of(
            "MaYeuCau",
            "MaDVC",
            "MaCanBo",
            "MucDich",
            "Truong",
            "NoiO",
            "MaTinhThanh",
            "MaQuanHuyen",
            "MaPhuongXa",
            "TuTuoi",
            "DenTuoi",
            "NhomMau",
            "GioiTinh",
            "DanToc",
            "TonGiao",
            "DinhDang",
            "ChiDem");
    private static final Map<String, Set<String>> VERBS = Map.of(
            "GetRequests", Set.of("MaTiep", "SoLuong"),
            "GetRequestStatus", Set.of("Id"),
            "GetRequestDetail", Set.of("Id"),
            "GetRequestResult", Set.of("Id"),
            "GetRequestHistory", Set.of("Id"),
            "DeleteRequest", Set.of("Id"),
            "GetResultDetailAsRecords", Set.of("Id", "Trang"),
            "GetResultDetailAsFile", Set.of("Id", "Phan"));

    private final MessageContext messages;

    ListMessages(MessageContext messages) {
        this.messages = messages;
    }

    /** A message as it came. */
    record ListCall(String operation, Map<String, String> values) {

        /** The text of that element; null where it is absent or empty. */
        @Nullable
        String value(String element) {
            String text = values.get(element);
            return text == null || text.isEmpty() ? null : text;
        }

        String required(String element) {
            String text = value(element);
            if (text == null) {
                throw BusException.of(ErrorCode.FIELD_MISSING, element, "required");
            }
            return text;
        }

        /** A whole number; null where it is absent. */
        @Nullable
        Integer number(String element) {
            String text = value(element);
            if (text != null && !text.matches("[0-9]{1,9}")) {
                throw BusException.of(ErrorCode.FIELD_INVALID, element, "a whole number");
            }
            return text == null ? null : Integer.valueOf(text);
        }

        int numberOr(String element, int otherwise) {
            Integer number = number(element);
            return number == null ? otherwise : number;
        }

        UUID id() {
            String text = required("Id");
            if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "Id", "an id as the bus gave it");
            }
            return UUID.fromString(text);
        }

        Optional<ListService> service() {
            return ListService.byElement(operation);
        }

        /** What is ordered by a service. */
        ListOrder order(ListService service, @Nullable String issue) {
            return new ListOrder(
                    service,
                    required("MaYeuCau"),
                    value("MaDVC"),
                    required("MaCanBo"),
                    purpose(),
                    fields(),
                    criteria(),
                    form(),
                    isTrue("ChiDem"),
                    issue);
        }

        private ListCriteria criteria() {
            String residence = value("NoiO");
            if (residence != null && !residence.equals("NoiOHienTai") && !residence.equals("ThuongTru")) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "NoiO", "ThuongTru or NoiOHienTai");
            }
            return new ListCriteria(
                    "NoiOHienTai".equals(residence),
                    value("MaTinhThanh"),
                    value("MaQuanHuyen"),
                    value("MaPhuongXa"),
                    number("TuTuoi"),
                    number("DenTuoi"),
                    value("NhomMau"),
                    value("GioiTinh"),
                    value("DanToc"),
                    value("TonGiao"));
        }

        private @Nullable Purpose purpose() {
            String code = value("MucDich");
            try {
                return code == null ? null : new Purpose(code);
            } catch (IllegalArgumentException e) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "MucDich", "the code of a purpose");
            }
        }

        private Set<FieldPath> fields() {
            String names = value("Truong");
            Set<FieldPath> fields = new LinkedHashSet<>();
            try {
                for (String name : names == null ? List.<String>of() : Arrays.asList(names.split(" "))) {
                    fields.add(FieldPath.of(name));
                }
            } catch (IllegalArgumentException e) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "Truong", "names of fields, apart by spaces");
            }
            return fields;
        }

        private ListForm form() {
            String code = value("DinhDang");
            return code == null
                    ? ListForm.RECORDS
                    : ListForm.byCode(code)
                            .orElseThrow(() -> BusException.of(
                                    ErrorCode.FIELD_INVALID, "DinhDang", "records, csv, xlsx, xml or jsonl"));
        }

        private boolean isTrue(String element) {
            String text = value(element);
            if (text != null && !List.of("true", "false", "1", "0").contains(text)) {
                throw BusException.of(ErrorCode.FIELD_INVALID, element, "true or false");
            }
            return "true".equals(text) || "1".equals(text);
        }
    }

    ListCall read(InputStream message, boolean stated) {
        return messages.readEnvelope(message, stated, ListMessages::call);
    }

    private static ListCall call(XMLStreamReader reader) {
        String operation = reader.getLocalName();
        Set<String> known = ListService.byElement(operation).isPresent() ? ORDER : VERBS.get(operation);
        if (known == null || !NAMESPACE.equals(reader.getNamespaceURI())) {
            throw BusException.of(
                    ErrorCode.OPERATION_UNKNOWN, "Body", "a service or verb of lists in the namespace " + NAMESPACE);
        }
        try {
            return new ListCall(operation, values(reader, known));
        } catch (XMLStreamException e) {
            throw new BusException(MessageContext.refusal(e, operation));
        }
    }

    private static Map<String, String> values(XMLStreamReader reader, Set<String> known) throws XMLStreamException {
        Map<String, String> values = new LinkedHashMap<>();
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return values;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                if (!known.contains(name) || !NAMESPACE.equals(reader.getNamespaceURI())) {
                    throw BusException.of(ErrorCode.FIELD_UNKNOWN, "*", "an element of the contract");
                }
                if (values.put(name, text(reader, name)) != null) {
                    throw BusException.of(ErrorCode.FIELD_DUPLICATED, name, "comes once");
                }
            } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                throw BusException.of(ErrorCode.MESSAGE_INVALID, "Body", "no text beside the elements");
            }
        }
    }

    private static String text(XMLStreamReader reader, String name) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString().strip().replaceAll("\\s+", " ");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw BusException.of(ErrorCode.FIELD_INVALID, name, "text alone");
                default -> {}
            }
            if (text.length() > MAX_TEXT) {
                throw BusException.of(ErrorCode.TEXT_LIMIT_EXCEEDED, name, "at most " + MAX_TEXT + " characters");
            }
        }
    }
}
