-- +goose Up

-- Lists of people whose content may go at the end of its keeping: one row for each thing done to a list (etablir, viser),
-- never edited. scelle holds the people, by the identifiers of the base, and who did it and why.
CREATE TABLE bordereaux (
    id     TEXT   NOT NULL CHECK (length(id) >= 1),
    geste  TEXT   NOT NULL CHECK (length(geste) >= 1),
    le     BIGINT NOT NULL,
    scelle BYTEA  NOT NULL,
    PRIMARY KEY (id, geste)
); -- clustered
