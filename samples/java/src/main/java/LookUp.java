import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.handler.MessageContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.example.dancu.CauHoi;
import vn.example.dancu.CongDan;
import vn.example.dancu.CongdanCollection;
import vn.example.dancu.Loi;
import vn.example.dancu.Loi_Exception;
import vn.example.dancu.NgayThangNamSinh;
import vn.example.dancu.PopulationPort;
import vn.example.dancu.PopulationService;

/** Tra cứu một công dân qua SOAP / looks one citizen up over SOAP, with classes generated from the WSDL. */
public class LookUp {

    /** Arguments: address of the service, number of the person, name, day of birth as yyyyMMdd. */
    public static void main(String[] arguments) throws Exception {
        URI address = URI.create(arguments[0]);
        CauHoi question = new CauHoi();
        question.setMaYeuCau(UUID.randomUUID().toString());
        question.setMaDVC("1.001193");
        question.setMaTichHop("037");
        question.setMaCanBo("canbo01");
        question.setSoDinhDanh(arguments[1]);
        question.setHoVaTen(arguments[2]);
        NgayThangNamSinh born = new NgayThangNamSinh();
        born.setNgayThangNam(arguments[3]);
        question.setNgayThangNamSinh(born);

        PopulationPort port = new PopulationService(URI.create(address + "?wsdl").toURL()).getPopulationPort();
        Map<String, Object> request = ((BindingProvider) port).getRequestContext();
        request.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address.toString());
        request.put(MessageContext.HTTP_REQUEST_HEADERS, signIn(address.getPath()));
        try {
            CongdanCollection answer = port.traCuuThongTinCongDan(question);
            for (CongDan person : answer.getCongDan()) {
                System.out.println(person.getSoDinhDanh() + " " + person.getHoVaTen().getTen());
            }
        } catch (Loi_Exception refused) {
            Loi why = refused.getFaultInfo();
            System.out.println(why.getMa() + ": " + why.getThongDiep() + " " + why.getThongDiepTiengAnh());
        }
    }

    private static Map<String, List<String>> signIn(String path) throws Exception {
        String user = System.getenv("DANCU_USER");
        String time = String.valueOf(System.currentTimeMillis());
        byte[] signed = (path + user + time + System.getenv("DANCU_SECRET")).getBytes(StandardCharsets.UTF_8);
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signed));
        String pair = Base64.getEncoder().encodeToString((user + ":" + digest).getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", List.of("Basic " + pair), "Timestamp", List.of(time));
    }
}
