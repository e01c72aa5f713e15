-- Table of the job scheduler (db-scheduler): which node does which periodic job next.
create table dossier.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on dossier.scheduled_tasks (execution_time);
create index scheduled_tasks_alive on dossier.scheduled_tasks (last_heartbeat);
comment on table dossier.scheduled_tasks is 'Periodic jobs: timers, cleaning';

grant select, insert, update, delete on dossier.scheduled_tasks to motcua_app;

-- `select … for update skip locked` asks for this right.
grant update on dossier.timer to motcua_app;
