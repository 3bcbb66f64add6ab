-- +goose Up

-- The day of the caisse on which a line of the list was computed: who is awaited, and when the run looks next, are those
-- of that day, and are proved for it. Zero in the lines of before, until they are computed again.
ALTER TABLE resumes ADD COLUMN calcule_le BIGINT NOT NULL DEFAULT 0 CHECK (calcule_le BETWEEN 0 AND 803168);
