-- +goose Up

-- Stops of payments, decided at the level of the caisse: one row for each thing done to one (arreter, confirmer,
-- reprendre), never edited. jusque is the day on which payments go on again, 0 for a batch, which is stopped once.
-- scelle holds what, who and why.
CREATE TABLE gels (
    id     TEXT   NOT NULL CHECK (length(id) >= 1),
    geste  TEXT   NOT NULL CHECK (length(geste) >= 1),
    jusque BIGINT NOT NULL CHECK (jusque BETWEEN 0 AND 803168),
    le     BIGINT NOT NULL,
    scelle BYTEA  NOT NULL,
    PRIMARY KEY (id, geste)
); -- clustered
CREATE INDEX gels_jusque ON gels (jusque, id, geste);

-- What each stop holds of each person, as last computed: replaced with the register.
CREATE TABLE gels_retenus (
    personne TEXT   NOT NULL,
    gel      TEXT   NOT NULL,
    jours    BIGINT NOT NULL CHECK (jours >= 0),
    brut     BIGINT NOT NULL,
    PRIMARY KEY (personne, gel)
); -- clustered
CREATE INDEX gels_retenus_gel ON gels_retenus (gel, personne);

-- The payments of the last weeks, for the draw of those that a human looks at.
CREATE INDEX ordres_cree_le ON ordres (cree_le, id);
