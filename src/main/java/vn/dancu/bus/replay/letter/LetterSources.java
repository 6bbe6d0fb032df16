package vn.dancu.bus.replay.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.ReplaySource;

/** The places where dead letters lie, by their names. */
public final class LetterSources {

    private static final int LONGEST_ID = 200;

    private final Map<String, ReplaySource> byName;

    public LetterSources(List<ReplaySource> sources) {
        this.byName = sources.stream().collect(Collectors.toUnmodifiableMap(ReplaySource::name, Function.identity()));
    }

    public List<ReplaySource> all() {
        return List.copyOf(byName.values());
    }

    /** The place of a letter, by the beginning of its id. */
    public Optional<ReplaySource> of(String letter) {
        int dot = letter.indexOf('.');
        return dot <= 0 || letter.length() > LONGEST_ID
                ? Optional.empty()
                : Optional.ofNullable(byName.get(letter.substring(0, dot)));
    }

    /** The letter, where it lies. */
    public Optional<DeadLetter> find(String letter) {
        return of(letter).flatMap(source -> source.find(letter));
    }
}
