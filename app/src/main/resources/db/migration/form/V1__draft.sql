create table form.draft (
    id uuid primary key,
    account uuid,
    procedure_code text not null,
    release_version int not null check (release_version > 0),
    channel text not null check (channel in ('ONLINE', 'DIRECT', 'POSTAL')),
    case_code text,
    agency text,
    answers jsonb not null check (jsonb_typeof(answers) = 'object'),
    current text,
    visited text[] not null default '{}',
    state text not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED')),
    dossier_code text,
    created_by uuid not null,
    counter text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null,
    version int not null default 1,
    check ((state = 'SUBMITTED') = (dossier_code is not null))
);

comment on table form.draft is 'applications being written';
comment on column form.draft.account is 'the person whose application it is; null at a counter before the person is known';
comment on column form.draft.answers is 'as typed; answers to questions no longer asked stay until submission';
comment on column form.draft.counter is 'agency of the officer who opened it; null when the person filled it in alone';

create index draft_of_account on form.draft (account, updated_at desc) where state = 'OPEN';
create index draft_of_creator on form.draft (created_by, updated_at desc) where state = 'OPEN';
create index draft_expiring on form.draft (expires_at) where state = 'OPEN';

alter table form.draft enable row level security;

-- A person sees what is theirs, filled in by themselves; an officer what they opened at a counter of
-- their present agency.
create policy own_draft on form.draft
    using (
        (select current_setting('motcua.role', true)) = 'system'
        or (
            (select current_setting('motcua.role', true)) = 'citizen'
            and counter is null
            and account::text = (select current_setting('motcua.account', true))
        )
        or (
            (select current_setting('motcua.role', true)) in ('officer', 'leader')
            and created_by::text = (select current_setting('motcua.account', true))
            and counter = nullif((select current_setting('motcua.agency', true)), '')
        )
    );

grant select, insert, update, delete on form.draft to motcua_app;
