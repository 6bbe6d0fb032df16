package vn.dancu.bus.enrichment;

/** Holds a record against the checks of its source. Thread-safe. */
@FunctionalInterface
public interface RecordCheck {

    /** The person's key and the values in canonical form, or the first column that breaks its rule. */
    CheckedRecord check(SourceRecord written);
}
