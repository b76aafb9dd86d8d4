-- Which client has, or had, a trial of an ask/tell experiment.
create table suggestion (
    experiment_id uuid        not null,
    trial         integer     not null,
    client        text        not null check (client <> ''),
    lease_until   timestamptz not null,
    primary key (experiment_id, trial),
    foreign key (experiment_id, trial) references trial (experiment_id, number) on delete cascade
);
