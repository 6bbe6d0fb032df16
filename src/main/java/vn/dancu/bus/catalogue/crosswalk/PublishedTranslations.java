package vn.dancu.bus.catalogue.crosswalk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.crosswalk.CodeMapping.Link;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Dated;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Domain;
import vn.dancu.bus.catalogue.crosswalk.Scheme.ProvincesTo2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Timeless;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.kernel.PersonalId;

/** Every way between two schemes, worked out once. */
final class PublishedTranslations implements Translations {

    private static final int PREFIX = 3;

    private record Way(Scheme<?> from, Scheme<?> to) {}

    private final Map<Way, Map<String, CodeMapping>> ways = new HashMap<>();
    private final Map<String, CodeMapping> byNumberPrefix;

    private PublishedTranslations(ProvinceCrosswalk provinces, WardCrosswalk wards) {
        CrosswalkTable table = CrosswalkTable.published();
        addLists(Schemes.ETHNICITY_POPULATION_DB, Schemes.ETHNICITY_GSO_CENSUS, table);
        addLists(Schemes.RELIGION_POPULATION_DB, Schemes.RELIGION_HEALTH_ALT, table);
        addLists(Schemes.GENDER_POPULATION_DB, Schemes.GENDER_BHXH_API, table);
        add(Schemes.PROVINCES_TO_2025, Schemes.PROVINCES_SINCE_2025, provinces.forward(), provinces.backward());
        add(Schemes.DISTRICTS_TO_2025, Schemes.DISTRICTS_SINCE_2025, districts(), Map.of());
        add(Schemes.WARDS_TO_2025, Schemes.WARDS_SINCE_2025, wards.forward(), wards.backward());
        byNumberPrefix = provinces.byNumberPrefix();
    }

    /**
     * By the published lists.
     *
     * @param wardMergers the merger list of the wards, if there is one
     */
    static Translations with(@Nullable Path wardMergers) {
        ProvinceCrosswalk provinces = new ProvinceCrosswalk();
        return new PublishedTranslations(provinces, new WardCrosswalk(provinces.mergers(), wardMergers));
    }

    private void addLists(Scheme<?> oneScheme, Scheme<?> otherScheme, CrosswalkTable table) {
        CodeList one = CodeList.of(oneScheme);
        CodeList other = CodeList.of(otherScheme);
        add(
                oneScheme,
                otherScheme,
                NameMatcher.between(one, other, table.between(one, other)),
                NameMatcher.between(other, one, table.between(other, one)));
        // A code translated into its own scheme keeps the confidence of its line.
        ways.put(new Way(oneScheme, oneScheme), ownConfidences(one));
        ways.put(new Way(otherScheme, otherScheme), ownConfidences(other));
    }

    private void add(
            Scheme<?> one, Scheme<?> other, Map<String, CodeMapping> forward, Map<String, CodeMapping> backward) {
        ways.put(new Way(one, other), forward);
        ways.put(new Way(other, one), backward);
        ways.put(new Way(one, one), identity(forward.keySet()));
        ways.put(new Way(other, other), identity(backward.keySet()));
    }

    private static Map<String, CodeMapping> identity(Set<String> codes) {
        return codes.stream().collect(Collectors.toMap(code -> code, code -> itself(code, Confidence.VERIFIED)));
    }

    private static Map<String, CodeMapping> ownConfidences(CodeList list) {
        return list.items().values().stream()
                .collect(Collectors.toMap(CodeList.Item::code, item -> itself(item.code(), item.confidence())));
    }

    private static CodeMapping itself(String code, Confidence confidence) {
        return CodeMapping.exact(new Link(code, Ground.SAME_SCHEME, confidence));
    }

    private static Map<String, CodeMapping> districts() {
        return CsvFile.published("districts_pre2025.csv").stream()
                .collect(Collectors.toMap(line -> line.get("code"), line -> CodeMapping.none(Why.NO_DISTRICTS)));
    }

    @Override
    public <D extends Domain, A extends Timeless<D>, B extends Timeless<D>> Translation<B> translate(
            Code<A> code, B to) {
        return answer(code, to).in(to);
    }

    @Override
    public <D extends Domain, A extends Dated<D>, B extends Dated<D>> Translation<B> translate(
            Code<A> code, B to, LocalDate writtenOn) {
        return (code.scheme().isInForceOn(writtenOn) ? answer(code, to) : CodeMapping.NOT_IN_FORCE).in(to);
    }

    private CodeMapping answer(Code<?> code, Scheme<?> to) {
        return ways.getOrDefault(new Way(code.scheme(), to), Map.of())
                .getOrDefault(code.text(), CodeMapping.NOT_IN_SCHEME);
    }

    @Override
    public Translation<ProvincesTo2025> provinceAtIssue(PersonalId id) {
        CodeMapping answer = id.kind() == PersonalId.Kind.SO_DINH_DANH
                ? byNumberPrefix.getOrDefault(id.digits().substring(0, PREFIX), CodeMapping.SOURCES_SILENT)
                : CodeMapping.SOURCES_SILENT;
        return answer.in(Schemes.PROVINCES_TO_2025);
    }
}
