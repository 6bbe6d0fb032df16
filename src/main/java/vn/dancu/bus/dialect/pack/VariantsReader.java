package vn.dancu.bus.dialect.pack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dancu.bus.message.population.variant.QuestionVariants;

/** Reads in what the questions of a partner may differ from the contract. */
final class VariantsReader {

    private static final Pattern NAMESPACE = Pattern.compile("(https?://|urn:)[!-~]{1,200}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    /** What a question may leave out. */
    private static final Set<String> OPTIONAL =
            Set.of("MaTichHop", "MaDonVi", "TaiKhoan", "SoDienThoai", "SoDinhDanh", "SoCMND", "MucDich");

    private static final Set<String> TEXTS = Set.of("MaYeuCau", "MaDVC", "MaCanBo", "HoVaTen");

    private VariantsReader() {}

    /** How the elements of a question may come. */
    private enum Order {
        CONTRACT,
        ANY
    }

    /** Which parts a birth date may have. */
    private enum BirthDate {
        ONE,
        DAY_AND_YEAR
    }

    static QuestionVariants read(PackNode node) {
        PackMap keys = node.keys().only("namespaces", "suffix", "names", "absent", "order", "birthDate");
        return new QuestionVariants(
                namespaces(keys.optional("namespaces")),
                keys.optional("suffix").map(VariantsReader::name).orElse(""),
                names(keys.optional("names")),
                absent(keys.optional("absent")),
                keys.optional("order").map(order -> order.word(Order.class)).orElse(Order.CONTRACT) == Order.ANY,
                keys.optional("birthDate")
                                .map(date -> date.word(BirthDate.class))
                                .orElse(BirthDate.ONE)
                        == BirthDate.DAY_AND_YEAR);
    }

    private static Set<String> namespaces(Optional<PackNode> list) {
        Set<String> namespaces = new LinkedHashSet<>();
        list.ifPresent(it -> it.items()
                .forEach(item ->
                        namespaces.add(item.text(NAMESPACE, "is a namespace, such as http://example.vn/service"))));
        return namespaces;
    }

    private static Map<String, String> names(Optional<PackNode> mapping) {
        Map<String, String> names = new LinkedHashMap<>();
        mapping.ifPresent(it -> it.keys().forEach((from, place, to) -> {
            if (!NAME.matcher(from).matches()) {
                place.broken("is the name of an element");
            }
            String name = name(to);
            if (!name.isEmpty() && !OPTIONAL.contains(name) && !TEXTS.contains(name)) {
                to.broken("is an element of a question that holds text, such as MaDVC");
            }
            names.put(from, name);
        }));
        return names;
    }

    private static Map<String, String> absent(Optional<PackNode> mapping) {
        Map<String, String> absent = new LinkedHashMap<>();
        mapping.ifPresent(it -> it.keys().forEach((name, place, text) -> {
            if (!OPTIONAL.contains(name)) {
                place.broken("is an element that a question may leave out, such as SoDienThoai");
            }
            absent.put(name, text.text());
        }));
        return absent;
    }

    private static String name(PackNode node) {
        return node.text(NAME, "is 1 to 40 letters and digits, first a letter");
    }
}
