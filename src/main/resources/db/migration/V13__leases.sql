-- Who is at which work just now. A row stays where a node died, and its work is free again when it has ended.
create table lease (
    work    text primary key,
    holder  uuid not null,
    ends_at timestamptz not null
);

alter table second_measurement drop column taken_until;
