package vn.dancu.bus.dialect.pack;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dancu.bus.dialect.CredentialRecipe;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.NameFolding;
import vn.dancu.bus.dialect.TimeForm;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.variant.QuestionVariants;

/** Reads one pack. */
final class DialectReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final PackFolder folder;
    private final EnvelopeReader envelopes;

    DialectReader(PackFolder folder, PackErrors findings) {
        this.folder = folder;
        this.envelopes = new EnvelopeReader(folder, findings);
    }

    Dialect read(PackNode root) {
        PackMap keys = root.keys()
                .only(
                        "name",
                        "title",
                        "family",
                        "version",
                        "shape",
                        "accepts",
                        "question",
                        "headers",
                        "parameters",
                        "credentials",
                        "time",
                        "folding");
        String name = name(keys.required("name"));
        Dialect.Title title = title(keys.required("title").keys().only("vi", "en"));
        String[] schema = schema(keys.required("family"), keys.required("version"));
        CitizenShape shape = shape(keys.required("shape")
                .keys()
                .only("names", "relatives", "codes", "dates", "units", "attributes", "existence"));
        CredentialRecipe credentials = RecipeReader.read(keys.required("credentials"));
        return new Dialect(
                name,
                title,
                schema[0],
                schema[1],
                shape,
                keys.optional("accepts").map(VariantsReader::read).orElse(QuestionVariants.NONE),
                envelopes.read(keys.required("question")),
                TemplateReader.headers(keys.optional("headers"), credentials),
                TemplateReader.fields(keys.optional("parameters")),
                credentials,
                time(keys, credentials),
                folding(keys.required("folding")));
    }

    private String name(PackNode node) {
        String name = node.text(NAME, "is 2 to 40 small letters, digits and hyphens, first a letter");
        if (NAME.matcher(name).matches() && !name.equals(folder.name())) {
            node.broken("is the name of the folder, " + folder.name());
        }
        return name;
    }

    private static Dialect.Title title(PackMap keys) {
        return new Dialect.Title(keys.required("vi").text(), keys.required("en").text());
    }

    /** Family and version; a known pair of them stands in for an unknown one. */
    private static String[] schema(PackNode familyPlace, PackNode versionPlace) {
        String family = familyPlace.text();
        String version = versionPlace.text();
        if (Dialect.answers(family, version).isPresent()) {
            return new String[] {family, version};
        }
        boolean known = Dialect.families().contains(family);
        if (!known && !family.isEmpty()) {
            familyPlace.broken("is " + String.join(" or ", Dialect.families()));
        } else if (known && !version.isEmpty()) {
            versionPlace.broken("is a version of the schema " + family + ", such as v1");
        }
        return new String[] {"citizen", "v1"};
    }

    private static CitizenShape shape(PackMap keys) {
        return new CitizenShape(
                keys.required("names").word(CitizenShape.Names.class),
                keys.required("relatives").word(CitizenShape.Relatives.class),
                keys.required("codes").word(CitizenShape.Codes.class),
                keys.required("dates").word(CitizenShape.Dates.class),
                keys.required("units").word(CitizenShape.Units.class),
                keys.required("attributes").flag(),
                keys.optional("existence")
                        .map(node -> node.word(CitizenShape.Existence.values(), CitizenShape.Existence::element))
                        .orElse(CitizenShape.Existence.RESPONSE));
    }

    /** Needed where a recipe speaks of the time; otherwise it only says what {@code {timestamp}} is. */
    private static Dialect.Time time(PackMap pack, CredentialRecipe credentials) {
        boolean needed = credentials instanceof CredentialRecipe.BasicDigest
                || credentials instanceof CredentialRecipe.HmacHeaders;
        if (!needed && pack.optional("time").isEmpty()) {
            return new Dialect.Time(TimeForm.MILLISECONDS, EnumSet.of(TimeForm.MILLISECONDS));
        }
        PackMap keys = pack.required("time").keys().only("unit", "accepted");
        PackNode unit = keys.required("unit");
        TimeForm sent = unit.word(TimeForm.values(), TimeForm::word);
        Optional<PackNode> list = keys.optional("accepted");
        Set<TimeForm> accepted = EnumSet.noneOf(TimeForm.class);
        list.ifPresent(it -> it.items().forEach(item -> {
            TimeForm form = item.word(TimeForm.values(), TimeForm::word);
            if (!accepted.add(form) && item.isText(form.word())) {
                item.broken("stands twice");
            }
        }));
        if (list.isPresent() && accepted.isEmpty()) {
            list.get().broken("must have at least one unit");
        }
        if (sent == TimeForm.AXIS && credentials instanceof CredentialRecipe.BasicDigest) {
            unit.broken("is seconds or milliseconds with basic-digest");
        }
        return new Dialect.Time(sent, accepted.isEmpty() ? EnumSet.of(sent) : accepted);
    }

    private static NameFolding folding(PackNode node) {
        Set<NameFolding.Step> steps = EnumSet.noneOf(NameFolding.Step.class);
        for (PackNode item : node.items()) {
            NameFolding.Step step = item.word(NameFolding.Step.class);
            if (!steps.add(step) && item.isText(PackNode.small(step))) {
                item.broken("stands twice");
            }
        }
        return new NameFolding(steps);
    }
}
