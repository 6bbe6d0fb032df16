-- Items of the axis whose content could not be fetched or taken: when each is tried again, and since when it fails.
create table document.unfetched (
    account     text        not null,
    axis_doc_id text        not null,
    attempts    int         not null,
    first_at    timestamptz not null,
    next_try    timestamptz not null,
    cause_code  text        not null,
    primary key (account, axis_doc_id)
);

create index unfetched_first on document.unfetched (first_at);
