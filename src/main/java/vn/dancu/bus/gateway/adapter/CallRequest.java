package vn.dancu.bus.gateway.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call.
 *
 * @param madonvi the agency that asks, as its system writes it
 * @param service what is asked
 * @param isUpdating whether the dossiers have been sent before; for DongBoHoSoMC
 * @param maTTHC the procedure; for LayThuTuc
 * @param data one entry for each question
 */
record CallRequest(
        String session,
        String madonvi,
        String service,
        @Nullable Boolean isUpdating,
        @Nullable String maTTHC,
        @Nullable List<JsonNode> data) {

    @Override
    public String toString() {
        return "CallRequest[masked]";
    }
}
