package vn.dancu.bus.gateway.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.StrictJson;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;

/**
 * One question of a call, still unread.
 *
 * @param place of its entry in the call
 * @param operation what is asked
 * @param json the question as at the REST door; null where the entry asks nothing
 * @param names the properties of the question that stand elsewhere in the call, by where they stand
 * @param file the dossier that it is asked for; null where the entry is no dossier
 */
record CallQuestion(
        String place,
        PopulationOperation operation,
        @Nullable ObjectNode json,
        Map<String, String> names,
        @Nullable String file) {

    /**
     * The question itself.
     *
     * @throws BusException whose refusal names the place in the call
     */
    @Nullable
    CitizenQuery read(PopulationJson reader) {
        if (json == null) {
            return null;
        }
        try {
            return reader.readQuery(operation, new ByteArrayInputStream(StrictJson.MAPPER.writeValueAsBytes(json)));
        } catch (BusException e) {
            throw new BusException(placed(e.refusal()), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree in memory cannot be written", e);
        }
    }

    private Refusal placed(Refusal refusal) {
        String field = refusal.field();
        if (field == null || field.equals("/")) {
            return new Refusal(refusal.code(), place, refusal.rule(), refusal.occurrence());
        }
        String named = names.getOrDefault(field, place + "." + field);
        return new Refusal(refusal.code(), named, refusal.rule(), refusal.occurrence());
    }

    @Override
    public String toString() {
        return "CallQuestion[" + operation + ", masked]";
    }
}
