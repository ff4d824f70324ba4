-- What the sweeps may forget: sessions that are over, and tries that are no longer remembered.

CREATE INDEX session_over ON session (least(ended_at, expires_at));
SELECT qingfu.swept_table('session', 'session_id, ended_at, expires_at');
SELECT qingfu.swept_table('tries', 'name, forgotten_from');
