package vn.dancu.bus.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks about, and at which doors.
 *
 * @param target the address without a path and without a slash at its end
 * @param partner as whom it is asked
 * @param doors paths of the doors
 * @param asker officer and procedure of the questions, and the client of X-Road
 * @param people by what they stand for: found, replaced, deceased, missing; synthetic ones
 * @param allowed two fields or more that the partner may have
 * @param withheld fields that it may not have; empty where there are none
 * @param limit within which an answer must be there
 */
public record ConformancePlan(
        URI target,
        String partner,
        Doors doors,
        Asker asker,
        Map<String, Someone> people,
        List<String> allowed,
        List<String> withheld,
        Duration limit) {

    /** Who everybody in a plan must at least be. */
    public static final String FOUND = "found";

    public ConformancePlan {
        String address = target.toString();
        target = address.endsWith("/") ? URI.create(address.substring(0, address.length() - 1)) : target;
        people = Map.copyOf(people);
        allowed = List.copyOf(allowed);
        withheld = List.copyOf(withheld);
    }

    /**
     * Paths; null for a door that the target does not have.
     *
     * @param soap questions over SOAP 1.1 with a digest
     * @param token where access tokens come from
     * @param rest questions in JSON with a token
     * @param xroad questions over the message protocol of X-Road
     * @param xroadRest the service's path of X-Road's REST protocol
     */
    public record Doors(
            @Nullable String soap,
            @Nullable String token,
            @Nullable String rest,
            @Nullable String xroad,
            @Nullable String xroadRest) {

        /** Those of a bus as it is delivered. */
        public static final Doors OF_A_BUS =
                new Doors("/soap/population/v1", "/oauth2/token", "/api/v1/citizens/lookup", null, null);
    }

    /**
     * @param client of X-Road, its parts with slashes between
     * @param provider the same of the system that is asked over X-Road
     */
    public record Asker(String officer, String procedure, String client, String provider) {}

    /** @param born yyyy-MM-dd or yyyy */
    public record Someone(String number, String name, String born) {

        @Override
        public String toString() {
            return "Someone[masked]";
        }
    }

    /** The person that stands for that; empty where the plan has none. */
    public Optional<Someone> person(String kind) {
        return Optional.ofNullable(people.get(kind));
    }
}
