-- +goose Up

-- A dossier that waits for someone is work, though no day of it is owed: a refusal to sign, what was paid too much.
UPDATE resumes SET a_faire = TRUE WHERE attend <> '';
