-- Models from elsewhere that experiments are compared with; their files lie in the data directory.

create table baseline (
    id              uuid primary key,
    experiment_id   uuid        not null references experiment on delete cascade,
    name            text        not null check (name <> ''),
    model           text        not null check (model ~ '^[0-9a-f]{64}$'),
    shape           integer[]   not null,
    classes         integer     not null check (classes >= 1),
    stated_accuracy double precision check (stated_accuracy >= 0 and stated_accuracy <= 1),
    state           text        not null check (state in ('MEASURING', 'MEASURED', 'FAILED')),
    end_reason      text,
    end_message     text,
    -- As of a trial.
    measurements    jsonb       not null check (jsonb_typeof(measurements) = 'object'),
    created_at      timestamptz not null,
    unique (experiment_id, name),
    constraint baseline_end check (
        (end_reason is null) = (end_message is null) and (state = 'FAILED') = (end_reason is not null))
);

create index baseline_model on baseline (model);
create index baseline_measuring on baseline (created_at) where state = 'MEASURING';
