-- Times are instants; durations are milliseconds; settings and measurements are the documents of
-- dev.skyline.persistence.experiment.

create table experiment (
    id                uuid primary key,
    name              text        not null check (name <> ''),
    notes             text        not null,
    labels            text[]      not null,
    max_trials        integer     not null check (max_trials >= 1),
    max_duration      bigint      check (max_duration >= 1),
    max_failed_trials integer     not null check (max_failed_trials >= 1),
    parallelism       integer     not null check (parallelism >= 1),
    spec              jsonb       not null check (jsonb_typeof(spec) = 'object'),
    dataset           text        not null,
    -- SHA-256 of ExperimentSpec.terms(): where it is equal, evaluations of an architecture are interchangeable.
    terms             text        not null check (terms ~ '^[0-9a-f]{64}$'),
    state             text        not null check (state in
        ('QUEUED', 'RUNNING', 'PAUSED', 'STOPPING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    end_reason        text,
    end_message       text,
    created_at        timestamptz not null,
    started_at        timestamptz,
    finished_at       timestamptz,
    running_since     timestamptz,
    ran_for           bigint      not null check (ran_for >= 0),
    constraint experiment_end check ((end_reason is null) = (end_message is null)),
    constraint experiment_finished check (
        (state in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null)
        and (finished_at is null or end_reason is not null)),
    constraint experiment_running check ((state in ('RUNNING', 'STOPPING')) = (running_since is not null))
);

create index experiment_state_created_at on experiment (state, created_at);
create index experiment_created_at on experiment (created_at);
create index experiment_terms on experiment (terms);

create table trial (
    experiment_id   uuid             not null references experiment on delete cascade,
    number          integer          not null check (number >= 1),
    architecture_id text             not null check (architecture_id ~ '^[0-9a-f]{20}$'),
    architecture    text             not null check (architecture <> ''),
    parent          integer,
    epochs          integer          not null check (epochs >= 1),
    data_fraction   double precision not null check (data_fraction > 0 and data_fraction <= 1),
    state           text             not null check (state in
        ('QUEUED', 'RUNNING', 'SUCCEEDED', 'EARLY_STOPPED', 'INFEASIBLE', 'FAILED', 'CANCELLED')),
    end_reason      text,
    end_message     text,
    -- By metric, as "latency@host": the value in the metric's unit, and how it was obtained.
    measurements    jsonb            not null check (jsonb_typeof(measurements) = 'object'),
    based_on        bigint           not null check (based_on >= 0),
    sequence        bigint           check (sequence >= 1),
    attempt         integer          not null check (attempt >= 0),
    from_memory     boolean          not null,
    model           text,
    created_at      timestamptz      not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    primary key (experiment_id, number),
    foreign key (experiment_id, parent) references trial (experiment_id, number),
    unique (experiment_id, sequence),
    constraint trial_end check ((end_reason is null) = (end_message is null)),
    constraint trial_begun check ((attempt = 0) = (started_at is null) and (state <> 'RUNNING' or attempt >= 1)),
    constraint trial_finished check ((state in ('QUEUED', 'RUNNING')) = (finished_at is null)),
    constraint trial_recorded check (
        (state in ('QUEUED', 'RUNNING', 'CANCELLED')) = (sequence is null) and (sequence is null or sequence > based_on))
);

create index trial_state on trial (experiment_id, state, number);
create index trial_evaluated on trial (architecture_id, experiment_id) where state in ('SUCCEEDED', 'EARLY_STOPPED');
-- For the foreign key, when an experiment is deleted.
create index trial_parent on trial (experiment_id, parent) where parent is not null;

-- Learning curves: the points of each trial's latest attempt.
create table epoch (
    experiment_id   uuid             not null,
    trial           integer          not null,
    epoch           integer          not null check (epoch >= 1),
    epochs          integer          not null check (epochs >= epoch),
    attempt         integer          not null check (attempt >= 1),
    training_loss   double precision not null,
    validation_loss double precision not null,
    accuracy        double precision not null,
    seconds         double precision not null,
    primary key (experiment_id, trial, epoch),
    foreign key (experiment_id, trial) references trial (experiment_id, number) on delete cascade
);

create table dataset (
    name       text primary key check (name ~ '^[a-z0-9-]{1,64}$'),
    hash       text        not null check (hash ~ '^[0-9a-f]{64}$'),
    content    jsonb       not null check (jsonb_typeof(content) = 'object'),
    source     text        not null,
    licence    text        not null,
    notes      text        not null,
    created_at timestamptz not null
);

create index dataset_hash on dataset (hash);

create table hardware_target (
    name        text primary key check (name ~ '^[a-z0-9_-]{1,64}$'),
    kind        text        not null check (kind <> ''),
    settings    jsonb       not null check (jsonb_typeof(settings) = 'object'),
    description text        not null,
    created_at  timestamptz not null
);

create table idempotency_key (
    key        text primary key,
    request    text        not null,
    location   text        not null,
    created_at timestamptz not null
);

create index idempotency_key_created_at on idempotency_key (created_at);

-- As db-scheduler 16 defines it.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);
