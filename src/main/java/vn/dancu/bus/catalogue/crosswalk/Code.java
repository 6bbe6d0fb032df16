package vn.dancu.bus.catalogue.crosswalk;

/**
 * A code with the scheme that gives it its meaning.
 *
 * <p>Two codes can be compared by {@link #sameAs} only if the type says that they are of one scheme; a code of another
 * scheme, or bare text, does not compile. Where only the domain is known, as with {@link Schemes#wardsOn}, the schemes are
 * compared too.
 *
 * <pre>{@code
 * Code<GenderPopulationDb> male = Code.of(Schemes.GENDER_POPULATION_DB, "1");
 * male.sameAs(Code.of(Schemes.GENDER_BHXH_API, "1"));       // does not compile
 * }</pre>
 *
 * @param text as the scheme writes it: {@code "1"} of a scheme with two digits becomes {@code "01"}. Text that cannot be a
 *     code of the scheme is kept, and is translated to {@link Translation.Unknown}
 */
public record Code<S extends Scheme<?>>(S scheme, String text) {

    public Code {
        text = scheme.form().written(text);
    }

    /** The code as it stands on the wire, of the scheme that the message uses. */
    public static <S extends Scheme<?>> Code<S> of(S scheme, String text) {
        return new Code<>(scheme, text);
    }

    /** Whether both mean the same entry of the same scheme. */
    public boolean sameAs(Code<S> other) {
        return equals(other);
    }

    /** What cannot be a code is left out: it may be anything that the sender put there. */
    @Override
    public String toString() {
        Scheme.Form form = scheme.form();
        return form.list() + " " + (form.fits(text) ? text : "[not a code]") + " (" + form.id() + ")";
    }
}
