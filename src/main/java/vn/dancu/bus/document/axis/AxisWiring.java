package vn.dancu.bus.document.axis;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.document.AxisSettings;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.axis.call.AxisCalls;
import vn.dancu.bus.document.axis.call.AxisHttp;
import vn.dancu.bus.document.axis.vxp.VxpTransport;

@Configuration(proxyBeanMethods = false)
class AxisWiring {

    @Bean
    ConfiguredAccounts axisAccounts(AxisSettings settings, SslBundles bundles, MeterRegistry meters, Clock clock) {
        Map<String, AxisAccount> accounts = new TreeMap<>();
        List<AxisHttp> connections = new ArrayList<>();
        settings.accounts().forEach((name, account) -> {
            AxisHttp http = new AxisHttp(account.http(), VxpTransport.USER_AGENT, bundle(account, bundles));
            connections.add(http);
            AxisTransport transport = new VxpTransport(account, http, new AxisCalls(name, account, meters), clock);
            accounts.put(name, new AxisAccount(name, account.agency(), account.pollPause(), transport));
        });
        return new ConfiguredAccounts(Map.copyOf(accounts), List.copyOf(connections));
    }

    private static @Nullable SslBundle bundle(Account account, SslBundles bundles) {
        String name = account.http().sslBundle();
        return name == null ? null : bundles.getBundle(name);
    }
}
