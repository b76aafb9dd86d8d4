package dev.skyline.experiment.view;

/** In which order experiments are listed; those equal in the field by id. */
public record ExperimentSort(Field field, boolean descending) {

    public static final ExperimentSort NEWEST_FIRST = new ExperimentSort(Field.CREATED_AT, true);

    /** What experiments may be ordered by; those without a value come last. */
    public enum Field {
        CREATED_AT,
        STARTED_AT,
        FINISHED_AT,
        NAME,
        STATE
    }
}
