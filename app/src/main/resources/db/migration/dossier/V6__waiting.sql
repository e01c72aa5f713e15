-- Waiting for the person: what they wrote, how long it took, and what happens when no answer comes.
alter table dossier.task add column words text;
comment on column dossier.task.words is 'What the person wrote when the piece of work was opened; kept apart from the officer''s note';

alter table dossier.task add column suspended_at timestamptz;
alter table dossier.task add column waited_until timestamptz;
comment on column dossier.task.waited_until is 'Waiting before this moment has already been added to due_at';

alter table dossier.task drop constraint task_kind_check;
alter table dossier.task add constraint task_kind_check
    check (kind in ('RECEPTION', 'STEP', 'WITHDRAWAL', 'SUPPLEMENT'));

-- A timer that cannot fire is tried again ever more rarely and stays in sight of operators.
alter table dossier.timer add column attempts integer not null default 0;
alter table dossier.timer add column failure text;
alter table dossier.timer add column failed_at timestamptz;
create index timer_stuck on dossier.timer (failed_at) where attempts > 0;

-- Requests nobody has answered, by their last day.
alter table dossier.supplement add column overdue_at timestamptz;
comment on column dossier.supplement.overdue_at is 'When the end of the term was acted upon';
create index supplement_unanswered on dossier.supplement (answer_by, id)
    where answered_at is null and overdue_at is null;

-- Dossiers whose appointment still counts, walked by key when the calendar changes.
create index dossier_due on dossier.dossier (id) where due_at is not null and finished_at is null;
create table dossier.calendar (
    one     boolean primary key default true check (one),
    version integer not null
);
comment on table dossier.calendar is 'Version of the working calendar the stored appointments were reckoned by';
grant select, insert, update on dossier.calendar to motcua_app;
