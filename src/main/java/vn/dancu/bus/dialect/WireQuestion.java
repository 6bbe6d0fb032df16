package vn.dancu.bus.dialect;

import java.util.Map;

/**
 * A question as it leaves for the other side.
 *
 * @param target path and parameters of the address
 * @param headers Content-Type and credentials among them
 * @param body in UTF-8
 */
public record WireQuestion(String target, Map<String, String> headers, byte[] body) {

    @Override
    public String toString() {
        return "WireQuestion[masked]";
    }
}
