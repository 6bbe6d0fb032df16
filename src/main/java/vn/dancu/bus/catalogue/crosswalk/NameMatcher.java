package vn.dancu.bus.catalogue.crosswalk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.crosswalk.CodeList.Item;
import vn.dancu.bus.catalogue.crosswalk.CodeMapping.Link;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;

/** The way from one list into another: by the table where it has a row, else by the names. */
final class NameMatcher {

    private final CodeList to;
    private final NameIndex namesFrom;
    private final NameIndex namesTo;

    private NameMatcher(CodeList from, CodeList to) {
        this.to = to;
        this.namesFrom = new NameIndex(from);
        this.namesTo = new NameIndex(to);
    }

    static Map<String, CodeMapping> between(CodeList from, CodeList to, Map<String, CrosswalkTable.Row> table) {
        NameMatcher names = new NameMatcher(from, to);
        Map<String, CodeMapping> answers = new HashMap<>();
        from.items().forEach((code, item) -> {
            CrosswalkTable.Row row = table.get(code);
            answers.put(code, row == null ? names.answer(item) : names.answer(item, row));
        });
        return answers;
    }

    private CodeMapping answer(Item item, CrosswalkTable.Row row) {
        if (row.why() != null) {
            return CodeMapping.none(row.why());
        }
        Item target = to.items().get(row.target());
        if (target == null) {
            throw new IllegalStateException("crosswalk.csv names a code that the list does not have: " + row.target());
        }
        return exact(item, target, Ground.TABLE, row.confidence());
    }

    private CodeMapping answer(Item item) {
        Item sameName = namesTo.byOwnName(item.name());
        if (sameName != null) {
            return exact(item, sameName, Ground.SAME_NAME, Confidence.VERIFIED);
        }
        Item otherName = byOtherName(item);
        return otherName == null
                ? CodeMapping.SOURCES_SILENT
                : exact(item, otherName, Ground.OTHER_NAME, Confidence.ONE_SOURCE);
    }

    /** One of the two lists may know the other's name as another name; both ways give the same pairs. */
    private @Nullable Item byOtherName(Item item) {
        Item there = namesTo.byOtherName(item.name());
        if (there != null) {
            return there;
        }
        return to.items().values().stream()
                .filter(target -> item.equals(namesFrom.byOtherName(target.name())))
                .findFirst()
                .orElse(null);
    }

    private static CodeMapping exact(Item from, Item to, Ground ground, Confidence joined) {
        return CodeMapping.exact(new Link(
                to.code(), ground, from.confidence().and(to.confidence()).and(joined)));
    }
}
