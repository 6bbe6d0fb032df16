-- What clerks decide of differences, many at a time.
create table enrichment.decision (
    id          uuid primary key,
    source      text        not null,
    authority   text        not null,
    decision    text        not null check (decision in ('accept', 'refuse', 'ask')),
    reason      text        not null,
    records     int         not null,
    state       text        not null check (state in ('proposed', 'done', 'rejected')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    constraint decision_end check ((state = 'proposed') = (ended_at is null) and (ended_by is null) = (ended_at is null))
);

comment on table enrichment.decision is 'proposed: a second person must confirm it';

create index decision_young on enrichment.decision (proposed_at desc, id desc);
create index decision_open on enrichment.decision (proposed_at) where state = 'proposed';

alter table enrichment.difference
    add column state    text not null default 'open' check (state in ('open', 'asked', 'proposed', 'accepted', 'refused')),
    add column decision uuid references enrichment.decision,
    add column question uuid references enrichment.decision,
    add column result   text,
    add constraint difference_decided check ((state in ('open', 'asked')) = (decision is null)),
    add constraint difference_asked check (state <> 'asked' or question is not null),
    add constraint difference_result check (result is null or state = 'accepted');

comment on column enrichment.difference.question is 'the decision by which the source was asked';
comment on column enrichment.difference.result is 'outcome of the merge of one that was accepted';

create index difference_open on enrichment.difference (job, line) where state in ('open', 'asked');
create index difference_decision on enrichment.difference (decision) where decision is not null;
create index difference_question on enrichment.difference (question) where question is not null;

-- A result file is kept for a time; its length and hash stay, as the sheet has them.
alter table enrichment.job
    drop constraint job_result,
    add constraint job_result check (result is null or sheet is not null);
