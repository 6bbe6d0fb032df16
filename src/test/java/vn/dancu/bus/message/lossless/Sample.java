package vn.dancu.bus.message.lossless;

import java.nio.charset.StandardCharsets;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.Grammar;

/** A generated message; there is no person behind it, so that a failure may show the whole of it. */
record Sample(Grammar grammar, Node root) {

    /** The message as XML, written in the way that this number stands for. */
    byte[] document(long dress) {
        return XmlDressing.of(grammar, root, Chance.of(dress));
    }

    @Override
    public String toString() {
        return new String(document(0), StandardCharsets.UTF_8);
    }
}
