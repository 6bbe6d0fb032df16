package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;

/**
 * A statement over the events of a person, with its values. Only conditions that were given stand in it, so that the planner can
 * use an index; an event is read as JSON only where a concealment by purpose, or the wish to see others alone, asks for it.
 */
final class PersonStatement {

    private static final String DATA = "e.event::jsonb -> 'data'";

    /** Of a question; an act that reports a use has the purpose of the use in its detail. */
    private static final String PURPOSE =
            "coalesce(%s.event::jsonb #>> '{data,purpose}', %s.event::jsonb #>> '{data,detail,purpose}')";

    /** The event that an act looks at; the purpose of that event decides whether the act may be seen. */
    private static final String LOOKED_AT =
            "select from audit.event x where x.kind in ('ANSWER', 'REFUSAL') and x.id = case when "
                    + "e.event::jsonb #>> '{data,subject}' ~ '^event/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then "
                    + "substring(e.event::jsonb #>> '{data,subject}' from 7)::uuid end";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    PersonStatement add(String text) {
        sql.append(text);
        return this;
    }

    /** Adds a text with one question mark. */
    PersonStatement add(String text, Object value) {
        sql.append(text);
        values.add(value);
        return this;
    }

    /** Adds what the action adds for each, all of them as one set. */
    void eachOf(List<byte[]> hashes, Consumer<byte[]> action) {
        for (int i = 0; i < hashes.size(); i++) {
            sql.append(i == 0 ? "(" : " union all (");
            action.accept(hashes.get(i));
            sql.append(')');
        }
    }

    PersonStatement person(byte[] hash) {
        return add(" where e.person_hash = ? and e.kind in ('ANSWER', 'REFUSAL', 'ACT')", hash);
    }

    PersonStatement conditions(PersonEvents.Query query) {
        bound(" and e.occurred_at >= ?", query.from());
        bound(" and e.occurred_at < ?", query.until());
        if (!query.own()) {
            add(" and not coalesce(").atOwnDoor().add(" or " + DATA + " -> 'roles' @> '[\"citizen\"]'), false)");
        }
        return areNot(query.concealed());
    }

    PersonStatement areNot(List<PersonEvents.Concealment> concealed) {
        for (PersonEvents.Concealment concealment : concealed) {
            add(" and not ").isConcealed(concealment);
        }
        return this;
    }

    PersonStatement ownAnswers(PersonEvents.Query query) {
        bound(" and e.occurred_at >= ?", query.from());
        bound(" and e.occurred_at < ?", query.until());
        return add(" and e.kind = 'ANSWER' and ").atOwnDoor().add(")");
    }

    /** The column decides for nearly all rows, so that their events are not read as JSON; an asker may use the code. */
    private PersonStatement atOwnDoor() {
        return add("e.officer = ?", Actor.CITIZEN.name())
                .add(" and (" + DATA + " ->> 'door' in ('me', 'sms') and not starts_with(coalesce(" + DATA)
                .add(" ->> 'path', ''), ?)", PersonEvent.RELATED_PATH);
    }

    PersonStatement page(@Nullable EventCursor after, int limit) {
        if (after != null) {
            // Excludes the partitions of newer months; the condition of the page is exact.
            bound(" and e.occurred_at <= ?", after.occurredAt());
            bound(" and (e.occurred_at, e.id) < (?, ", after.occurredAt());
            add("?)", after.id());
        }
        return add(" order by e.occurred_at desc, e.id desc limit ?", limit);
    }

    /** A condition that is true or false, and never null. */
    PersonStatement isConcealed(PersonEvents.Concealment concealment) {
        add("coalesce(");
        if (!concealment.actions().isEmpty()) {
            return add("e.kind = 'ACT' and e.occurred_at >= ?", stored(concealment.since()))
                    .member(" and e.partner", concealment.partners())
                    .member(" and e.result", concealment.actions())
                    .add(", false)");
        }
        return use("e", concealment)
                .add(" or case when e.kind = 'ACT' then exists (" + LOOKED_AT + " and ")
                .use("x", concealment)
                .add(") end, false)");
    }

    private PersonStatement use(String event, PersonEvents.Concealment concealment) {
        add("(" + event + ".occurred_at >= ?", stored(concealment.since()))
                .member(" and " + event + ".partner", concealment.partners());
        if (!concealment.purposes().isEmpty()) {
            String purpose = String.format(PURPOSE, event, event);
            add(" and (").member(purpose, concealment.purposes());
            if (!concealment.partners().isEmpty()) {
                add(" or " + purpose + " is null");
            }
            add(")");
        }
        return add(")");
    }

    private PersonStatement member(String value, Set<String> wanted) {
        return wanted.isEmpty() ? this : add(value + " = any(?)", wanted.toArray(String[]::new));
    }

    private void bound(String condition, @Nullable Instant at) {
        if (at != null) {
            PersonStatement unused = add(condition, stored(at));
        }
    }

    String sql() {
        return sql.toString();
    }

    /** In the order of the question marks. */
    Object[] values() {
        return values.toArray();
    }

    /** A moment as the driver takes it. */
    private static Object stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
