package vn.dancu.bus.message.axis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;

/**
 * An agency that the axis knows. Both forms of its code are in use: the one by QĐ 20/2020/QĐ-TTg and the one before it.
 *
 * <pre>{@code
 * List<Agency> agencies = Agency.all(message.root());   // a getAgenciesListResult
 * }</pre>
 *
 * @param parent the id of the agency above it
 * @param code such as {@code H41.01}
 * @param oldCode such as {@code 000.00.01.H41}
 * @param code102 the code by QCVN 102:2016
 * @param extensions elements that no schema knows, and what a unit to synchronise has besides
 */
public record Agency(
        @Nullable String id,
        @Nullable String parent,
        String code,
        @Nullable String name,
        @Nullable String mail,
        @Nullable String oldCode,
        @Nullable String code102,
        List<Node> extensions) {

    public Agency {
        extensions = List.copyOf(extensions);
    }

    public static Agency of(Node element) {
        AxisFieldReader fields = new AxisFieldReader(element);
        return new Agency(
                fields.text("id"),
                fields.text("pid"),
                fields.needed("code"),
                fields.text("name"),
                fields.text("mail"),
                fields.text("oldCode"),
                fields.text("code102"),
                fields.rest());
    }

    /** The agencies of a result. */
    public static List<Agency> all(Node result) {
        return result.all("data").stream().map(Agency::of).toList();
    }

    /** Whether that is its code, in one form or the other. */
    public boolean hasCode(String other) {
        return code.equals(other) || other.equals(oldCode) || other.equals(code102);
    }

    /** The element of that name, such as {@code Agency}, or {@code data} in a result. */
    public Node element(String name) {
        return Elements.of(name)
                .add("id", id)
                .add("pid", parent)
                .add("code", code)
                .add("name", this.name)
                .add("mail", mail)
                .add("oldCode", oldCode)
                .add("code102", code102)
                .addAll(extensions)
                .done();
    }
}
