package vn.dancu.bus.inquiry;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import vn.dancu.bus.message.population.PopulationOperation;

/**
 * What each service does while something behind the bus is away. What the law settles can be written, and has one value.
 *
 * @param kafkaLag how old the oldest audit event that is not in Kafka yet may become before services that declare {@code kafka: refuse}
 *     refuse
 * @param services by the name of the service; a service that is not named has the defaults
 */
@ConfigurationProperties("dancu.degrade")
record DegradeSettings(@DefaultValue("15m") Duration kafkaLag, @DefaultValue Map<String, Declared> services) {

    private static final String PREFIX = "dancu.degrade.";

    DegradeSettings {
        if (kafkaLag.toSeconds() < 1) {
            throw invalid("kafka-lag", kafkaLag, "từ 1s trở lên / takes 1s and more");
        }
        Map<String, Declared> declarations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        services.forEach((service, declared) -> {
            // An environment variable has lost the case of the name.
            if (Arrays.stream(PopulationOperation.values())
                    .noneMatch(known -> known.element().equalsIgnoreCase(service))) {
                throw invalid(
                        "services." + service,
                        service,
                        "không có dịch vụ này; tên viết như TraCuuThongTinCongDan / there is no such service; names are"
                                + " written as TraCuuThongTinCongDan");
            }
            requireLawful(service, declared);
            declarations.put(service, declared);
        });
        services = declarations;
    }

    /** Whether questions are answered while something is away. */
    enum Choice {
        ANSWER,
        REFUSE
    }

    /**
     * Of one service.
     *
     * @param kafka {@code answer}: events wait in PostgreSQL, without a limit of time; {@code refuse}: no answer once they wait too long
     * @param postgresql {@code refuse}, no other: no answer without a durable record
     * @param artemis {@code answer}, no other: the synchronous doors do not need it, and a hub's question waits
     * @param disk {@code answer}, no other: a question takes none of the folder of large bodies
     */
    record Declared(
            @DefaultValue("answer") Choice kafka,
            @DefaultValue("refuse") Choice postgresql,
            @DefaultValue("answer") Choice artemis,
            @DefaultValue("answer") Choice disk) {

        private static final Declared DEFAULTS =
                new Declared(Choice.ANSWER, Choice.REFUSE, Choice.ANSWER, Choice.ANSWER);
    }

    Declared of(PopulationOperation operation) {
        return services.getOrDefault(operation.element(), Declared.DEFAULTS);
    }

    private static void requireLawful(String service, Declared declared) {
        String key = "services." + service + ".";
        if (declared.postgresql() != Choice.REFUSE) {
            throw invalid(
                    key + "postgresql",
                    declared.postgresql(),
                    "chỉ có thể là refuse: không trả lời khi chưa ghi được nhật ký / can only be refuse: no answer leaves"
                            + " without a durable record (docs/decisions/0004)");
        }
        if (declared.artemis() != Choice.ANSWER) {
            throw invalid(
                    key + "artemis",
                    declared.artemis(),
                    "chỉ có thể là answer: SOAP và REST không cần Artemis / can only be answer: SOAP and REST do not need"
                            + " Artemis");
        }
        if (declared.disk() != Choice.ANSWER) {
            throw invalid(
                    key + "disk",
                    declared.disk(),
                    "chỉ có thể là answer: câu hỏi không dùng thư mục thư lớn / can only be answer: a question takes none"
                            + " of the folder of large bodies");
        }
    }

    private static InvalidConfigurationPropertyValueException invalid(String key, Object value, String rule) {
        return new InvalidConfigurationPropertyValueException(PREFIX + key, value, rule);
    }
}
