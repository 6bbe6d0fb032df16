package vn.dancu.bus.message.population.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.wire.XmlText;

/**
 * In what a partner's XML questions may differ from the contract. Whatever is not said here is read as the contract has it,
 * and a question that keeps to the contract is read without a look at any of this.
 *
 * @param namespaces that stand for the contract's
 * @param suffix with which the name of a request element may end; empty for none
 * @param names names of elements to the contract's, where the contract has no element of that name in this question
 * @param absent names of elements to the text by which the partner says that there is none
 * @param anyOrder whether the elements may come in any order
 * @param dayAndYear whether Nam may stand beside NgayThangNam of the same year, and either be empty beside the other
 */
public record QuestionVariants(
        Set<String> namespaces,
        String suffix,
        Map<String, String> names,
        Map<String, String> absent,
        boolean anyOrder,
        boolean dayAndYear) {

    /** The contract and nothing else. */
    public static final QuestionVariants NONE = new QuestionVariants(Set.of(), "", Map.of(), Map.of(), false, false);

    private static final String BIRTH_DATE = "NgayThangNamSinh";
    private static final String DAY = "NgayThangNam";
    private static final String YEAR = "Nam";

    public QuestionVariants {
        namespaces = Set.copyOf(namespaces);
        names = Map.copyOf(names);
        absent = Map.copyOf(absent);
    }

    /**
     * A reader that shows the request element on which the given one stands by the contract's names. Throws
     * {@code operation_unknown} at that field where the element is no request.
     */
    public XMLStreamReader reader(XMLStreamReader reader, String contract, String field) {
        String namespace = reader.getNamespaceURI();
        String name = reader.getLocalName();
        String operation = operation(name);
        boolean known = contract.equals(namespace) || namespaces.contains(String.valueOf(namespace));
        if (operation == null || !known) {
            throw BusException.of(
                    ErrorCode.OPERATION_UNKNOWN,
                    field,
                    "one of the eleven request elements in " + contract
                            + "; another namespace, or an ending such as Request, takes a dialect that accepts it");
        }
        return contract.equals(namespace) && operation.equals(name)
                ? reader
                : new VariantReader(reader, String.valueOf(namespace), contract, name, operation);
    }

    private @Nullable String operation(String name) {
        if (PopulationOperation.byElement(name).isPresent()) {
            return name;
        }
        String bare =
                !suffix.isEmpty() && name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : "";
        return PopulationOperation.byElement(bare)
                .map(PopulationOperation::element)
                .orElse(null);
    }

    /** A question that the grammar found wrong, in the contract's form as far as these variants tell it. */
    public Node inContract(Node question, Grammar grammar) {
        if (equals(NONE) || !(grammar.root(question.name()) instanceof Rule.Complex rule)) {
            return question;
        }
        List<Node> children = new ArrayList<>(question.children().size());
        for (Node child : question.children()) {
            Node known = renamed(child, question, rule);
            if (!known.isOwn() || !known.text().equals(absent.get(known.name()))) {
                children.add(dayAndYear && known.name().equals(BIRTH_DATE) ? oneDate(known) : known);
            }
        }
        Node mended = question.withChildren(children);
        return anyOrder ? grammar.inOrder(mended) : mended;
    }

    private Node renamed(Node child, Node question, Rule.Complex rule) {
        String name = names.get(child.name());
        if (name == null || !child.isOwn() || rule.element(child.name()) != null || question.child(name) != null) {
            return child;
        }
        return Node.text(name, XmlText.collapse(child.text()));
    }

    /** The date with one of its two parts, where the other says nothing else; as it is where they disagree. */
    private static Node oneDate(Node date) {
        String day = date.value(DAY);
        String year = date.value(YEAR);
        if (date.children().size() != 2 || (day == null && year == null)) {
            return date;
        }
        if (day == null) {
            return date.withChildren(date.all(YEAR));
        }
        return year == null || day.startsWith(year) ? date.withChildren(date.all(DAY)) : date;
    }
}
