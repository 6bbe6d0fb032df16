package vn.dancu.bus.gateway.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.gateway.xroad.provider.ClientIdentifiers;
import vn.dancu.bus.message.xroad.XRoadId;

/**
 * The adapter door, and under which identifier the X-Road doors answer.
 *
 * @param provider under which identifier the bus is registered on VDXP, such as {@code VN:GOV:000.00.00.G01:csdldc}; a call
 *     names it as {@code dstcode}, a message of X-Road in its header or path
 */
@ConfigurationProperties("dancu.gateway.adapter")
public record AdapterSettings(@DefaultValue("VN:GOV:000.00.00.G01:csdldc") String provider) {

    public AdapterSettings {
        try {
            ClientIdentifiers.of(XRoadId.ofLine(provider));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "dancu.gateway.adapter.provider must be instance:class:member:subsystem, the member an agency code",
                    e);
        }
    }
}
