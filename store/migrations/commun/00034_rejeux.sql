-- +goose Up

-- Reports of replays, which say whom other rules pay otherwise: one row for each thing done about one (signer, contresigner,
-- appliquer to a cohort at an instant), never edited. scelle holds the people, by the identifiers of the base, and who did it
-- and why.
CREATE TABLE rejeux (
    id     TEXT   NOT NULL CHECK (length(id) >= 1),
    geste  TEXT   NOT NULL CHECK (length(geste) >= 1),
    le     BIGINT NOT NULL,
    scelle BYTEA  NOT NULL,
    PRIMARY KEY (id, geste)
); -- clustered
