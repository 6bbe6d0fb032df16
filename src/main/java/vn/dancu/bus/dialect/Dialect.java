package vn.dancu.bus.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.variant.QuestionVariants;

/**
 * One wire variant, as its pack says it.
 *
 * @param name as partners are configured with it, and the name of the pack's folder
 * @param title for people
 * @param family the schema family of the answer, as the folder in {@code schemas/}
 * @param version the version of that family
 * @param shape in which letters a citizen is written
 * @param accepts in what questions that a partner sends us may differ from the contract
 * @param envelope what a question travels in
 * @param headers further headers of a call
 * @param parameters what is added to the address of a call
 * @param credentials how a call proves who makes it
 * @param time how moments are written in headers
 * @param folding how names are spelt in questions
 */
public record Dialect(
        String name,
        Title title,
        String family,
        String version,
        CitizenShape shape,
        QuestionVariants accepts,
        Envelope envelope,
        Map<String, Template> headers,
        Map<String, Template> parameters,
        CredentialRecipe credentials,
        Time time,
        NameFolding folding) {

    private static final List<Version> ANSWERS = List.of(Version.QCVN_109_V1, Version.LIVE_V1);

    /**
     * What the dialect is called.
     *
     * @param vi in Vietnamese
     * @param en in English
     */
    public record Title(String vi, String en) {}

    /**
     * How moments are written in headers.
     *
     * @param sent by us
     * @param accepted from a partner that signs in at a door of ours
     */
    public record Time(TimeForm sent, Set<TimeForm> accepted) {

        public Time {
            accepted = Collections.unmodifiableSet(new TreeSet<>(accepted));
        }
    }

    public Dialect {
        if (answers(family, version).isEmpty()) {
            throw new IllegalArgumentException("There is no schema " + family + "/" + version);
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The answer of a schema family and its version; empty when there is no such schema. */
    public static Optional<Version> answers(String family, String version) {
        return ANSWERS.stream()
                .filter(answer -> answer.family().equals(family) && version.equals("v" + answer.number()))
                .findFirst();
    }

    /** The schema families that there are, in the order of their names. */
    public static List<String> families() {
        return ANSWERS.stream().map(Version::family).sorted().distinct().toList();
    }

    /** The schema of the XML answer. */
    public Version answers() {
        return answers(family, version).orElseThrow();
    }

    /** The names of all account values that a call in this dialect needs. */
    public Set<String> accountValues() {
        Set<String> names = new TreeSet<>(credentials.needs());
        for (Map<String, Template> templates : List.of(headers, parameters, envelope.fields())) {
            templates.values().forEach(template -> names.addAll(template.names()));
        }
        names.removeAll(CallValues.ofTheCall(credentials));
        return names;
    }
}
