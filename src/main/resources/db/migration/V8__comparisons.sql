-- Strategies on one search: every run is an experiment.
create table comparison (
    id         uuid primary key,
    name       text        not null check (name <> ''),
    strategies jsonb       not null check (jsonb_typeof(strategies) = 'array'),
    created_at timestamptz not null
);

create table comparison_run (
    comparison_id uuid    not null references comparison on delete cascade,
    place         integer not null check (place >= 0),
    strategy      integer not null check (strategy >= 0),
    seed          bigint  not null,
    experiment_id uuid    not null references experiment on delete cascade,
    primary key (comparison_id, place)
);

create index comparison_run_experiment on comparison_run (experiment_id);
