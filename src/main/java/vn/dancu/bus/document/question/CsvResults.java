package vn.dancu.bus.document.question;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.population.group.OtherGroup;

/** A row for each row of a list: its outcome, then what is released, a column for each value. */
final class CsvResults implements ResultFormat {

    /** Programs of an office take UTF-8 for something else without it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> OUTCOME =
            List.of("STT", "MaYeuCau", "KetQua", "MaLoi", "TruongLoi", "QuyTac", "MaSuKien");

    private final @Nullable CitizenQuery first;
    private final List<String> columns;

    private CsvResults(@Nullable CitizenQuery first) {
        this.first = first;
        this.columns = first == null ? List.of() : columns(first);
    }

    static CsvResults of(QuestionFile file, PopulationXml xml, PopulationJson json) {
        try (QuestionReader questions = file.open(xml, json)) {
            while (questions.hasNext()) {
                if (questions.next() instanceof ListedQuestion.Asked asked) {
                    return new CsvResults(asked.query());
                }
            }
        }
        return new CsvResults(null);
    }

    private static List<String> columns(CitizenQuery first) {
        return switch (first.operation().kind()) {
            case CITIZEN -> CitizenColumns.headings(asked(first));
            case EXISTENCE -> List.of(CitizenFields.TON_TAI.value());
            default -> List.of();
        };
    }

    /** A table has its columns before anything is decided: who names no field gets those of the register itself. */
    private static Set<FieldPath> asked(CitizenQuery query) {
        Set<FieldPath> all = new LinkedHashSet<>(CitizenFields.of(query.operation()));
        all.removeIf(CitizenFields::isGroup);
        return query.asked().isEmpty() ? all : query.asked();
    }

    @Override
    public CitizenQuery question(CitizenQuery listed) {
        return listed.operation().kind() == PopulationOperation.Kind.CITIZEN ? listed.askingFor(asked(listed)) : listed;
    }

    @Override
    public Optional<Refusal> objection(CitizenQuery query) {
        PopulationOperation.Kind kind = query.operation().kind();
        if (kind != PopulationOperation.Kind.CITIZEN && kind != PopulationOperation.Kind.EXISTENCE) {
            return Optional.of(Refusal.of(
                    ErrorCode.FIELD_INVALID,
                    ListColumn.DICH_VU.heading(),
                    "a service that answers with one citizen or with yes and no; the others are asked in JSON or XML"));
        }
        if (query.asked().stream().anyMatch(field -> field.equals(OtherGroup.ALL) || field.isPartOf(OtherGroup.ALL))) {
            return Optional.of(Refusal.of(
                    ErrorCode.FIELD_INVALID,
                    ListColumn.TRUONG.heading(),
                    "fields that a table has columns for; DuLieuLamGiau is asked for in JSON or XML"));
        }
        if (first != null && query.operation() != first.operation()) {
            return Optional.of(Refusal.of(
                    ErrorCode.FIELD_INVALID, ListColumn.DICH_VU.heading(), "the same service in the whole list"));
        }
        if (first != null && !query.asked().equals(first.asked())) {
            return Optional.of(Refusal.of(
                    ErrorCode.FIELD_INVALID, ListColumn.TRUONG.heading(), "the same fields in the whole list"));
        }
        return Optional.empty();
    }

    @Override
    public byte[] head() {
        List<String> cells = new ArrayList<>(OUTCOME);
        cells.addAll(columns);
        return bytes(BYTE_ORDER_MARK + row(cells));
    }

    @Override
    public byte[] tail() {
        return new byte[0];
    }

    @Override
    public AnswerEncoder encoder() {
        return AnswerEncoder.of(answer -> bytes(row(values(answer))));
    }

    private List<String> values(Answer answer) {
        if (answer instanceof Answer.OfExistence found) {
            return List.of(String.valueOf(found.exists()));
        }
        return answer instanceof Answer.OfCitizen found && found.citizen() != null && first != null
                ? CitizenColumns.values(asked(first), found.citizen())
                : Collections.nCopies(columns.size(), "");
    }

    @Override
    public byte[] item(ListedQuestion.Asked question, InquiryReply reply) {
        if (reply instanceof InquiryReply.Refused refused) {
            return item(question.number(), question.requestId(), refused.refusal());
        }
        InquiryReply.Answered answered = (InquiryReply.Answered) reply;
        String outcome = row(List.of(
                String.valueOf(question.number()),
                question.requestId(),
                answered.status().code(),
                "",
                "",
                "",
                answered.event().toString()));
        // The row of the outcome, and in place of its end the row of the values.
        return bytes(outcome.stripTrailing() + "," + new String(answered.body(), StandardCharsets.UTF_8));
    }

    @Override
    public byte[] item(int number, @Nullable String requestId, Refusal refusal) {
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(number),
                requestId == null ? "" : requestId,
                "",
                refusal.code().code(),
                refusal.field() == null ? "" : refusal.field(),
                refusal.rule() == null ? "" : refusal.rule(),
                refusal.occurrence().toString()));
        cells.addAll(Collections.nCopies(columns.size(), ""));
        return bytes(row(cells));
    }

    private static String row(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("A row in memory cannot be written", e);
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
