-- What the model of a target is to be made of, each measurement kept as it comes.
create table calibration_item (
    target   text not null references hardware_target (name) on delete cascade,
    position integer not null,
    subject  text not null,
    millis   double precision check (millis >= 0),
    spread   double precision,
    steady   boolean,
    failure  text,
    primary key (target, position)
);

-- How well a model predicts what it has not seen; learned once, as that takes seconds.
create table target_quality (
    target            text primary key references hardware_target (name) on delete cascade,
    samples           integer not null,
    median_error      double precision not null,
    within_10_percent double precision not null,
    spearman          double precision,
    coverage          double precision not null
);
