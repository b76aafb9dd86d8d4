-- Who may measure for a target, and who does at present.
create table measuring_agent (
    target     text primary key references hardware_target (name) on delete cascade,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    session    jsonb check (jsonb_typeof(session) = 'object')
);

create table measuring_job (
    id           uuid primary key,
    target       text        not null references hardware_target (name) on delete cascade,
    model        text        not null check (model ~ '^[0-9a-f]{64}$'),
    terms        jsonb       not null check (jsonb_typeof(terms) = 'object'),
    place        bigint generated always as identity,
    state        text        not null check (state in ('WAITING', 'LEASED', 'DONE', 'FAILED')),
    handouts     integer     not null check (handouts >= 0),
    lease        uuid,
    lease_since  timestamptz,
    lease_until  timestamptz,
    reports      jsonb       not null check (jsonb_typeof(reports) = 'array'),
    code         text        not null,
    message      text        not null,
    collected    boolean     not null,
    wanted_until timestamptz not null,
    unique (target, model, terms),
    check (state <> 'LEASED' or lease is not null),
    check ((lease is null) = (lease_since is null) and (lease is null) = (lease_until is null)),
    check (state <> 'DONE' or reports <> '[]'),
    check ((state = 'FAILED') = (code <> '')),
    check (not collected or state = 'DONE')
);

create index measuring_job_open on measuring_job (target, place) where state in ('WAITING', 'LEASED');

-- What is to be measured, until it is.
create table measuring_model (
    job     uuid primary key references measuring_job (id) on delete cascade,
    content bytea not null
);
