package vn.dancu.bus.document.axis;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.document.AxisSettings;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Transport;
import vn.dancu.bus.document.axis.call.AxisCalls;
import vn.dancu.bus.document.axis.call.AxisHttp;
import vn.dancu.bus.document.axis.edoc.EdocTransport;
import vn.dancu.bus.document.axis.vxp.VxpTransport;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.trust.TlsContexts;

@Configuration(proxyBeanMethods = false)
class AxisWiring {

    @Bean
    ConfiguredAccounts axisAccounts(
            AxisSettings settings, TlsContexts tls, MeterRegistry meters, MessageContext messages, Clock clock) {
        Map<String, AxisAccount> accounts = new TreeMap<>();
        List<AxisHttp> connections = new ArrayList<>();
        settings.accounts().forEach((name, account) -> {
            boolean vxp = account.transport() == Transport.VXP;
            String userAgent = vxp ? VxpTransport.USER_AGENT : EdocTransport.USER_AGENT;
            AxisHttp http = new AxisHttp(account.http(), userAgent, context(account, tls));
            connections.add(http);
            AxisCalls calls = new AxisCalls(name, account, meters, clock);
            AxisTransport transport = vxp
                    ? new VxpTransport(account, http, calls, clock)
                    : new EdocTransport(account, http, calls, messages);
            accounts.put(name, new AxisAccount(name, account.agency(), account.pollPause(), transport));
        });
        return new ConfiguredAccounts(Map.copyOf(accounts), List.copyOf(connections));
    }

    @Bean
    ConnectionSource axisConnections(AxisSettings settings, AxisAccounts accounts, SslBundles bundles) {
        return new AxisConnections(settings, accounts, bundles);
    }

    private static @Nullable SSLContext context(Account account, TlsContexts tls) {
        String name = account.http().sslBundle();
        return name == null ? null : tls.of(name);
    }
}
