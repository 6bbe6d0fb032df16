package vn.dancu.bus.shelf.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern ODD_CHARACTERS =
            Pattern.compile("[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]|\\r(?!\\n)"
                    + "|[\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}\\x{fffe}\\x{ffff}]");

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
     * @param listed files that a manifest names; they may have the names that visual designers give
     */
    public static RouteReport check(List<RouteFile> loose, List<RouteFile> listed) {
        RouteLint lint = new RouteLint();
        loose.forEach(file -> lint.file(file, file.isNamedAsRoute()));
        listed.forEach(file -> lint.file(file, file.isNamedAsRoute() || file.isOfDesigner()));
        List<RouteFile> files = Stream.concat(loose.stream(), listed.stream()).toList();
        lint.findings.addAll(new FolderCheck(files, lint.outlines, lint.named).findings());
        List<String> wrong = lint.findings.stream().map(RouteFinding::file).toList();
        return new RouteReport(
                lint.findings,
                lint.outlines.stream()
                        .filter(outline -> !wrong.contains(outline.file().source()))
                        .toList());
    }

    private void file(RouteFile file, boolean isOfRightType) {
        if (!isOfRightType) {
            find(file, 1, 1, RouteRule.FILE_TYPE);
        } else if (!file.readable()) {
            find(file, 1, 1, RouteRule.FILE_UNREADABLE);
        } else {
            text(file);
        }
    }

    private void text(RouteFile file) {
        Matcher odd = ODD_CHARACTERS.matcher(file.text());
        if (odd.find()) {
            String before = file.text().substring(0, odd.start());
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            find(file, line, odd.start() - before.lastIndexOf('\n'), RouteRule.FILE_CHARACTERS);
            return;
        }
        try {
            yaml(file, YamlPlace.plain(file.path(), file.text(), MAX_YAML_DEPTH));
        } catch (YamlFileException e) {
            find(file, e.line(), e.column(), RouteRule.FILE_YAML, e.rule());
        }
    }

    private void yaml(RouteFile file, YamlPlace document) {
        List<YamlPlace> items = document.items();
        if (items.isEmpty() || items.size() > VOCABULARY.limit("items")) {
            find(file, document.line(), document.column(), RouteRule.FILE_ONE);
            return;
        }
        List<RouteFile> parts = items.size() == 1 ? List.of(file) : parts(file, items);
        int most = VOCABULARY.limit("lines");
        for (int i = 0; i < parts.size(); i++) {
            RouteFile part = parts.get(i);
            if (part.text().lines().count() > most) {
                int first = parts.size() == 1 ? 1 : items.get(i).line();
                find(part, first + most, 1, RouteRule.FILE_LINES, String.valueOf(most));
            }
            item(part, items.get(i));
        }
    }

    /** Each item in the lines from its hyphen to that of the next; nothing when they stand otherwise. */
    private List<RouteFile> parts(RouteFile file, List<YamlPlace> items) {
        List<String> lines = file.text().lines().toList();
        List<RouteFile> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int from = items.get(i).line() - 1;
            int to = i + 1 < items.size() ? items.get(i + 1).line() - 1 : lines.size();
            boolean isAlone = i == 0 || from > items.get(i - 1).line() - 1;
            if (!isAlone || !lines.get(from).stripLeading().startsWith("-")) {
                find(file, from + 1, 1, RouteRule.LIST);
                return List.of();
            }
            parts.add(file.item(String.valueOf(i + 1), String.join("\n", lines.subList(from, to)) + "\n"));
        }
        return parts;
    }

    private void item(RouteFile file, YamlPlace root) {
        FormCheck check = new FormCheck(VOCABULARY, file);
        check.root(root);
        check.mentions().stream()
                .filter(mention -> mention.subject() == Subject.ID)
                .forEach(mention -> named.add(mention.name()));
        findings.addAll(check.findings());
        if (check.findings().isEmpty()) {
            Map.Entry<YamlPlace, YamlPlace> only = root.entries().orElseThrow().get(0);
            Kind kind = Kind.of(only.getKey().text());
            RouteOutline outline = new RouteOutline(file, kind, check.mentions());
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
        boolean isNamedOtherwise = file.isNamedAsRoute() && !id.name().equals(file.id());
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
