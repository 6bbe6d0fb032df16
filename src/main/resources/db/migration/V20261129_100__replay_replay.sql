-- Replays: which messages they took up, and what became of each. Of a message only its ids stand here.
create schema replay;

create table replay.replay (
    id          uuid primary key,
    scope       text        not null,
    reason      text        not null,
    state       text        not null check (state in ('PROPOSED', 'RUNNING', 'ENDED', 'REJECTED')),
    letters     int         not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    ended_at    timestamptz
);

create index replay_young on replay.replay (proposed_at desc, id desc);
create index replay_running on replay.replay (id) where state = 'RUNNING';

create table replay.item (
    id         uuid        primary key,
    replay     uuid        not null references replay.replay,
    number     int         not null,
    letter     text        not null,
    kind       text        not null,
    partner    text,
    message_id text,
    state      text        not null default 'WAITING' check
        (state in ('WAITING', 'CLAIMED', 'SENT', 'ANSWERED', 'DELIVERED', 'REFUSED', 'DEAD', 'KEPT', 'GONE')),
    code       text,
    event      uuid,
    attempts   int         not null default 0,
    due_at     timestamptz,
    changed_at timestamptz not null,
    unique (replay, number)
);

comment on column replay.item.due_at is
    'when it may be claimed or looked after; of a claimed one when its lease ends; null while its replay is not running, and at its end';

create index item_due on replay.item (due_at) where due_at is not null;
create index item_of_message on replay.item (message_id) where message_id is not null;

-- No letter is in two replays at once.
create unique index item_open on replay.item (letter) where state in ('WAITING', 'CLAIMED', 'SENT');
