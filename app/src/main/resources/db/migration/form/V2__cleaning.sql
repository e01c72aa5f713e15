-- What the nightly cleaning looks for: drafts past their time, and answers of submitted drafts.
drop index form.draft_expiring;
create index draft_expiring on form.draft (expires_at);
create index draft_answers_left on form.draft (updated_at)
    where state = 'SUBMITTED' and answers <> '{}'::jsonb;

comment on column form.draft.answers is 'as typed; answers to questions no longer asked stay until submission; empty some days after submission, when the dossier holds them';

grant select, insert, update, delete on form.draft to motcua_app;
