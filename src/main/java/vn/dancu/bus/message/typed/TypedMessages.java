package vn.dancu.bus.message.typed;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.JAXBIntrospector;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.annotation.XmlType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule.Complex;

/** Trees as objects of the classes made from their schema, and back. Behind {@code Message} and {@code MessageContext}. */
public final class TypedMessages {

    private static final Map<String, Version> PACKAGES =
            Arrays.stream(Version.values()).collect(Collectors.toMap(TypedMessages::packageOf, Function.identity()));
    private static final Map<Version, JAXBContext> CONTEXTS = new ConcurrentHashMap<>();

    /** Refuses what a class would hide: a value that is none of its type, an element that stands too often. */
    private static final Reaction HELD = finding -> {
        if (finding.code() != ErrorCode.FIELD_MISSING) {
            Reaction.LENIENT.to(finding);
        }
    };

    private final Grammar grammar;
    private final MappedParts parts;
    private final JAXBContext context;

    private TypedMessages(Grammar grammar) {
        this.grammar = grammar;
        this.parts = new MappedParts(grammar);
        this.context = CONTEXTS.computeIfAbsent(grammar.version(), TypedMessages::newContext);
    }

    /** The classes of that family, made ready when they are first used. */
    public static TypedMessages of(Grammar grammar) {
        return new TypedMessages(grammar);
    }

    /** The Java package of that family's classes. */
    public static String packageOf(Version version) {
        return "vn.dancu.schema." + version.family().replace("-", "") + ".v" + version.number();
    }

    /** The family that the object's class belongs to. */
    public static Version versionOf(Object typed) {
        Class<?> type = JAXBIntrospector.getValue(typed).getClass();
        Version version = PACKAGES.get(type.getPackageName());
        if (version == null) {
            throw new IllegalArgumentException(type.getName() + " was not made from a schema of a family");
        }
        return version;
    }

    private static JAXBContext newContext(Version version) {
        try {
            return JAXBContext.newInstance(packageOf(version), TypedMessages.class.getClassLoader());
        } catch (JAXBException e) {
            throw new IllegalStateException("The classes of " + version + " cannot be used", e);
        }
    }

    /**
     * The document as an object of that class.
     *
     * @throws vn.dancu.bus.kernel.BusException where the document holds what the class cannot, or has another type
     */
    public <T> T read(Node root, Class<T> type) {
        grammar.check(root, HELD);
        ContentSource contents = new ContentSource();
        TreeStreamReader tree = new TreeStreamReader(grammar, parts, root, contents);
        Object read;
        try {
            Unmarshaller reader = context.createUnmarshaller();
            reader.setEventHandler(event -> false);
            reader.setAttachmentUnmarshaller(contents);
            reader.setListener(new Unmarshaller.Listener() {
                @Override
                public void beforeUnmarshal(Object target, @Nullable Object parent) {
                    if (target instanceof TypedElement element) {
                        element.setOrigin(tree.current());
                    }
                }
            });
            read = JAXBIntrospector.getValue(reader.unmarshal(tree));
        } catch (JAXBException e) {
            // Its message may repeat a value.
            throw FieldRefusals.invalid("/", "values that the classes of " + grammar.version() + " can hold");
        }
        if (!type.isInstance(read)) {
            throw FieldRefusals.refusal(ErrorCode.OPERATION_UNKNOWN, "/", "a document of type " + type.getSimpleName());
        }
        return type.cast(read);
    }

    /** The tree of an object, or of a {@link JAXBElement} that names the root of the object. */
    public Node tree(Object typed) {
        TreeBuilder tree = new TreeBuilder(grammar, parts);
        try {
            Marshaller writer = context.createMarshaller();
            writer.setProperty(Marshaller.JAXB_FRAGMENT, true);
            writer.setAttachmentMarshaller(new ContentSink(tree));
            writer.setListener(new Marshaller.Listener() {
                @Override
                public void beforeMarshal(Object source) {
                    if (source instanceof TypedElement element) {
                        tree.beginObject(element.origin());
                    }
                }
            });
            writer.marshal(typed instanceof JAXBElement<?> named ? named : rooted(typed), tree);
            return tree.root();
        } catch (JAXBException e) {
            throw FieldRefusals.refusal(
                    ErrorCode.MESSAGE_INVALID, "/", "objects of the classes of " + grammar.version());
        }
    }

    private <T> JAXBElement<T> rooted(T typed) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) typed.getClass();
        return new JAXBElement<>(new QName(grammar.namespace(), rootOf(typed)), type, typed);
    }

    private String rootOf(Object typed) {
        XmlType type = typed.getClass().getAnnotation(XmlType.class);
        List<String> roots = grammar.roots().stream()
                .filter(root -> type != null
                        && grammar.root(root) instanceof Complex complex
                        && complex.name().equals(type.name()))
                .toList();
        if (roots.size() == 1) {
            return roots.get(0);
        }
        Node origin = typed instanceof TypedElement element ? element.origin() : null;
        if (origin != null && roots.contains(origin.name())) {
            return origin.name();
        }
        throw new IllegalArgumentException(
                roots.isEmpty()
                        ? typed.getClass().getSimpleName() + " is the type of no document"
                        : "One of " + roots + ": name it by the ObjectFactory of its package");
    }
}
