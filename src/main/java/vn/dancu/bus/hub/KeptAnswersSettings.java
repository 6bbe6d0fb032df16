package vn.dancu.bus.hub;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PopulationOperation;

/**
 * Settings of kept answers.
 *
 * @param validity how long an answer of the national side may be given again, 1s to 60m; without it none is kept
 * @param legalBasis the clause that allows it, 10 to 300 characters; the record of every answer that was kept names it
 * @param services whose answers, by their names such as TraCuuThongTinCongDan; only those that answer with one person
 * @param fields that a kept answer may hold; an answer with any other is not kept
 * @param atMost how many answers an instance keeps, 1 to 100000
 */
@ConfigurationProperties("dancu.hub.kept-answers")
public record KeptAnswersSettings(
        @Nullable Duration validity,
        @Nullable String legalBasis,
        @DefaultValue List<String> services,
        @DefaultValue List<String> fields,
        @DefaultValue("10000") int atMost) {

    private static final String PREFIX = "dancu.hub.kept-answers.";
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final int SHORTEST_BASIS = 10;
    private static final int LONGEST_BASIS = 300;
    private static final int MOST = 100_000;

    public KeptAnswersSettings {
        services = List.copyOf(services);
        fields = List.copyOf(fields);
        require(atMost >= 1 && atMost <= MOST, "at-most", "từ 1 đến " + MOST + " / 1 to " + MOST);
        if (validity == null) {
            require(
                    legalBasis == null && services.isEmpty() && fields.isEmpty(),
                    "validity",
                    "phải có khi có các khóa khác / must be there where the other keys are");
        } else {
            requireLawful(validity, legalBasis, services, fields);
        }
    }

    /** Whether any answer may be kept. */
    public boolean isOn() {
        return validity != null;
    }

    /** The services whose answers may be kept. */
    public Set<PopulationOperation> operations() {
        Set<PopulationOperation> operations = new LinkedHashSet<>();
        services.forEach(service -> PopulationOperation.byElement(service).ifPresent(operations::add));
        return Set.copyOf(operations);
    }

    /** The fields that a kept answer may hold. */
    public Set<FieldPath> paths() {
        return Set.copyOf(fields.stream().map(FieldPath::of).toList());
    }

    private static void requireLawful(
            Duration validity, @Nullable String legalBasis, List<String> services, List<String> fields) {
        int length = legalBasis == null ? 0 : legalBasis.strip().length();
        require(
                length >= SHORTEST_BASIS && length <= LONGEST_BASIS,
                "legal-basis",
                "phải nêu căn cứ pháp lý cho phép giữ câu trả lời / must name the clause that allows answers to be kept");
        require(validity.toSeconds() >= 1 && validity.compareTo(LONGEST) <= 0, "validity", "từ 1s đến 60m / 1s to 60m");
        require(
                !services.isEmpty() && services.stream().allMatch(KeptAnswersSettings::isOfOnePerson),
                "services",
                "phải nêu dịch vụ trả lời về một công dân / must name services that answer with one person");
        require(
                !fields.isEmpty() && fields.stream().allMatch(KeptAnswersSettings::isField),
                "fields",
                "phải nêu các trường có trong dịch vụ / must name fields that these services have");
    }

    private static boolean isOfOnePerson(String service) {
        return PopulationOperation.byElement(service)
                .filter(operation -> operation.kind() == PopulationOperation.Kind.CITIZEN)
                .isPresent();
    }

    private static boolean isField(String name) {
        try {
            return CitizenFields.answers(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, FieldPath.of(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + key + " " + rule);
        }
    }
}
