-- A piece of work whose dossier's clock stands still is not due, whatever its appointment was.
alter table dossier.task add column paused boolean not null default false;
comment on column dossier.task.paused is 'Đồng hồ của hồ sơ đang dừng: the clock of the dossier stands still';

update dossier.task t
   set paused = true
  from dossier.dossier d
 where d.id = t.dossier_id
   and t.closed_at is null
   and t.kind <> 'SUPPLEMENT'
   and d.ledger #>> '{lines,-1,type}' = 'paused';

-- The place in the officers' list: the appointment, or the end of the piece of work, or the very end.
alter table dossier.task add column listed_at timestamptz not null
    generated always as (case when paused then 'infinity' else coalesce(dossier_due_at, due_at, 'infinity') end) stored;

-- In the order of the list and with everything its tabs and counters ask, so that a page is one range of it and the
-- counters need nothing else.
drop index dossier.task_worklist;
create index task_worklist on dossier.task (agency, listed_at, id)
    include (position, unit, kind, claimed_by, dossier_id)
    where closed_at is null and not suspended;
