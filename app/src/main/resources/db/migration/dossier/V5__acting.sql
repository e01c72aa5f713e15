-- Reading reaches down to the agencies below; acting does not. An agency above reads the dossiers of those below it and
-- changes none of them; whoever tracks a dossier with its second fact only reads.

drop policy desk on dossier.dossier;
create policy desk_reads on dossier.dossier for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
create policy desk_files on dossier.dossier for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
create policy desk_acts on dossier.dossier for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));

-- Pieces of work: the same, and the person moves those of their own dossier.
drop policy desk on dossier.task;
drop policy visible on dossier.task;
drop policy opening on dossier.task;
create policy desk_reads on dossier.task for select
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and (agency = (select current_setting('motcua.agency', true))
            or starts_with(agency, (select current_setting('motcua.agency', true)) || '.')));
create policy desk_opens on dossier.task for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
create policy desk_acts on dossier.task for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader')
        and (select coalesce(current_setting('motcua.agency', true), '')) <> ''
        and agency = (select current_setting('motcua.agency', true)));
create policy visible on dossier.task for select
    using ((select current_setting('motcua.role', true)) in ('citizen', 'tracker')
        and exists (select from dossier.dossier d where d.id = dossier_id));
create policy own_acts on dossier.task for update
    using ((select current_setting('motcua.role', true)) = 'citizen'
        and exists (select from dossier.dossier d where d.id = dossier_id));
-- Work is opened in the same statement as the dossier itself, which no policy can see yet.
create policy own_opens on dossier.task for insert
    with check ((select current_setting('motcua.role', true)) = 'citizen');

-- Papers of a dossier: read by whoever sees the dossier, written by the person whose dossier it is, by officers of the
-- agency that handles it, and by the platform itself.
drop policy visible on dossier.supplement;
drop policy visible on dossier.slip;
drop policy visible on dossier.result;
create policy visible on dossier.supplement for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy visible on dossier.slip for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));
create policy visible on dossier.result for select
    using (exists (select from dossier.dossier d where d.id = dossier_id));

create policy asks on dossier.supplement for insert
    with check ((select current_setting('motcua.role', true)) in ('officer', 'leader', 'system')
        and exists (select from dossier.dossier d where d.id = dossier_id
            and ((select current_setting('motcua.role', true)) = 'system'
                or d.agency = (select current_setting('motcua.agency', true)))));
create policy answers on dossier.supplement for update
    using ((select current_setting('motcua.role', true)) in ('citizen', 'officer', 'leader', 'system')
        and exists (select from dossier.dossier d where d.id = dossier_id
            and ((select current_setting('motcua.role', true)) in ('citizen', 'system')
                or d.agency = (select current_setting('motcua.agency', true)))));
create policy issues on dossier.slip for insert
    with check ((select current_setting('motcua.role', true)) in ('citizen', 'officer', 'leader', 'system')
        and exists (select from dossier.dossier d where d.id = dossier_id
            and ((select current_setting('motcua.role', true)) in ('citizen', 'system')
                or d.agency = (select current_setting('motcua.agency', true)))));
-- A person's own step, or silence, may be the one by which the result is issued.
create policy issues on dossier.result for insert
    with check ((select current_setting('motcua.role', true)) in ('citizen', 'officer', 'leader', 'system')
        and exists (select from dossier.dossier d where d.id = dossier_id
            and ((select current_setting('motcua.role', true)) in ('citizen', 'system')
                or d.agency = (select current_setting('motcua.agency', true)))));
create policy takes_back on dossier.result for update
    using ((select current_setting('motcua.role', true)) in ('officer', 'leader', 'system')
        and exists (select from dossier.dossier d where d.id = dossier_id
            and ((select current_setting('motcua.role', true)) = 'system'
                or d.agency = (select current_setting('motcua.agency', true)))));
comment on column dossier.result.revoked_at is 'When the result was taken back before it was handed over; null while it stands';

-- What officers typed for the result while handling the dossier: numbers given elsewhere, findings.
alter table dossier.dossier add column result_facts jsonb not null default '{}'::jsonb;
comment on column dossier.dossier.result_facts is 'Facts for the result that steps of the release ask of the officer, by id';

-- Look-ups of people at the counter, so that numbers of identity cannot be walked.
create table dossier.look_up (
    account uuid        not null,
    at      timestamptz not null
);
create index look_up_account on dossier.look_up (account, at);
alter table dossier.look_up enable row level security;
create policy own on dossier.look_up
    using (account::text = (select current_setting('motcua.account', true))
        or (select current_setting('motcua.role', true)) = 'system');
grant select, insert, delete on dossier.look_up to motcua_app;
