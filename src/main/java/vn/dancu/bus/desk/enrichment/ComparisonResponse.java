package vn.dancu.bus.desk.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.difference.ComparedRecord;

/** See {@link ComparedRecord}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonResponse(
        DifferenceResponse difference,
        PersonResponse delivered,
        @Nullable PersonResponse held,
        @Nullable String record,
        String group,
        Map<String, String> values,
        List<HeldGroupResponse> groups) {

    /** See {@link ComparedRecord.Person}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonResponse(String number, String name, String birth, @Nullable String state) {

        static PersonResponse of(ComparedRecord.Person person) {
            return new PersonResponse(person.number(), person.name(), person.birth(), person.state());
        }

        @Override
        public String toString() {
            return "PersonResponse[masked]";
        }
    }

    static ComparisonResponse of(ComparedRecord record) {
        ComparedRecord.Person held = record.held();
        return new ComparisonResponse(
                DifferenceResponse.of(record.difference()),
                PersonResponse.of(record.delivered()),
                held == null ? null : PersonResponse.of(held),
                record.recordId(),
                record.group(),
                HeldGroupResponse.values(record.values()),
                record.groups().stream().map(HeldGroupResponse::of).toList());
    }

    @Override
    public String toString() {
        return "ComparisonResponse[" + difference.id() + "]";
    }
}
