package vn.dancu.bus.shelf.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.shelf.lint.RouteOutline.Mention;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;

/** Compares one file with the forms of the vocabulary, key by key, and gathers what it names. */
final class FormCheck {

    /** The form of an endpoint's options, which the endpoint itself says. */
    static final String OPTIONS = "options";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{([a-z][a-zA-Z0-9]{0,39})}}");
    private static final Pattern CHANNEL = Pattern.compile("\\{\\{dancu\\.channel\\.([a-z0-9-]+)}}");
    private static final String DIRECT = "direct:";

    /** Parameters that visual designers write apart, and that are the path of the address. */
    private static final Map<String, List<String>> PATHS = Map.of(
            "jms", List.of("destinationType", "destinationName"),
            "direct", List.of("name"),
            "dataformat", List.of("name", "operation"));

    /** What each key names, where its value is a name. */
    private static final Map<String, Subject> NAMING_KEYS = Map.of(
            "route.id", Subject.ID,
            "routeTemplate.id", Subject.ID,
            "routeConfiguration.id", Subject.ID,
            "templatedRoute.routeId", Subject.ID,
            "route.routeConfigurationId", Subject.CONFIGURATION,
            "routeOfTemplate.routeConfigurationId", Subject.CONFIGURATION,
            "templatedRoute.routeTemplateRef", Subject.TEMPLATE,
            "templateParameter.name", Subject.DECLARED_PARAMETER,
            "givenParameter.name", Subject.GIVEN_PARAMETER);

    private final Vocabulary vocabulary;
    private final RouteFile file;
    private final List<RouteFinding> findings = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();
    private int steps;
    private int depth;

    FormCheck(Vocabulary vocabulary, RouteFile file) {
        this.vocabulary = vocabulary;
        this.file = file;
    }

    List<RouteFinding> findings() {
        return findings;
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** Checks the one item of the file. */
    void root(YamlPlace root) {
        declare(root);
        check(root, "root");
        if (steps > vocabulary.limit("steps")) {
            find(root, RouteRule.STEPS, String.valueOf(vocabulary.limit("steps")));
        }
    }

    /** A template may use its parameters before it declares them. */
    private void declare(YamlPlace root) {
        child(root, "routeTemplate")
                .flatMap(template -> child(template, "parameters"))
                .ifPresent(parameters -> {
                    for (YamlPlace parameter : itemsOf(parameters)) {
                        declared.add(text(parameter, "name"));
                    }
                });
    }

    static Optional<YamlPlace> child(YamlPlace place, String key) {
        return place.entries().flatMap(entries -> entries.stream()
                .filter(entry -> entry.getKey().scalar().equals(Optional.of(key)))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /** The text of that key; empty when there is none. */
    static String text(YamlPlace place, String key) {
        return child(place, key).flatMap(YamlPlace::scalar).orElse("");
    }

    static List<YamlPlace> itemsOf(YamlPlace place) {
        try {
            return place.items();
        } catch (YamlFileException e) {
            return List.of();
        }
    }

    private void check(YamlPlace place, String name) {
        Form form = vocabulary.form(name);
        if (form instanceof Form.Value value) {
            value(place, value);
        } else if (form instanceof Form.Items items) {
            items(place, name, items.form());
        } else {
            keys(place, name, (Form.Keys) form);
        }
    }

    private void value(YamlPlace place, Form.Value form) {
        String text = place.scalar().orElse(null);
        if (text == null
                || RouteLint.ODD_CHARACTERS.matcher(text).find()
                || variants(text).stream().noneMatch(form.pattern().asMatchPredicate())) {
            find(place, RouteRule.TEXT, form.vi(), form.en());
        } else if (form.templated()) {
            Matcher parameters = PARAMETER.matcher(text);
            while (parameters.find()) {
                mention(Subject.USED_PARAMETER, place, parameters.group(1));
            }
        }
    }

    /** The text with a word, and with a number, in the place of parameters: values of parameters are no more than that. */
    private List<String> variants(String text) {
        return List.of(replaced(text, "a"), replaced(text, "1"));
    }

    private String replaced(String text, String value) {
        return PARAMETER.matcher(text).replaceAll(found -> declared.contains(found.group(1)) ? value : "{{}}");
    }

    private void items(YamlPlace place, String name, String form) {
        List<YamlPlace> items = itemsOf(place);
        if (items.isEmpty()) {
            find(place, RouteRule.LIST);
            return;
        }
        boolean nesting = name.equals("steps");
        depth += nesting ? 1 : 0;
        if (nesting && depth > vocabulary.limit("depth")) {
            find(place, RouteRule.DEPTH, String.valueOf(vocabulary.limit("depth")));
        }
        for (YamlPlace item : items) {
            steps += nesting ? 1 : 0;
            check(item, form);
        }
        depth -= nesting ? 1 : 0;
    }

    private void keys(YamlPlace place, String name, Form.Keys form) {
        Map<String, YamlPlace> found = known(place, form.names());
        for (String key : form.must().keySet()) {
            if (!found.containsKey(key)) {
                find(place, RouteRule.KEY_MISSING, key);
            }
        }
        if (!form.one().isEmpty() && found.size() != 1) {
            find(place, RouteRule.KEY_ONE, String.join(", ", form.names()));
        }
        found.forEach((key, value) -> {
            Subject subject = NAMING_KEYS.get(name + "." + key);
            if (subject != null) {
                mention(subject, value, value.scalar().orElse(""));
            }
            if (!form.formOf(key).equals(OPTIONS)) {
                check(value, form.formOf(key));
            }
        });
        YamlPlace uri = found.get("uri");
        if (!form.endpoints().isEmpty() && uri != null) {
            endpoint(form.endpoints(), uri, found.get("parameters"));
        }
        if (name.equals("bean")) {
            call(place);
        } else if (name.equals("templateParameter") && !found.containsKey("defaultValue")) {
            mention(Subject.REQUIRED_PARAMETER, place, text(place, "name"));
        }
    }

    private Map<String, YamlPlace> known(YamlPlace place, List<String> allowed) {
        Map<String, YamlPlace> found = new LinkedHashMap<>();
        Optional<List<Map.Entry<YamlPlace, YamlPlace>>> entries = place.entries();
        if (entries.isEmpty()) {
            find(place, RouteRule.MAPPING, String.join(", ", allowed));
        }
        for (Map.Entry<YamlPlace, YamlPlace> entry : entries.orElse(List.of())) {
            String key = entry.getKey().scalar().orElse("");
            if (!allowed.contains(key)) {
                find(entry.getKey(), RouteRule.KEY_UNKNOWN, shown(key), String.join(", ", allowed));
            } else if (found.putIfAbsent(key, entry.getValue()) != null) {
                find(entry.getKey(), RouteRule.KEY_TWICE, key);
            }
        }
        return found;
    }

    private void endpoint(String kind, YamlPlace uri, @Nullable YamlPlace options) {
        String text = address(uri.scalar().orElse(""), options);
        Optional<Form.Endpoint> endpoint = variants(text).stream()
                .flatMap(variant -> vocabulary.endpoint(kind, variant).stream())
                .findFirst();
        if (endpoint.isEmpty()) {
            find(uri, RouteRule.ENDPOINT, shown(vocabulary.endpoints(kind)));
            return;
        }
        Matcher channel = CHANNEL.matcher(text);
        if (channel.matches()) {
            mention(Subject.CHANNEL, uri, channel.group(1));
        } else if (text.startsWith(DIRECT)) {
            mention(kind.equals("sources") ? Subject.ENTRY : Subject.DIRECT, uri, text.substring(DIRECT.length()));
        }
        if (options != null) {
            options(options, endpoint.get(), uri.scalar().orElse(""));
        }
    }

    /** The address in one piece: a designer may write {@code uri: direct} and the rest as parameters. */
    private static String address(String uri, @Nullable YamlPlace options) {
        List<String> path = PATHS.getOrDefault(uri, List.of());
        if (path.isEmpty() || options == null) {
            return uri;
        }
        StringBuilder address = new StringBuilder(uri);
        for (String part : path) {
            String value = text(options, part);
            address.append(':').append(value.isEmpty() && part.equals("destinationType") ? "queue" : value);
        }
        return address.toString();
    }

    private void options(YamlPlace options, Form.Endpoint endpoint, String uri) {
        List<String> path = PATHS.getOrDefault(uri, List.of());
        Map<String, YamlPlace> found = known(
                options,
                Stream.concat(endpoint.options().keySet().stream(), path.stream())
                        .toList());
        path.forEach(found::remove);
        found.forEach((key, value) -> check(value, endpoint.options().getOrDefault(key, key)));
    }

    private void call(YamlPlace bean) {
        if (!vocabulary.offers(text(bean, "ref"), text(bean, "method"))) {
            find(bean, RouteRule.CALL, String.join(", ", vocabulary.calls()));
        }
    }

    private static String shown(List<Form.Endpoint> endpoints) {
        return String.join(", ", endpoints.stream().map(Form.Endpoint::shown).toList());
    }

    /** What is no name is not repeated. */
    private static String shown(String key) {
        return NAME.matcher(key).matches() ? key : "?";
    }

    private void mention(Subject subject, YamlPlace place, String name) {
        mentions.add(new Mention(subject, name, place.line(), place.column()));
    }

    private void find(YamlPlace place, RouteRule rule, String... values) {
        findings.add(new RouteFinding(file.source(), place.line(), place.column(), rule, List.of(values)));
    }
}
