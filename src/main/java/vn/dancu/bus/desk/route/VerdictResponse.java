package vn.dancu.bus.desk.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.BundleVerdict;

/** What was found about a bundle that is not deployed. */
record VerdictResponse(boolean right, String digest, @Nullable String signer, List<RouteFindingResponse> findings) {

    static VerdictResponse of(BundleVerdict verdict) {
        return new VerdictResponse(
                verdict.isRight(), verdict.digest(), verdict.signer(), RouteFindingResponse.of(verdict.findings()));
    }
}
