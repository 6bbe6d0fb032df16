package vn.dancu.bus.message.wire;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;

/** How much of one document was read so far; each limit that is passed has its own refusal. */
public final class LimitCounter {

    /** Characters in the name of a namespace. */
    public static final int MAX_NAMESPACE_LENGTH = 512;

    private final MessageLimits limits;
    private int elements;

    public LimitCounter(MessageLimits limits) {
        this.limits = limits;
    }

    /** One more element or property, at that depth. */
    public void element(String name, int depth) {
        if (depth > limits.depth()) {
            throw exceeded(ErrorCode.DEPTH_LIMIT_EXCEEDED, limits.depth() + " levels");
        }
        if (++elements > limits.elements()) {
            throw exceeded(ErrorCode.ELEMENT_LIMIT_EXCEEDED, limits.elements() + " elements");
        }
        name(name);
    }

    /** So many names in a list of the order of elements; each is counted again where its element stands. */
    public void order(int count) {
        if (count > limits.elements()) {
            throw exceeded(ErrorCode.ELEMENT_LIMIT_EXCEEDED, limits.elements() + " elements");
        }
    }

    public void name(String name) {
        if (name.length() > limits.nameLength()) {
            throw exceeded(ErrorCode.NAME_LIMIT_EXCEEDED, limits.nameLength() + " characters in a name");
        }
    }

    /** XML has the same limit as JSON, whose property names hold the namespace. */
    public void namespace(@Nullable String namespace) {
        if (namespace != null && namespace.length() > MAX_NAMESPACE_LENGTH) {
            throw exceeded(ErrorCode.NAME_LIMIT_EXCEEDED, MAX_NAMESPACE_LENGTH + " characters in a namespace");
        }
    }

    public void text(int length) {
        if (length > limits.textLength()) {
            throw exceeded(ErrorCode.TEXT_LIMIT_EXCEEDED, limits.textLength() + " characters in one text");
        }
    }

    public void attributes(int count) {
        if (count > limits.attributes()) {
            throw exceeded(ErrorCode.ATTRIBUTE_LIMIT_EXCEEDED, limits.attributes() + " attributes of one element");
        }
    }

    public void number(int length) {
        if (length > limits.numberLength()) {
            throw exceeded(ErrorCode.NUMBER_LIMIT_EXCEEDED, limits.numberLength() + " characters in a number");
        }
    }

    /** The next record of a streamed collection counts anew. */
    public void nextRecord() {
        elements = 0;
    }

    /** The refusal of what is more than that. */
    public static BusException exceeded(ErrorCode code, String most) {
        return DocumentInput.refusal(code, "at most " + most);
    }
}
