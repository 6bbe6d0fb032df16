package vn.dancu.bus.sandbox.guide;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.SandboxSettings.User;
import vn.dancu.bus.sandbox.axis.MockAxis;
import vn.dancu.bus.sandbox.national.MockNational;
import vn.dancu.bus.sandbox.server.SandboxServers;
import vn.dancu.bus.sandbox.sms.MockSmsc;

/** Logs the addresses and accounts of the sandbox once everything has started. */
final class WelcomeBanner {

    private static final Logger LOGGER = LoggerFactory.getLogger(WelcomeBanner.class);

    private static final String TEXT =
            """

            ────────────────────────────────────────────────────────────────────────────────────────────
             DanCu Bus: bản chạy thử, chỉ có người giả lập (số bắt đầu bằng 999)
                        sandbox, synthetic people only (numbers start with 999)

             Bắt đầu / begin        %1$s/                          (trang đầu, thử API / home page, try the API)
             Thử ngay / try first   curl '%1$s/sandbox/citizens?limit=3'
             SOAP (WSDL)            %1$s/soap/population/v1?wsdl
             REST (OpenAPI)         %1$s/openapi/v1.yaml      mã truy cập / token: %1$s/oauth2/token
             Danh bạ / contacts     %1$s/contacts
             Hàng đợi / queues      tcp://127.0.0.1:%2$d      dancu.hub.<đối tác / partner>.in
             Kafka                  127.0.0.1:%3$d            vết kiểm toán / audit events: dancu.audit.v1
             PostgreSQL             jdbc:postgresql://127.0.0.1:%4$d/postgres?user=postgres
             Trục liên thông / axis http://127.0.0.1:%7$d     cổng gửi văn bản / a portal: %1$s/sandbox/portal/balance
             Phía quốc gia / national http://127.0.0.1:%9$d   lỗi thử / faults: /control/faults
             Công dân / citizens    %1$s/sandbox/citizen      (trình duyệt / in a browser)
             Tin nhắn / SMS         %1$s/sandbox/phone        SMPP: 127.0.0.1:%8$d
             Đối tác / partners     %5$s
             Cán bộ / officers      canbo01, canbo02          thủ tục / procedures: 1.001193, 1.004222, VPCP
             Dữ liệu / data         %6$s (xóa thư mục này để làm lại từ đầu / delete it to begin anew)
            ────────────────────────────────────────────────────────────────────────────────────────────""";

    private final SandboxServers servers;
    private final MockAxis axis;
    private final MockNational national;
    private final MockSmsc smsc;
    private final SandboxSettings settings;
    private final Environment environment;

    WelcomeBanner(
            SandboxServers servers,
            MockAxis axis,
            MockNational national,
            MockSmsc smsc,
            SandboxSettings settings,
            Environment environment) {
        this.servers = servers;
        this.axis = axis;
        this.national = national;
        this.smsc = smsc;
        this.settings = settings;
        this.environment = environment;
    }

    /** Waits for servers that are still starting. */
    void print() {
        LOGGER.atInfo().log(TEXT.formatted(
                "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080"),
                servers.artemis().port(),
                servers.kafka().port(),
                servers.postgres().port(),
                partners(),
                settings.dir(),
                axis.port(),
                smsc.port(),
                national.port()));
    }

    private String partners() {
        return settings.artemis().users().stream()
                .filter(user -> !user.bus())
                .map(WelcomeBanner::nameAndSecret)
                .collect(Collectors.joining(", "));
    }

    // These secrets may be logged: they give access to synthetic people only.
    private static String nameAndSecret(User user) {
        return user.name() + " / " + user.secret();
    }
}
