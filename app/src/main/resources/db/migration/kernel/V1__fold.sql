-- Forgiving comparison of Vietnamese text, the same as vn.motcua.kernel.Fold.
create extension if not exists unaccent with schema kernel;
create extension if not exists pg_trgm with schema kernel;

create function kernel.fold(value text) returns text
language sql immutable strict parallel safe
as $$
    select btrim(regexp_replace(
               lower(kernel.unaccent('kernel.unaccent'::regdictionary,
                   regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g'))),
               '[^[:alnum:]]+', ' ', 'g'))
$$;
