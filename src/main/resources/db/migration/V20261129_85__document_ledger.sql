-- Documents that were received over the document axis. Of a document only ids and agency codes stand here; its text lies sealed in
-- a file of room delivery.
create schema document;

create table document.document (
    id             uuid primary key,
    account        text        not null,
    axis_doc_id    text        not null,
    sender         text        not null,
    partner        text,
    document_id    text,
    action         text        not null,
    content        uuid        not null,
    content_length bigint      not null,
    content_sha256 text        not null,
    received_at    timestamptz not null,
    state          text        not null
        check (state in ('accepted', 'in_work', 'waiting', 'answered', 'refused', 'withdrawn')),
    changed_at     timestamptz not null,
    next_try       timestamptz,
    lease          uuid,
    attempts       int         not null default 0,
    people         int         not null default 0,
    answered       int         not null default 0,
    cause_code     text,
    cause_field    text,
    cause_rule     text,
    occurrence     uuid,
    answer_id      text,
    constraint document_in_work check ((state in ('accepted', 'in_work', 'waiting')) = (next_try is not null)),
    constraint document_cause check (state not in ('refused', 'waiting') or cause_code is not null)
);

comment on column document.document.sender is 'agency code, as the axis or else the document gave it';
comment on column document.document.action is 'BussinessDocType: 0 new, 1 recall, 2 update, 3 replace; - where it could not be read';
comment on column document.document.next_try is 'when it may be claimed; of one in work, when its lease ends';
comment on column document.document.lease is 'of the last claim: whoever has another one may not write any more';
comment on column document.document.answer_id is 'DocumentId of the answer';

create index document_work on document.document (next_try) where next_try is not null;
create index document_sender on document.document (sender, document_id, received_at);
create index document_young on document.document (received_at desc, id desc);
create index document_states on document.document (account, state);
create unique index document_answer on document.document (answer_id) where answer_id is not null;

-- Every delivery of the axis, repeats too; never changed. The balance counts what was received here, and what became of it above.
create table document.delivery (
    account     text        not null,
    axis_doc_id text        not null,
    document    uuid,
    taken_at    timestamptz not null,
    primary key (account, axis_doc_id)
);

comment on column document.delivery.document is 'the document that came with it, the first of several; null for a status';

create index delivery_document on document.delivery (document);

-- Results of a part of a long list, kept until the answer is made.
create table document.chunk (
    document       uuid   not null references document.document,
    file           int    not null,
    first          int    not null,
    people         int    not null,
    content        uuid   not null,
    content_length bigint not null,
    content_sha256 text   not null,
    primary key (document, file, first)
);

-- What the receivers of our answers report.
create table document.status (
    account     text        not null,
    axis_doc_id text        not null,
    sender      text        not null,
    response_to text,
    document    uuid references document.document,
    code        text        not null,
    said_at     timestamp,
    received_at timestamptz not null,
    primary key (account, axis_doc_id)
);

comment on column document.status.response_to is 'DocumentId of ResponseFor, as it came';
comment on column document.status.document is 'the request whose answer it is; null for a document that was never sent';
comment on column document.status.code is 'as it came, whether the standard has it or not';

create index status_document on document.status (document, received_at);
