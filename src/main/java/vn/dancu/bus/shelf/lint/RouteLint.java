package vn.dancu.bus.shelf.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.shelf.lint.RouteOutline.Kind;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;

/**
 * Checks files of routes. A route file is code, so what is not named in the vocabulary is refused.
 *
 * <p>Camel reads YAML with another parser than this class. Where two parsers could differ, the text is refused: characters
 * that only one of them takes for the end of a line, tabs, anchors, tags, directives, second documents.
 */
public final class RouteLint {

    /** Control characters, other ends of lines, byte order marks, and those that turn the direction of reading. */
    static final Pattern ODD_CHARACTERS = Pattern.compile("[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]|\\r(?!\\n)"
            + "|[\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}\\x{fffe}\\x{ffff}]");

    private static final Pattern ODD_XML_CHARACTERS =
            Pattern.compile(ODD_CHARACTERS.pattern().replace("\\x00-\\x09", "\\x00-\\x08"));

    /** Roots that designers write and that say too little, or too much, for a route of the bus. */
    private static final Map<String, RouteRule> DESIGNERS =
            Map.of("from", RouteRule.BUNDLE_ERRORS, "beans", RouteRule.FILE_BEANS);

    private static final int MAX_YAML_DEPTH = 24;

    private static final Vocabulary VOCABULARY = Vocabulary.load();

    private final List<RouteFinding> findings = new ArrayList<>();
    private final List<RouteOutline> outlines = new ArrayList<>();
    private final List<String> named = new ArrayList<>();

    private RouteLint() {}

    /** Checks each file, and what they name of one another. */
    public static RouteReport check(List<RouteFile> files) {
        return check(files, List.of());
    }

    /**
     * Checks each file, and what they name of one another.
     *
     * @param loose files that stand for themselves, so that their names say what they are
     * @param listed files that a manifest names; they may have the names and the forms that visual designers give
     */
    public static RouteReport check(List<RouteFile> loose, List<RouteFile> listed) {
        RouteLint lint = new RouteLint();
        loose.forEach(file -> lint.file(file, file.isNamedAsRoute(), false));
        listed.forEach(file -> lint.file(file, file.isNamedAsRoute() || file.isOfDesigner(), true));
        List<RouteFile> files = Stream.concat(loose.stream(), listed.stream()).toList();
        lint.findings.addAll(new FolderCheck(files, lint.outlines, lint.named).findings());
        List<String> wrong = lint.findings.stream().map(RouteFinding::file).toList();
        return new RouteReport(
                lint.findings,
                lint.outlines.stream()
                        .filter(outline -> !wrong.contains(outline.file().source()))
                        .toList());
    }

    private void file(RouteFile file, boolean isOfRightType, boolean isListed) {
        if (!isOfRightType) {
            find(file, 1, 1, RouteRule.FILE_TYPE);
        } else if (!file.readable() || file.text().length() > RouteFolder.MAX_BYTES) {
            find(file, 1, 1, RouteRule.FILE_UNREADABLE);
        } else {
            text(file, isListed);
        }
    }

    private void text(RouteFile file, boolean isListed) {
        Matcher odd = (file.isXml() ? ODD_XML_CHARACTERS : ODD_CHARACTERS).matcher(file.text());
        if (odd.find()) {
            String before = file.text().substring(0, odd.start());
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            find(file, line, odd.start() - before.lastIndexOf('\n'), RouteRule.FILE_CHARACTERS);
            return;
        }
        try {
            Node root = file.isXml()
                    ? RouteXml.read(file.text())
                    : YamlPlace.plain(file.path(), file.text(), MAX_YAML_DEPTH).node();
            (isListed ? flows(file, root) : Optional.of(root))
                    .ifPresent(list -> items(file, list, isListed || file.isXml()));
        } catch (YamlFileException e) {
            find(file, e.line(), e.column(), RouteRule.FILE_YAML, e.rule());
        } catch (RouteXml.Refused e) {
            find(file, e.line, e.column, RouteRule.FILE_XML, String.valueOf(e.getMessage()));
        }
    }

    /** The list of a Kubernetes resource of Karavan; everything else is the list itself. */
    private Optional<Node> flows(RouteFile file, Node root) {
        YamlPlace place = YamlPlace.of(file.path(), root);
        String kind = FormCheck.text(place, "kind");
        if (kind.isEmpty()) {
            return Optional.of(root);
        }
        if (!kind.equals("Integration")) {
            find(file, place.line(), place.column(), RouteRule.FILE_KIND);
            return Optional.empty();
        }
        known(file, place, "apiVersion", "kind", "metadata", "spec");
        YamlPlace spec = FormCheck.child(place, "spec").orElse(place);
        known(file, spec, "flows");
        return Optional.of(FormCheck.child(spec, "flows").orElse(spec).node());
    }

    private void known(RouteFile file, YamlPlace place, String... keys) {
        for (Map.Entry<YamlPlace, YamlPlace> entry : place.entries().orElse(List.of())) {
            if (!List.of(keys).contains(entry.getKey().scalar().orElse(""))) {
                YamlPlace key = entry.getKey();
                find(file, key.line(), key.column(), RouteRule.KEY_UNKNOWN, "?", String.join(", ", keys));
            }
        }
    }

    private void items(RouteFile file, Node root, boolean isShaped) {
        YamlPlace document = YamlPlace.of(file.path(), root);
        List<YamlPlace> items = document.items();
        if (items.isEmpty() || items.size() > VOCABULARY.limit("items")) {
            find(file, document.line(), document.column(), RouteRule.FILE_ONE);
            return;
        }
        CanonicalForm form = new CanonicalForm(file.stem(), file.defaults());
        for (int i = 0; i < items.size(); i++) {
            Node node = isShaped ? form.item(items.get(i).node()) : items.get(i).node();
            String text = CanonicalForm.text(List.of(node));
            RouteFile part = items.size() == 1 ? file.only(text) : file.item(String.valueOf(i + 1), text);
            lines(file, items, i, text);
            item(file, part, YamlPlace.of(file.path(), node));
        }
    }

    /** From the line of an item to that of the next; of XML, whose items may share lines, as they are in YAML. */
    private void lines(RouteFile file, List<YamlPlace> items, int number, String text) {
        int first = items.size() == 1 ? 1 : items.get(number).line();
        long end = number + 1 < items.size()
                ? items.get(number + 1).line()
                : file.text().lines().count() + 1;
        long count = file.isXml() ? text.lines().count() : end - first;
        int most = VOCABULARY.limit("lines");
        if (count > most) {
            int line = file.isXml() ? items.get(number).line() : first + most;
            find(file, line, 1, RouteRule.FILE_LINES, String.valueOf(most));
        }
    }

    private void item(RouteFile origin, RouteFile file, YamlPlace root) {
        RouteRule designers = DESIGNERS.get(root.entries()
                .filter(entries -> entries.size() == 1)
                .flatMap(entries -> entries.get(0).getKey().scalar())
                .orElse(""));
        if (designers != null) {
            find(file, root.line(), root.column(), designers);
            return;
        }
        FormCheck check = new FormCheck(VOCABULARY, file);
        check.root(root);
        check.mentions().stream()
                .filter(mention -> mention.subject() == Subject.ID)
                .forEach(mention -> named.add(mention.name()));
        findings.addAll(check.findings());
        if (check.findings().isEmpty()) {
            Map.Entry<YamlPlace, YamlPlace> only = root.entries().orElseThrow().get(0);
            Kind kind = Kind.of(only.getKey().text());
            RouteOutline outline = new RouteOutline(file, origin, kind, check.mentions());
            identity(outline);
            if (kind == Kind.TEMPLATED_ROUTE) {
                partner(outline, only.getValue());
            }
            outlines.add(outline);
        }
    }

    private void identity(RouteOutline outline) {
        RouteFile file = outline.file();
        RouteOutline.Mention id = outline.on(Subject.ID).get(0);
        boolean isNamedOtherwise =
                file.isNamedAsRoute() && file.defaults() == null && !id.name().equals(file.id());
        if (isNamedOtherwise) {
            findings.add(outline.finding(id, RouteRule.FILE_NAME));
        }
        if (file.isOfPartner() != (outline.kind() == Kind.TEMPLATED_ROUTE)) {
            findings.add(outline.finding(RouteRule.FILE_PLACE));
        }
        outline.on(Subject.ENTRY).stream()
                .filter(entry -> !entry.name().equals(id.name()))
                .forEach(entry -> findings.add(outline.finding(entry, RouteRule.ENTRY)));
    }

    /** A hub speaks for itself only: the folder, the end of the id and the parameter say the same partner. */
    private void partner(RouteOutline outline, YamlPlace route) {
        String partner = outline.file().folder();
        Optional<String> given = FormCheck.child(route, "parameters").stream()
                .flatMap(parameters -> FormCheck.itemsOf(parameters).stream())
                .filter(parameter -> FormCheck.text(parameter, "name").equals("partner"))
                .map(parameter -> FormCheck.text(parameter, "value"))
                .findFirst();
        if (!given.equals(Optional.of(partner)) || !outline.id().endsWith("-" + partner)) {
            findings.add(outline.finding(outline.on(Subject.ID).get(0), RouteRule.PARTNER));
        }
    }

    private void find(RouteFile file, int line, int column, RouteRule rule, String... values) {
        findings.add(new RouteFinding(file.source(), line, column, rule, List.of(values)));
    }
}
