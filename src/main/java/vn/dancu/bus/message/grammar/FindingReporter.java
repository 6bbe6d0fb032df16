package vn.dancu.bus.message.grammar;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Bilingual;
import vn.dancu.bus.message.Finding;
import vn.dancu.bus.message.Finding.Severity;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.grammar.Rule.AttributeRule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.Rule.Step;

/** Writes a finding: the code, the place, the rule, what is there without its value, and what to write instead. */
final class FindingReporter {

    private static final int MAX_NAMES = 16;

    private static final Bilingual ELEMENTS_ONLY = new Bilingual("chỉ có phần tử con", "elements and no text");
    private static final Bilingual TEXT = new Bilingual("có văn bản", "text");
    private static final Bilingual ELEMENTS = new Bilingual("có phần tử con", "elements");
    private static final Bilingual NOTHING = new Bilingual("không có", "nothing");

    private final Grammar grammar;
    private final PathTracker place;
    private final Reaction reaction;

    FindingReporter(Grammar grammar, PathTracker place, Reaction reaction) {
        this.grammar = grammar;
        this.place = place;
        this.reaction = reaction;
    }

    void invalid(TextRule rule, String text) {
        report(
                Severity.ERROR,
                ErrorCode.FIELD_INVALID,
                place.path(),
                rule.words(),
                ValueDescription.of(text),
                write(rule.words()));
    }

    void unlisted(TextRule rule, String text) {
        Bilingual list = new Bilingual(
                "một mã đã biết: " + sorted(rule.known()), "one of the known codes: " + sorted(rule.known()));
        Bilingual repair =
                new Bilingual("kiểm tra lại mã; mã được giữ nguyên", "look the code up; it is kept as it is");
        report(Severity.NOTE, ErrorCode.FIELD_INVALID, place.path(), list, ValueDescription.of(text), repair);
    }

    void textAmongElements() {
        report(Severity.ERROR, ErrorCode.FIELD_INVALID, place.path(), ELEMENTS_ONLY, TEXT, remove(TEXT));
    }

    void elementsInText(TextRule rule) {
        report(Severity.ERROR, ErrorCode.FIELD_INVALID, place.path(), rule.words(), ELEMENTS, write(rule.words()));
    }

    void unknownAttribute(Attribute attribute) {
        Bilingual rule = new Bilingual("phần tử không có thuộc tính này", "an element without this attribute");
        report(Severity.DEVIATION, ErrorCode.FIELD_UNKNOWN, place.path(), rule, name(attribute.name()), remove(rule));
    }

    void missingAttribute(AttributeRule expected) {
        missing(
                place.path("@" + expected.name()),
                expected.name(),
                expected.text().words());
    }

    /** Why these children are not this content: unknown before repeated before missing before out of order. */
    void irregular(List<Node> children, Complex rule) {
        for (Node child : children) {
            if (grammar.element(rule, child) == null && (child.isOwn() || !rule.isOpen())) {
                unknown(child, rule);
            }
        }
        for (int step = 0; step < rule.steps().size(); step++) {
            count(children, rule, rule.steps().get(step), step);
        }
        if (rule.isOrdered()) {
            order(children, rule);
        }
    }

    private void unknown(Node child, Complex rule) {
        String path = FieldRefusals.isPlain(child.name()) ? place.path(child.name()) : place.path();
        Bilingual expected = grammar.isOwn(child)
                ? new Bilingual(
                        "phần tử có trong lược đồ tại vị trí này" + names(rule),
                        "an element of the schema at this place" + names(rule))
                : new Bilingual(
                        "phần tử trong không gian tên " + grammar.namespace(),
                        "an element in the namespace " + grammar.namespace());
        String near = ValueDescription.nearest(child.name(), rule);
        Bilingual repair = near.isEmpty()
                ? new Bilingual("bỏ phần tử này", "leave this element out")
                : new Bilingual("có phải là " + near + "?", "is it " + near + "?");
        report(Severity.DEVIATION, ErrorCode.FIELD_UNKNOWN, path, expected, name(child.name()), repair);
    }

    /** The elements that there are, where they are few enough to be read. */
    private static String names(Complex rule) {
        List<String> names = rule.steps().stream().map(Step::names).toList();
        return names.size() > MAX_NAMES ? "" : ": " + String.join(", ", names);
    }

    private void count(List<Node> children, Complex rule, Step step, int index) {
        List<Node> found = children.stream()
                .filter(child -> grammar.step(rule, child) == index)
                .toList();
        if (found.size() > step.max()) {
            tooMany(found, step);
        } else if (found.size() < step.min()) {
            ElementRule first = step.alternatives().get(0);
            String path = step.alternatives().size() == 1 ? place.path(first.name()) : place.path();
            missing(path, step.names(), words(first.rule()));
        }
    }

    private void tooMany(List<Node> found, Step step) {
        Set<String> names = new TreeSet<>(found.stream().map(Node::name).toList());
        Bilingual count = new Bilingual(found.size() + " lần", found.size() + " times");
        if (names.size() > 1) {
            Bilingual one = new Bilingual("một trong " + step.names(), "one of " + step.names());
            report(Severity.ERROR, ErrorCode.FIELD_INVALID, place.path(), one, count, write(one));
            return;
        }
        String path = place.path(found.get(0).name());
        Bilingual most = step.max() == 1
                ? new Bilingual("chỉ có một lần", "given once")
                : new Bilingual("nhiều nhất " + step.max() + " lần", "at most " + step.max() + " times");
        ErrorCode code = step.max() == 1 ? ErrorCode.FIELD_DUPLICATED : ErrorCode.FIELD_INVALID;
        Bilingual repair = new Bilingual("bỏ phần thừa", "leave the others out");
        report(Severity.ERROR, code, path, most, count, repair);
    }

    private void missing(String path, String names, Bilingual words) {
        Bilingual rule = new Bilingual("phải có " + names, names + " is required");
        Bilingual repair =
                new Bilingual("thêm " + names + ": " + words.vietnamese(), "add " + names + ": " + words.english());
        report(Severity.ERROR, ErrorCode.FIELD_MISSING, path, rule, NOTHING, repair);
    }

    private void order(List<Node> children, Complex rule) {
        int highest = -1;
        String before = "";
        for (Node child : children) {
            ElementRule known = grammar.element(rule, child);
            if (known == null) {
                continue;
            }
            if (known.step() < highest) {
                Bilingual words = new Bilingual("đứng trước " + before, "stands before " + before);
                Bilingual after = new Bilingual("đứng sau " + before, "after " + before);
                Bilingual repair = new Bilingual("chuyển lên trước " + before, "move it before " + before);
                report(Severity.DEVIATION, ErrorCode.FIELD_ORDER, place.path(child.name()), words, after, repair);
                return;
            }
            highest = known.step();
            before = child.name();
        }
    }

    private static Bilingual words(Rule rule) {
        return rule instanceof TextRule text ? text.words() : new Bilingual("phần tử con", "its elements");
    }

    private static Bilingual write(Bilingual words) {
        return new Bilingual("ghi " + words.vietnamese(), "write " + words.english());
    }

    private static Bilingual remove(Bilingual rule) {
        return new Bilingual("bỏ đi: " + rule.vietnamese(), "remove it: " + rule.english());
    }

    private static Bilingual name(String name) {
        boolean plain = FieldRefusals.isPlain(name);
        return new Bilingual(plain ? "phần tử " + name : "một tên lạ", plain ? "the name " + name : "a strange name");
    }

    private static String sorted(Set<String> codes) {
        return String.join(", ", new TreeSet<>(codes));
    }

    private void report(
            Severity severity, ErrorCode code, String path, Bilingual rule, Bilingual found, Bilingual repair) {
        reaction.to(new Finding(severity, code, path, rule, found, repair));
    }
}
