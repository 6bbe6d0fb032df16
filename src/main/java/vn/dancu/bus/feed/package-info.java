/**
 * The change feed: whom a partner follows, and the events that something about those people changed.
 *
 * <p>Faces: {@link vn.dancu.bus.feed.Follows} and {@link vn.dancu.bus.feed.ChangeFeed}. An event says what changed and never to what: a
 * follower asks for the values, and gets those that the policy lets it see. What changed it hears only of fields that it may ask for.
 * A person is named by a keyed hash of the number.
 */
@NullMarked
@ApplicationModule(
        displayName = "Feed",
        allowedDependencies = {
            "kernel",
            "message :: population",
            "partner",
            "policy",
            "register",
            "delivery",
            "audit",
            "audit :: event",
            "audit :: relay"
        })
package vn.dancu.bus.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
