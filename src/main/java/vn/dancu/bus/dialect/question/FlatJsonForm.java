package vn.dancu.bus.dialect.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.PopulationJson;

/** A question as a flat JSON object, by the table of its dialect: the contract's JSON with other keys. */
final class FlatJsonForm implements QuestionForm {

    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}-[0-9]{2})?");
    private static final Pattern BASIC_DATE = Pattern.compile("[0-9]{4}([0-9]{4})?");
    private static final Pattern ISO_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int YEAR_LENGTH = 4;

    private final Envelope.FlatJson envelope;
    private final PopulationJson json;
    private final Set<String> properties;
    private final Set<String> lists;
    private final Map<String, String> propertyOfRefused = new HashMap<>();

    FlatJsonForm(Envelope.FlatJson envelope, PopulationJson json) {
        this.envelope = envelope;
        this.json = json;
        this.properties = new HashSet<>(envelope.table().keySet());
        this.properties.addAll(envelope.fields().keySet());
        this.lists = envelope.table().entrySet().stream()
                .filter(row -> row.getValue().equals(QuestionPaths.ASKED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        envelope.table().forEach((property, path) -> {
            propertyOfRefused.put(QuestionPaths.refused(path), property);
            propertyOfRefused.putIfAbsent(QuestionPaths.property(path), property);
        });
    }

    @Override
    public byte[] write(CitizenQuery question, Function<String, String> values) {
        if (question.operation() != envelope.operation()) {
            throw BodyText.refusal(
                    ErrorCode.OPERATION_UNKNOWN, "/", envelope.operation().element() + " in this dialect");
        }
        JsonNode contract = FlatObject.parsed(json.writeQuery(question));
        FlatObject object = new FlatObject();
        envelope.table().forEach((property, path) -> {
            JsonNode value = value(contract, path);
            if (value != null) {
                object.set(property, value);
            }
        });
        envelope.fields().forEach((name, template) -> object.put(name, template.fill(values)));
        return object.bytes();
    }

    @Override
    public CitizenQuery read(InputStream body) {
        ObjectNode contract = JsonNodeFactory.instance.objectNode();
        FlatObject.read(BodyText.read(body), properties, lists).forEach((property, value) -> {
            String path = envelope.table().get(property);
            if (path != null && !(value.isTextual() && value.textValue().isEmpty())) {
                put(contract, property, path, value);
            }
        });
        byte[] document = contract.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return json.readQuery(envelope.operation(), new ByteArrayInputStream(document));
        } catch (BusException e) {
            throw new BusException(named(e.refusal()));
        }
    }

    @Override
    public Set<String> losses(CitizenQuery question) {
        if (question.operation() != envelope.operation()) {
            return Set.of(question.operation().element());
        }
        JsonNode contract = FlatObject.parsed(json.writeQuery(question));
        Collection<String> mapped = envelope.table().values();
        Set<String> losses = new TreeSet<>();
        for (String path : QuestionPaths.ALL) {
            if (value(contract, path) != null && !mapped.contains(path) && !isElsewhere(path, mapped)) {
                losses.add(path);
            }
        }
        // Of a birth date the day or the year says what is lost.
        losses.remove(QuestionPaths.BIRTH_DATE);
        return losses;
    }

    private static boolean isElsewhere(String path, Collection<String> mapped) {
        return path.startsWith(QuestionPaths.BIRTH_DATE) && mapped.contains(QuestionPaths.BIRTH_DATE);
    }

    private @Nullable JsonNode value(JsonNode contract, String path) {
        JsonNode value = contract.get(QuestionPaths.property(path));
        if (value == null || !path.startsWith(QuestionPaths.BIRTH_DATE)) {
            return value;
        }
        String date = value.textValue();
        boolean isYear = date.length() == YEAR_LENGTH;
        if ((path.equals(QuestionPaths.BIRTH_DAY) && isYear) || (path.equals(QuestionPaths.BIRTH_YEAR) && !isYear)) {
            return null;
        }
        return TextNode.valueOf(envelope.dates() == CitizenShape.Dates.ISO ? date : date.replace("-", ""));
    }

    private void put(ObjectNode contract, String property, String path, JsonNode value) {
        String name = QuestionPaths.property(path);
        if (contract.has(name)) {
            throw BodyText.refusal(ErrorCode.FIELD_INVALID, property, "the day or the year of birth, not both");
        }
        switch (path) {
            case QuestionPaths.BIRTH_DAY -> contract.putObject(name).put("ngayThangNam", basic(value.textValue()));
            case QuestionPaths.BIRTH_YEAR -> contract.putObject(name).set("nam", value);
            case QuestionPaths.BIRTH_DATE -> contract.set(name, date(property, value));
            default -> contract.set(name, value);
        }
    }

    /** The contract reads a day in either form; a dialect has one. */
    private JsonNode date(String property, JsonNode value) {
        boolean iso = envelope.dates() == CitizenShape.Dates.ISO;
        if (!(iso ? ISO_DATE : BASIC_DATE).matcher(value.textValue()).matches()) {
            String day = iso ? "yyyy-MM-dd" : "yyyyMMdd";
            throw BodyText.refusal(ErrorCode.FIELD_INVALID, property, "a day as " + day + ", or a year as yyyy");
        }
        return value;
    }

    private String basic(String day) {
        boolean iso = envelope.dates() == CitizenShape.Dates.ISO;
        return iso && ISO_DAY.matcher(day).matches() ? day.replace("-", "") : day;
    }

    private Refusal named(Refusal refusal) {
        String field = refusal.field();
        String property = field == null ? null : propertyOfRefused.get(field);
        return property == null ? refusal : new Refusal(refusal.code(), property, refusal.rule(), refusal.occurrence());
    }
}
