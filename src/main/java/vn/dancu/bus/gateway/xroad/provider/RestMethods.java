package vn.dancu.bus.gateway.xroad.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.xroad.XRoadId;

/** What listMethods and allowedMethods answer over REST (PR-MREST); the names are those that security servers write. */
public record RestMethods(List<Service> service) {

    /** The endpoints of the service over REST, and the question that each asks. */
    public enum Endpoint {
        LOOK_UP("/citizens/lookup", PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN),
        VERIFY("/citizens/verify", PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN),
        HOUSEHOLD("/households/lookup", PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH);

        private final String path;
        private final PopulationOperation operation;

        Endpoint(String path, PopulationOperation operation) {
            this.path = path;
            this.operation = operation;
        }

        public PopulationOperation operation() {
            return operation;
        }
    }

    public record MethodAndPath(String method, String path) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(
            @JsonProperty("object_type") String objectType,
            @JsonProperty("xroad_instance") String instance,
            @JsonProperty("member_class") @Nullable String memberClass,
            @JsonProperty("member_code") @Nullable String memberCode,
            @JsonProperty("subsystem_code") @Nullable String subsystem,
            @JsonProperty("service_code") String code,
            @JsonProperty("service_type") String type,
            @JsonProperty("endpoint_list") List<MethodAndPath> endpoints) {}

    public static RestMethods all(XRoadId provider) {
        return of(provider, Arrays.asList(Endpoint.values()));
    }

    /** No service at all for a caller that may ask at no endpoint. */
    public static RestMethods allowed(XRoadId provider, Set<ServiceCode> granted) {
        return of(
                provider,
                Arrays.stream(Endpoint.values())
                        .filter(it -> granted.contains(it.operation.service()))
                        .toList());
    }

    private static RestMethods of(XRoadId provider, List<Endpoint> endpoints) {
        if (endpoints.isEmpty()) {
            return new RestMethods(List.of());
        }
        return new RestMethods(List.of(new Service(
                "SERVICE",
                provider.instance(),
                provider.memberClass(),
                provider.memberCode(),
                provider.subsystem(),
                XRoadProvider.REST_SERVICE,
                "OPENAPI3",
                endpoints.stream().map(it -> new MethodAndPath("POST", it.path)).toList())));
    }
}
