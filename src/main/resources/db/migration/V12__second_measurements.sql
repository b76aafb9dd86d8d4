-- Members of final fronts are measured again. Of searches that have ended before this was so, none is.

alter table experiment add column front_decided boolean not null default false;
update experiment set front_decided = true where state in ('SUCCEEDED', 'FAILED', 'CANCELLED');
create index experiment_front_undecided on experiment (finished_at) where state = 'SUCCEEDED' and not front_decided;

create table second_measurement (
    experiment_id uuid    not null,
    trial         integer not null,
    taken_until   timestamptz,
    -- As of a trial.
    measurements  jsonb   not null default '{}' check (jsonb_typeof(measurements) = 'object'),
    end_reason    text,
    end_message   text,
    measured_at   timestamptz,
    primary key (experiment_id, trial),
    foreign key (experiment_id, trial) references trial (experiment_id, number) on delete cascade,
    constraint second_measurement_end check ((end_reason is null) = (end_message is null))
);

create index second_measurement_waiting on second_measurement (experiment_id, trial) where measured_at is null;
