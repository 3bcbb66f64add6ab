-- +goose Up

-- The register of those who act in the caisse: one row for each thing done to an agent (inscrire, confirmer, jeton, clore),
-- never edited. scelle holds the name, the roles, the dates, the hash of the token and who did it.
CREATE TABLE agents (
    matricule TEXT   NOT NULL CHECK (length(matricule) >= 1),
    rang      BIGINT NOT NULL CHECK (rang >= 1),
    le        BIGINT NOT NULL,
    scelle    BYTEA  NOT NULL,
    PRIMARY KEY (matricule, rang)
); -- clustered

-- The number of whoever signed or gave the visa, in that register; empty where the caisse had none.
ALTER TABLE actes ADD COLUMN matricule TEXT NOT NULL DEFAULT '';
