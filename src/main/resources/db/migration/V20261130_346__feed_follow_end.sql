-- Follows that ended are deleted when none of their events is kept any more.
create index follow_by_end on feed.follow (until) where until is not null;
