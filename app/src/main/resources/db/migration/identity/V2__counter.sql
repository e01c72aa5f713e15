-- At the counter an officer finds the citizen by the number on the card, one at a time, and never lists accounts.
create function identity.at_counter(number text) returns setof identity.account
language sql stable security definer
set search_path = identity, pg_temp
as $$
    select a.*
      from identity.account a
     where a.personal_id = number
       and a.kind = 'CITIZEN'
       and a.disabled_at is null
       and current_setting('motcua.role', true) in ('officer', 'leader', 'system')
$$;
revoke all on function identity.at_counter(text) from public;
grant execute on function identity.at_counter(text) to motcua_app;
