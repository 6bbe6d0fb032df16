package vn.dancu.bus.sandbox.citizen;

import java.util.Map;
import vn.dancu.bus.fixtures.CitizenVisitor;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * An account of a parent at both issuers of a bus.
 *
 * @param page address of the portal page
 * @param issuers address of the issuers
 */
record PortalAccount(String page, String issuers, Person citizen) {

    /** Of the parent at that place in the list of the sandbox. */
    static PortalAccount of(RunningBus bus, int place) {
        return new PortalAccount(
                "http://127.0.0.1:" + bus.ports().http() + "/sandbox/citizen",
                "http://127.0.0.1:" + bus.ports().signIn(),
                RunningBus.people(bus.ports().http(), "kind=parent&limit=" + (place + 1))
                        .get(place));
    }

    /** What the form of an issuer takes. */
    Map<String, String> form(String agreement, String level, String kind) {
        return Map.of("number", citizen.soDinhDanh(), "agreement", agreement, "level", level, "kind", kind);
    }

    /** Signs in as the citizen; the page to which that leads. */
    CitizenVisitor.Page signIn(CitizenVisitor visitor, String issuer, String agreement) {
        CitizenVisitor.Page form = visitor.open(page + "/sign-in/" + issuer);
        return visitor.submit(issuers + form.address().getPath(), form(agreement, "2", "1"));
    }
}
