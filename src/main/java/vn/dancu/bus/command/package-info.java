/**
 * The command {@code dancu}: the administration from a terminal. An outer wall in a process of its own: it starts neither
 * Spring nor the bus, speaks to the administration API over HTTP, and verifies evidence, certificates of enrichment and route
 * files without any bus.
 *
 * <p>No face: nobody depends on it. Its commands are read from {@code schemas/openapi/admin-v1.yaml}, so that what the API
 * offers and what the command offers is one thing. It never takes a password, a token or a citizen's number as an argument.
 */
@NullMarked
@ApplicationModule(
        displayName = "Command",
        allowedDependencies = {
            "audit :: verify",
            "conformance",
            "conformance :: result",
            "enrichment :: balance",
            "shelf :: bundle",
            "shelf :: lint",
            "shelf :: trial",
            "signing"
        })
package vn.dancu.bus.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
