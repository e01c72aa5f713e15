-- The head of a one-stop desk arranges its counters: kinds of business and desks get names, are closed and opened again,
-- and tickets are given out in hours of the counter's own.

alter table dossier.queue_service
    add column open    boolean not null default true,
    add column version integer not null default 1;
comment on column dossier.queue_service.open is 'False: no new tickets; those taken are still called, and its letter stays taken';
comment on column dossier.queue_service.version is 'Rises with every change; whoever changes names the one they saw';

alter table dossier.queue_desk
    add column name_vi text,
    add column name_en text,
    add column open    boolean not null default true,
    add column version integer not null default 1,
    add constraint queue_desk_named check ((name_vi is null) = (name_en is null));
comment on column dossier.queue_desk.name_vi is 'Tên quầy bên cạnh số, nếu có';

create table dossier.queue_hours (
    agency         text      primary key,
    always         boolean   not null,
    days           integer[] not null check (days <@ array[1, 2, 3, 4, 5, 6, 7]),
    morning_from   time,
    morning_to     time,
    afternoon_from time,
    afternoon_to   time,
    version        integer   not null default 1,
    check ((morning_from is null) = (morning_to is null) and (morning_from is null or morning_from < morning_to)),
    check ((afternoon_from is null) = (afternoon_to is null) and (afternoon_from is null or afternoon_from < afternoon_to)),
    check (morning_to is null or afternoon_from is null or morning_to <= afternoon_from),
    check (always or (cardinality(days) > 0 and (morning_from is not null or afternoon_from is not null)))
);
comment on table dossier.queue_hours is 'Giờ lấy số; an agency without a row gives tickets at any hour';
comment on column dossier.queue_hours.days is 'Days of the week, 1 is Monday; holidays are closed and worked Saturdays open by the calendar';

alter table dossier.queue_hours enable row level security;
create policy anybody on dossier.queue_hours for select
    using ((select coalesce(current_setting('motcua.role', true), '')) <> '');
create policy arranges on dossier.queue_hours
    using ((select current_setting('motcua.role', true)) = 'system'
        or ((select current_setting('motcua.role', true)) in ('officer', 'leader')
            and agency = (select current_setting('motcua.agency', true))));
grant select, insert, update on dossier.queue_hours to motcua_app;
