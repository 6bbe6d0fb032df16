package vn.dancu.bus.hub.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.hub.KeptAnswersSettings;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.upstream.KeptAnswers;

/**
 * Answers of the last minutes, in memory alone. One is given again only to the same question of the same national officer for the same
 * procedure and exactly the same fields: what the national side gives one officer it may not give another.
 */
final class RecentAnswers implements KeptAnswers {

    private static final int KEY_BYTES = 32;
    private static final char BETWEEN = '\n';

    private final Set<PopulationOperation> operations;
    private final Set<FieldPath> fields;
    private final Cache<ByteBuffer, Answer.OfCitizen> answers;

    /** By a key that this process alone has: a copy of its memory names nobody by a table of all numbers made before. */
    private final SecretBox hashes;

    private final String legalBasis;

    RecentAnswers(KeptAnswersSettings settings, Ticker ticker) {
        Duration validity = Objects.requireNonNull(settings.validity());
        this.legalBasis = Objects.requireNonNull(settings.legalBasis()).strip();
        this.operations = settings.operations();
        this.fields = settings.paths();
        this.answers = Caffeine.newBuilder()
                .maximumSize(settings.atMost())
                .expireAfterWrite(validity)
                .ticker(ticker)
                .build();
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        this.hashes = SecretBox.forUse(key, "hub/kept");
    }

    @Override
    public Optional<Kept> find(CitizenQuery query, Set<FieldPath> released) {
        if (!mayBeKept(query, released)) {
            return Optional.empty();
        }
        Answer.OfCitizen known = answers.getIfPresent(key(query, released));
        return Optional.ofNullable(known).map(answer -> new Kept(again(query, answer), legalBasis));
    }

    @Override
    public void keep(CitizenQuery query, Set<FieldPath> released, Answer answer) {
        if (mayBeKept(query, released)
                && answer instanceof Answer.OfCitizen citizen
                && answer.status() == ResultStatus.FOUND) {
            answers.put(key(query, released), citizen);
        }
    }

    /** After a suspension, another policy, another mapping: whoever may no longer have something finds nothing of before. */
    void forget() {
        answers.invalidateAll();
    }

    private boolean mayBeKept(CitizenQuery query, Set<FieldPath> released) {
        return operations.contains(query.operation())
                && FieldPath.common(fields, released).equals(released);
    }

    private ByteBuffer key(CitizenQuery query, Set<FieldPath> released) {
        String names = released.stream().map(FieldPath::value).sorted().collect(Collectors.joining(","));
        String question = String.valueOf(query.operation())
                + BETWEEN
                + query.officer()
                + BETWEEN
                + query.procedure()
                + BETWEEN
                + query.unit()
                + BETWEEN
                + query.purpose()
                + BETWEEN
                + query.number().kind()
                + BETWEEN
                + query.number().digits()
                + BETWEEN
                + NameNormalizer.fold(query.name())
                + BETWEEN
                + born(query.birthDate())
                + BETWEEN
                + names;
        return ByteBuffer.wrap(hashes.hash(question));
    }

    private static String born(@Nullable BirthDate date) {
        return date == null ? "" : date.iso();
    }

    /** The answer to this question, of when its data are. */
    private static Answer again(CitizenQuery query, Answer.OfCitizen known) {
        return new Answer.OfCitizen(query.requestId(), known.status(), known.dataTime(), known.citizen());
    }
}
