create table benchmark (
    name       text primary key check (name ~ '^[a-z0-9-]{1,64}$'),
    hash       text        not null check (hash ~ '^[0-9a-f]{64}$'),
    content    jsonb       not null check (jsonb_typeof(content) = 'object'),
    created_at timestamptz not null
);

-- An experiment is on a data set, on a benchmark, or on a task that its spec describes.
alter table experiment alter column dataset drop not null;
alter table experiment add column benchmark text;
alter table experiment add constraint experiment_subject check (dataset is null or benchmark is null);
