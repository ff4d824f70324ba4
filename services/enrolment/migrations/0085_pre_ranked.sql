-- A family ranks the clubs that its child would like; a child may have as many as the programme says (E3, E10).
ALTER TABLE place ADD COLUMN rank smallint CHECK (rank BETWEEN 1 AND 5);
CREATE UNIQUE INDEX place_ranked ON place (school_id, application_id, rank) WHERE rank IS NOT NULL;
UPDATE place SET rank = 1 FROM offering
WHERE offering.school_id = place.school_id AND offering.offering_id = place.offering_id AND offering.kind = 'club';

ALTER TABLE programme ADD COLUMN most_clubs smallint NOT NULL DEFAULT 1 CHECK (most_clubs BETWEEN 1 AND 5);
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (most_clubs) ON programme TO %I', qingfu.service());
END $$;
