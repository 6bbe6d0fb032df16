package vn.dancu.bus.camel;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.List;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/**
 * The shared values in JSON, in bodies of REST and of routes: their text. A person's number is masked: whoever means to
 * let it out writes its digits.
 */
public final class KernelModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public KernelModule() {
        super("dancu-kernel");
        for (Class<?> value : List.of(
                AgencyCode.class,
                ErrorCode.class,
                FieldPath.class,
                PartnerId.class,
                PersonalId.class,
                Purpose.class,
                ServiceCode.class)) {
            addSerializer(value, ToStringSerializer.instance);
        }
    }
}
