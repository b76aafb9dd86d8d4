alter table hardware_target
    add column data text check (data ~ '^[0-9a-f]{64}$'),
    add column state text not null default 'READY' check (state in ('CALIBRATING', 'READY', 'FAILED')),
    add column why text not null default '';

-- An experiment keeps its targets as they were when it was submitted.
update experiment e
set spec = jsonb_set(
        e.spec,
        '{devices}',
        coalesce(
                (select jsonb_agg(jsonb_build_object(
                        'name', t.name,
                        'model', jsonb_build_object('type', t.kind, 'settings', t.settings)))
                 from hardware_target t
                 where e.spec ? 'dataset'
                   and e.spec -> 'dataset' <> 'null'
                   and e.spec -> 'hardwareTargets' ? t.name),
                '[]'));

-- What models of targets are made of: in the database, as every node needs it.
create table target_document (
    hash    text primary key check (hash ~ '^[0-9a-f]{64}$'),
    content bytea not null
);
