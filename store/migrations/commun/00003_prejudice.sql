-- +goose Up

-- What the order of harm is reckoned from (suivi/prejudice.go): runs of unpaid days, each counting for montant cents.
-- Harm on a day is the sum, over the days that are over, of montant × the days since: it is exact on any day, without
-- computing anyone again.
CREATE TABLE impayes (
    personne TEXT   NOT NULL,
    dossier  TEXT   NOT NULL,
    numero   BIGINT NOT NULL CHECK (numero >= 1),
    du       BIGINT NOT NULL CHECK (du BETWEEN 693596 AND 803168),
    au       BIGINT NOT NULL CHECK (au BETWEEN du AND 803168),
    montant  BIGINT NOT NULL CHECK (montant > 0),
    PRIMARY KEY (personne, dossier, numero)
); -- clustered

-- poids (percent) and socle (cents × days): what an urgent signal adds to harm. taches: open tasks. a_faire: the dossier
-- is in the work list.
ALTER TABLE resumes ADD COLUMN poids   BIGINT  NOT NULL DEFAULT 100;
ALTER TABLE resumes ADD COLUMN socle   BIGINT  NOT NULL DEFAULT 0;
ALTER TABLE resumes ADD COLUMN taches  BIGINT  NOT NULL DEFAULT 0;
ALTER TABLE resumes ADD COLUMN a_faire BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE resumes SET a_faire = (plus_ancien < 999999);
CREATE INDEX resumes_a_faire ON resumes (a_faire, dossier);
