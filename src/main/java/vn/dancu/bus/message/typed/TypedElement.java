package vn.dancu.bus.message.typed;

import jakarta.xml.bind.annotation.XmlTransient;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * What every class made from the schemas extends. An object that was read from a message remembers its element, so that what
 * its class has no field for goes back with it.
 */
@XmlTransient
public abstract class TypedElement {

    private transient @Nullable Node origin;

    @Nullable
    Node origin() {
        return origin;
    }

    void setOrigin(Node element) {
        origin = element;
    }
}
