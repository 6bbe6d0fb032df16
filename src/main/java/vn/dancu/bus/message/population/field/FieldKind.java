package vn.dancu.bus.message.population.field;

/** What kind of value a field holds, and so how a wire writes it. */
public enum FieldKind {
    /** A {@code String}. */
    TEXT,
    /** A {@code BirthDate}. */
    DATE,
    /** A {@code CitizenStatus}, written as its code. */
    STATUS,
    /** A {@code NamedCode}: a code of a list, and another name of what it stands for. */
    CODED,
    /** A {@code PersonName}. */
    NAME,
    /** An {@code Address}. */
    ADDRESS,
    /** A {@code RelatedPerson}. */
    PERSON,
    /** A record of texts, such as a group that another authority brought. */
    RECORD,
    /** A list of records; null where it is empty. */
    RECORDS
}
