package vn.dancu.bus.citizen.sms.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.ConversationSettings.Language;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.citizen.code.RecordCodes.CodeList;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PersonName;

/** Writes a released record as lines of a text message, masked where the setting says so. */
public final class OwnRecordWriter {

    private static final Map<FieldPath, LineReader> READERS = Map.of(
            CitizenFields.HO_VA_TEN.path(), (writer, citizen) -> writer.name(citizen.name()),
            CitizenFields.NGAY_THANG_NAM_SINH.path(), (writer, citizen) -> writer.birthDate(citizen.birthDate()),
            CitizenFields.GIOI_TINH.path(), (writer, citizen) -> writer.gender(citizen.gender()),
            CitizenFields.SO_DINH_DANH.path(), (writer, citizen) -> writer.number(citizen.soDinhDanh()),
            CitizenFields.SO_CMND.path(), (writer, citizen) -> writer.number(citizen.soCmnd()),
            CitizenFields.THUONG_TRU.path(), (writer, citizen) -> writer.place(citizen.permanentAddress()),
            CitizenFields.NOI_O_HIEN_TAI.path(), (writer, citizen) -> writer.place(citizen.currentAddress()));

    /** What a line can show. */
    static final Set<FieldPath> FIELDS = READERS.keySet();

    private static final String HIDDEN = "**";
    private static final int SHOWN_DIGITS = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final List<SmsGrammar.Line> lines;
    private final Language language;
    private final RecordCodes names;
    private final boolean masked;

    public OwnRecordWriter(SmsGrammar grammar, Language language, RecordCodes names, boolean masked) {
        this.lines = grammar.lines();
        this.language = language;
        this.names = names;
        this.masked = masked;
    }

    /** The fields that the lines need. */
    public Set<FieldPath> fields() {
        return lines.stream().map(SmsGrammar.Line::field).collect(Collectors.toUnmodifiableSet());
    }

    /** One text for each line of which something is recorded and was released, the most important first. */
    public List<String> write(Citizen citizen) {
        return lines.stream()
                .map(line -> labelled(line, value(line.field(), citizen)))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String labelled(SmsGrammar.Line line, @Nullable String value) {
        return value == null || value.isEmpty() ? null : line.label().in(language) + ": " + value;
    }

    private @Nullable String value(FieldPath field, Citizen citizen) {
        LineReader reader = READERS.get(field);
        return reader == null ? null : reader.read(this, citizen);
    }

    private @Nullable String name(@Nullable PersonName name) {
        if (name == null || !masked) {
            return name == null ? null : name.full();
        }
        String[] words = name.full().split(" ");
        return Stream.concat(
                        Stream.of(words).limit(1),
                        Stream.of(words).skip(1).map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + HIDDEN))
                .collect(Collectors.joining(" "));
    }

    private @Nullable String gender(@Nullable String code) {
        return language == Language.VI ? names.name(CodeList.GENDER, code) : names.nameEn(CodeList.GENDER, code);
    }

    private @Nullable String number(@Nullable String digits) {
        return digits == null || !masked ? digits : "****" + digits.substring(digits.length() - SHOWN_DIGITS);
    }

    private @Nullable String birthDate(@Nullable BirthDate date) {
        if (date == null) {
            return null;
        }
        LocalDate day = date.day();
        return masked || day == null ? String.valueOf(date.year()) : DAY.format(day);
    }

    private @Nullable String place(@Nullable Address address) {
        return address == null
                ? null
                : Stream.of(
                                masked ? null : address.detail(),
                                names.ward(address),
                                names.district(address),
                                names.province(address))
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(", "));
    }

    @FunctionalInterface
    private interface LineReader {
        @Nullable
        String read(OwnRecordWriter writer, Citizen citizen);
    }
}
