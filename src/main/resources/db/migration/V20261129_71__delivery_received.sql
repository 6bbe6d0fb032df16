-- What was received, so that nothing is done twice: an id with the same content once.
create table delivery.received (
    id          uuid primary key,
    channel     text        not null,
    sender      text        not null,
    message_id  text        not null,
    sha256      text        not null,
    received_at timestamptz not null,
    constraint received_once unique (channel, sender, message_id, sha256)
);

create index received_content on delivery.received (channel, sender, sha256);
create index received_at on delivery.received (received_at);
