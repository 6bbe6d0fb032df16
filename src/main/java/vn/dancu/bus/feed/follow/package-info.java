/** Whom partners follow: by the right to ask about a person, found as every other question finds one. */
@NullMarked
package vn.dancu.bus.feed.follow;

import org.jspecify.annotations.NullMarked;
