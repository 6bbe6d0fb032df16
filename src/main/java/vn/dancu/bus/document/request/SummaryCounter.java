package vn.dancu.bus.document.request;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.question.ListedQuestion;
import vn.dancu.bus.document.question.QuestionFile;
import vn.dancu.bus.document.question.QuestionReader;
import vn.dancu.bus.document.summary.SummaryContent;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.ResultStatus;

/** What the summary of an answer says: how many people had which outcome, and the first of them one by one. */
final class SummaryCounter {

    private static final String REFUSED = "Từ chối";

    private final DocumentDispatch dispatch;
    private final PopulationJson json;

    SummaryCounter(DocumentDispatch dispatch, PopulationJson json) {
        this.dispatch = dispatch;
        this.json = json;
    }

    /**
     * A summary.
     *
     * @param itemBytes how long the results of each file are
     * @param sentence the whole of it in one sentence, for the answer's Content
     */
    record Summary(SummaryContent content, List<Long> itemBytes, String sentence) {}

    Summary count(Request request, List<PersonResults> results, String resultsName, LocalDateTime now) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<SummaryContent.Person> persons = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        int row = 0;
        for (PersonResults file : results) {
            long length = 0;
            try (PersonResults.Cursor cursor = file.open()) {
                for (PersonResult one = cursor.next(); one != null; one = cursor.next()) {
                    row++;
                    length += one.item().length;
                    String words = words(one);
                    counts.merge(words, 1, Integer::sum);
                    if (persons.size() < SummaryContent.MAX_PERSONS) {
                        String code = one.errorCode().isEmpty() ? null : one.errorCode();
                        persons.add(new SummaryContent.Person(row, one.maskedId(), words, code));
                    }
                }
            } catch (IOException e) {
                throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
            }
            bytes.add(length);
        }
        SummaryContent content = new SummaryContent(
                String.valueOf(dispatch.organization(request.leased().account()).name()),
                asker(request),
                LocalDateTime.ofInstant(request.leased().receivedAt(), DocumentDispatch.ZONE),
                now,
                counts.entrySet().stream()
                        .map(each -> new SummaryContent.Count(each.getKey(), each.getValue()))
                        .toList(),
                persons,
                row,
                resultsName);
        return new Summary(content, bytes, sentence(row, counts));
    }

    private static String sentence(int people, Map<String, Integer> counts) {
        StringBuilder text =
                new StringBuilder("Kết quả tra cứu ").append(people).append(" người");
        String separator = ": ";
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            text.append(separator).append(each.getKey()).append(' ').append(each.getValue());
            separator = ", ";
        }
        return text.append('.').toString();
    }

    private SummaryContent.Asker asker(Request request) {
        EDocument document = request.document();
        Issuance.Code code = document.issuance().code();
        CitizenQuery first = first(request);
        return new SummaryContent.Asker(
                document.from().name() == null
                        ? document.from().id()
                        : document.from().name(),
                document.from().id(),
                String.valueOf(document.id()),
                code == null ? null : code.number() + "/" + code.notation(),
                document.description().subject(),
                first == null ? null : first.officer(),
                first == null ? null : first.procedure(),
                first == null || first.purpose() == null
                        ? null
                        : first.purpose().value());
    }

    private @Nullable CitizenQuery first(Request request) {
        QuestionFile file = request.files().get(0);
        try (QuestionReader questions = file.open(request.xml(), json)) {
            return questions.next() instanceof ListedQuestion.Asked asked ? asked.query() : null;
        }
    }

    private static String words(PersonResult result) {
        if (result.outcome().isEmpty()) {
            return REFUSED;
        }
        return switch (ResultStatus.byCode(result.outcome())) {
            case FOUND -> "Có thông tin";
            case NOT_FOUND -> "Không có trong cơ sở dữ liệu";
            case NAME_MISMATCH -> "Họ tên không khớp";
            case BIRTH_DATE_MISMATCH -> "Ngày sinh không khớp";
            case ID_REPLACED -> "Số định danh đã được thay";
            case ID_CANCELLED -> "Số định danh đã bị hủy";
            case DECEASED -> "Đã chết";
            case MISSING -> "Mất tích";
        };
    }
}
