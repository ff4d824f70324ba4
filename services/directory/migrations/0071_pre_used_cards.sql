-- A card that has opened an account is known for some minutes more, so that a form sent twice is answered twice the same.

ALTER TABLE card ADD COLUMN used boolean NOT NULL DEFAULT false;
