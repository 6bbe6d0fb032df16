/**
 * Lists out: authorities order lists of people by what they have in common (the services {@code CungCapDanhSachTheo…}), and fetch them
 * when they are ready.
 *
 * <p>Face: {@link vn.dancu.bus.listing.ListRequests}. A list is drawn in pieces, each in one transaction with a record for every person
 * in it. What the wire has inside the names of the services is ours: no source says it ({@code docs/protocols/PR-LISTS.md}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Listing",
        allowedDependencies = {
            "kernel",
            "message :: population",
            "batch",
            "partner",
            "policy",
            "register",
            "register :: list",
            "inquiry",
            "delivery",
            "audit",
            "audit :: evidence-file",
            "job"
        })
package vn.dancu.bus.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
