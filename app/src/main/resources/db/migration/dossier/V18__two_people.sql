-- Two people stay two: whoever acts for somebody who is away counts with the one they act for, and nobody proves a handing
-- over to themselves. What is read back or queued is kept no longer than it is needed.

alter table dossier.document_act add column proposed_for uuid;
alter table dossier.document_act add column proposed_for_name text;
alter table dossier.document_act add column decided_for uuid;
alter table dossier.document_act add column decided_for_name text;
alter table dossier.document_act add constraint document_act_two_people
    check (decided_by is distinct from proposed_for or decided_by is null);
alter table dossier.document_act add constraint document_act_two_principals
    check (decided_for is null or (decided_for <> proposed_by and decided_for is distinct from proposed_for));
comment on column dossier.document_act.proposed_for is 'Who lent the post it was proposed with; null: the officer''s own';
comment on column dossier.document_act.decided_for is 'Who lent the post it was decided with; null: the officer''s own';

alter table dossier.hand_over add column code_way text check (code_way in ('ACCOUNT', 'PAPER'));
alter table dossier.hand_over add column code_by uuid;
alter table dossier.hand_over add constraint hand_over_code check (code_way is null or proof = 'CODE');
alter table dossier.hand_over add constraint hand_over_not_their_own
    check (code_way is distinct from 'PAPER' or code_by is distinct from given_by);
comment on column dossier.hand_over.code_way is 'How the person came by the code: from their account, or printed at the desk';
comment on column dossier.hand_over.code_by is 'Account that had the code made; never the officer who hands over when it was printed';

-- A code the officer printed on the sheet and typed in again is told apart from the person's own account.
alter table dossier.helped_filing drop constraint helped_filing_confirmed_how_check;
update dossier.helped_filing set confirmed_how = 'SHEET' where confirmed_how = 'CODE';
alter table dossier.helped_filing add constraint helped_filing_confirmed_how_check
    check (confirmed_how in ('ACCOUNT', 'SHEET'));
comment on column dossier.helped_filing.confirmed_how is
    'ACCOUNT: with the person''s own account; SHEET: with the code of the read-back sheet, printed and typed by the officer';
create index helped_filing_left on dossier.helped_filing (prepared_at) where dossier_id is null;
create index helped_filing_confirmed on dossier.helped_filing (agency, confirmed_at) where confirmed_at is not null;

-- Whose a ticket was is forgotten after a while.
create index queue_ticket_taken_by on dossier.queue_ticket (day) where by_account is not null;
