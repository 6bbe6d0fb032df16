package vn.dancu.bus.catalogue.crosswalk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.crosswalk.Translation.Candidate;
import vn.dancu.bus.catalogue.crosswalk.Translation.Exact;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Translation.None;
import vn.dancu.bus.catalogue.crosswalk.Translation.OneOf;
import vn.dancu.bus.catalogue.crosswalk.Translation.Unknown;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;

/**
 * Where one code goes, before the type of the scheme is known.
 *
 * @param complete whether there are no other links than these
 * @param why null only when there is one link and no other
 */
record CodeMapping(List<Link> links, boolean complete, @Nullable Why why) {

    static final CodeMapping NOT_IN_SCHEME = unknown(Why.NOT_IN_SCHEME);
    static final CodeMapping NOT_IN_FORCE = unknown(Why.NOT_IN_FORCE);
    static final CodeMapping SOURCES_SILENT = unknown(Why.SOURCES_SILENT);

    /** One code of the other scheme. */
    record Link(String code, Ground ground, Confidence confidence) {}

    CodeMapping {
        links = List.copyOf(links);
        if (why == null && !(complete && links.size() == 1)) {
            throw new IllegalArgumentException("An answer that is not exact says why");
        }
    }

    static CodeMapping exact(Link link) {
        return new CodeMapping(List.of(link), true, null);
    }

    static CodeMapping none(Why why) {
        return new CodeMapping(List.of(), true, why);
    }

    static CodeMapping unknown(Why why) {
        return new CodeMapping(List.of(), false, why);
    }

    /** Exact if there is one link and can be no other. */
    static CodeMapping of(List<Link> links, boolean complete, Why why) {
        return complete && links.size() == 1 ? exact(links.get(0)) : new CodeMapping(links, complete, why);
    }

    <S extends Scheme<?>> Translation<S> in(S scheme) {
        List<Candidate<S>> candidates = links.stream()
                .map(link -> new Candidate<>(Code.of(scheme, link.code()), link.ground(), link.confidence()))
                .toList();
        if (why == null) {
            return new Exact<>(candidates.get(0));
        }
        if (!candidates.isEmpty()) {
            return new OneOf<>(candidates, complete, why);
        }
        return complete ? new None<>(why) : new Unknown<>(why);
    }
}
