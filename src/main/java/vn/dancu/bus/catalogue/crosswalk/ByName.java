package vn.dancu.bus.catalogue.crosswalk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Mark;
import vn.dancu.bus.catalogue.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Answer.Link;
import vn.dancu.bus.catalogue.crosswalk.CodeList.Item;

/** The way from one list into another: by the table where it has a row, else by the names. */
final class ByName {

    private final CodeList to;
    private final Names namesFrom;
    private final Names namesTo;

    private ByName(CodeList from, CodeList to) {
        this.to = to;
        this.namesFrom = new Names(from);
        this.namesTo = new Names(to);
    }

    static Map<String, Answer> between(CodeList from, CodeList to, Map<String, Table.Row> table) {
        ByName names = new ByName(from, to);
        Map<String, Answer> answers = new HashMap<>();
        from.items().forEach((code, item) -> {
            Table.Row row = table.get(code);
            answers.put(code, row == null ? names.answer(item) : names.answer(item, row));
        });
        return answers;
    }

    private Answer answer(Item item, Table.Row row) {
        if (row.why() != null) {
            return Answer.none(row.why());
        }
        Item target = to.items().get(row.target());
        if (target == null) {
            throw new IllegalStateException("crosswalk.csv names a code that the list does not have: " + row.target());
        }
        return exact(item, target, Ground.TABLE, row.mark());
    }

    private Answer answer(Item item) {
        Item sameName = namesTo.byOwnName(item.name());
        if (sameName != null) {
            return exact(item, sameName, Ground.SAME_NAME, Mark.VERIFIED);
        }
        Item otherName = byOtherName(item);
        return otherName == null ? Answer.SOURCES_SILENT : exact(item, otherName, Ground.OTHER_NAME, Mark.ONE_SOURCE);
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

    private static Answer exact(Item from, Item to, Ground ground, Mark joined) {
        return Answer.exact(
                new Link(to.code(), ground, from.mark().and(to.mark()).and(joined)));
    }
}
