create table search_space (
    name       text primary key check (name ~ '^[a-z0-9_-]{1,64}$'),
    about      text        not null,
    document   jsonb       not null check (jsonb_typeof(document) = 'object'),
    -- Number of architectures, which may exceed any number type.
    size       text        not null check (size ~ '^[1-9][0-9]*$'),
    created_at timestamptz not null
);
