-- Both rise with the place of a row in its table, and only the deletion of what is old asks for them: a summary of pages is enough, and
-- each event and each signal is one entry of an index cheaper.
drop index feed.event_by_age;
create index event_by_age on feed.event using brin (made_at);
drop index feed.signal_of;
create index signal_of on feed.signal using brin (position);
