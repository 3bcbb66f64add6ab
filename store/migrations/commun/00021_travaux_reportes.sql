-- +goose Up

-- The first day on which a job is worth trying: a reminder has its day, and a question that nobody can answer yet waits
-- for its own. Those that are put off are not read at all.
ALTER TABLE travaux ADD COLUMN pas_avant BIGINT NOT NULL DEFAULT 0 CHECK (pas_avant BETWEEN 0 AND 803168);
DROP INDEX travaux_a_faire;
CREATE INDEX travaux_a_faire ON travaux (cree_le, cle, pas_avant, genre) WHERE fini_le IS NULL;
