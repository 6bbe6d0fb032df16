package vn.dancu.bus.citizen.sms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.name.NameNormalizer;

/**
 * Reads commands: prefix, keyword, number, code, apart by any blanks, tabs, line ends and invisible characters. Words may be in any
 * case and with diacritics. Digits are the ten of ASCII and no others: what looks like them is never made into them.
 */
public final class CommandReader {

    /** More words than any command has; the rest of a long text is not looked at. */
    private static final int MAX_WORDS = 8;

    private static final int CODE_LENGTH = 6;

    private final SmsGrammar grammar;

    public CommandReader(SmsGrammar grammar) {
        this.grammar = grammar;
    }

    public TextCommand read(String text) {
        List<String> words = words(text);
        if (words.isEmpty() || !grammar.isPrefix(letters(words.get(0)))) {
            return TextCommand.of(TextCommand.Kind.UNKNOWN);
        }
        if (words.size() == 1) {
            return TextCommand.of(TextCommand.Kind.HELP);
        }
        return grammar.command(letters(words.get(1)))
                .map(kind -> command(kind, words.subList(2, words.size())))
                .orElseGet(() -> TextCommand.of(TextCommand.Kind.UNKNOWN));
    }

    private static TextCommand command(TextCommand.Kind kind, List<String> rest) {
        return switch (kind) {
            case RECORD, ACCESS_LOG, STOP -> rest.size() == 1 ? about(kind, rest.get(0), null) : malformed();
            case CONFIRM ->
                rest.size() == 2 && PersonalId.isDigits(rest.get(1), CODE_LENGTH)
                        ? about(kind, rest.get(0), rest.get(1))
                        : malformed();
            default -> TextCommand.of(kind);
        };
    }

    private static TextCommand about(TextCommand.Kind kind, String number, @Nullable String code) {
        return person(number).map(person -> new TextCommand(kind, person, code)).orElseGet(CommandReader::malformed);
    }

    private static Optional<PersonalId> person(String word) {
        for (PersonalId.Kind kind : PersonalId.Kind.values()) {
            if (PersonalId.isDigits(word, kind.length())) {
                return Optional.of(new PersonalId(kind, word));
            }
        }
        return Optional.empty();
    }

    private static TextCommand malformed() {
        return TextCommand.of(TextCommand.Kind.MALFORMED);
    }

    /** The word without diacritics in capitals; empty when it holds anything but letters and their marks. */
    private static String letters(String word) {
        boolean plain = word.codePoints().allMatch(c -> Character.isLetter(c) || isMark(c));
        return plain ? NameNormalizer.fold(word) : "";
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!isBlank(c)) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words.size() > MAX_WORDS ? words.subList(0, MAX_WORDS) : words;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
