import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.web.client.RestClientResponseException;
import vn.example.dancu.rest.ApiClient;
import vn.example.dancu.rest.api.PopulationApi;
import vn.example.dancu.rest.api.TokenApi;
import vn.example.dancu.rest.model.Citizen;
import vn.example.dancu.rest.model.CitizenAnswer;
import vn.example.dancu.rest.model.Question;

/** Tra cứu một công dân qua REST / looks one citizen up over REST, with classes generated from the OpenAPI document. */
public class RestLookUp {

    /** Arguments: address of the bus, number of the person, name, day of birth as yyyyMMdd. */
    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.setBasePath(arguments[0]);
        try {
            String token = new TokenApi(client)
                    .takeToken("client_credentials", System.getenv("DANCU_USER"), System.getenv("DANCU_SECRET"))
                    .getAccessToken();
            client.setBearerToken(token);
            CitizenAnswer answer = new PopulationApi(client)
                    .lookUpCitizen(new Question()
                            .maYeuCau(UUID.randomUUID().toString())
                            .maDVC("1.001193")
                            .maCanBo("canbo01")
                            .soDinhDanh(arguments[1])
                            .hoVaTen(arguments[2])
                            .ngaySinh(arguments[3]));
            for (Citizen person : answer.getCongDan()) {
                System.out.println(person.getSoDinhDanh() + " " + person.getHoVaTen().getTen());
            }
        } catch (RestClientResponseException refused) {
            System.out.println(refused.getStatusCode().value() + " " + refused.getResponseBodyAsString(StandardCharsets.UTF_8));
        }
    }
}
