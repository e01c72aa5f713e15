-- Who sees and who changes, no wider than the work needs.

-- An agency reads the dossier while it has a step of it in hand, and after it has done one. A step that came to nothing,
-- because it was sent by mistake and taken back or because the dossier ended, entitles nobody any longer.
create or replace function dossier.worked_at(dossier uuid, at text) returns boolean
    language sql stable security definer set search_path = ''
    as $$ select exists (select from dossier.task t
                          where t.dossier_id = $1 and t.agency = $2 and t.kind = 'STEP'
                            and (t.closed_at is null or t.outcome is not null)) $$;

-- Leave is called off and never rewritten; of questions and duties only what happens to them later changes.
revoke update on dossier.absence, dossier.opinion, dossier.duty from motcua_app;
grant update (ended_at, ended_by) on dossier.absence to motcua_app;
grant update (answer, words, file_id, answered_by, answered_name, answered_at, silent_at, dropped_at, settled_at, version)
    on dossier.opinion to motcua_app;

-- The same receipt confirms one duty, and the same confirmation sent twice is one.
alter table dossier.duty add column confirmed_version integer;
comment on column dossier.duty.confirmed_version is 'Version of the dossier the officer saw who confirmed';
create index duty_receipt on dossier.duty (receipt_number, place) where receipt_number is not null;
grant update (amount, ground, pay_by, asked_at, asked_by, asked_name, reminded_at, overdue_at, receipt_number,
              receipt_date, receipt_amount, payer, place, confirmed_at, confirmed_by, confirmed_name, confirmed_version,
              dropped_at)
    on dossier.duty to motcua_app;
