-- What the sweeps may forget: an announcement of long ago, and with it the messages by which it was told.

ALTER TABLE message DROP CONSTRAINT message_school_id_announcement_id_fkey;
ALTER TABLE message ADD FOREIGN KEY (school_id, announcement_id) REFERENCES announcement ON DELETE CASCADE;
CREATE INDEX announcement_announced ON announcement (announced_at);
SELECT qingfu.swept_table('announcement', 'school_id, announcement_id, announced_at');
