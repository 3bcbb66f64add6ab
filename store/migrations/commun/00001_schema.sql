-- +goose Up

-- One schema for both databases; dialecte_sqlite.go and dialecte_postgres.go
-- each adapt the words that differ (types, STRICT, collation).
--
-- Units and shapes, everywhere:
--   instants  BIGINT, microseconds UTC (…_le of a reception, of an act, of a job);
--   days      BIGINT, number of valeur.Jour (1 is 0001-01-01), 0 when not known. A number rather than DATE: it is
--             what the code compares and subtracts, it is the same eight bytes on both databases, and runs of days
--             are plain arithmetic in SQL. To read one: date '0001-01-01' + (jour - 1);
--   money     BIGINT, euro cents;
--   sealed    BYTEA, see scellement.go; NULL once the person's content was erased;
--   hashes    lower-case hexadecimal text when they come from outside, 32 bytes when they are the chain's own.
-- Words that the law or the trade may extend (genre, etat, risque…) are not frozen by a CHECK: their Go types hold them.

CREATE TABLE base (
    cle    TEXT  NOT NULL PRIMARY KEY,
    valeur BYTEA NOT NULL
); -- clustered

-- People. The identifier is derived from the number and the key of the base; what test files say (essai) is kept
-- under another one. faits and tete are the length and the last hash of the chain.
CREATE TABLE personnes (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 12),
    essai      BOOLEAN NOT NULL,
    nir_index  BYTEA   CHECK (length(nir_index) = 32),
    nir_scelle BYTEA,
    faits      BIGINT  NOT NULL CHECK (faits >= 0),
    tete       BYTEA   NOT NULL CHECK (length(tete) = 32),
    efface     BOOLEAN NOT NULL,
    UNIQUE (nir_index, essai),
    CHECK (efface = (nir_scelle IS NULL)),
    CHECK (efface = (nir_index IS NULL))
); -- clustered

-- The key of each person, wrapped by the key of the caisse. Deleting the row is what erases the person's content.
CREATE TABLE cles_personnes (
    personne  TEXT  NOT NULL PRIMARY KEY REFERENCES personnes (id),
    enveloppe BYTEA NOT NULL
); -- clustered

CREATE TABLE faits (
    personne         TEXT   NOT NULL REFERENCES personnes (id),
    seq              BIGINT NOT NULL CHECK (seq >= 1),
    genre            TEXT   NOT NULL CHECK (length(genre) BETWEEN 1 AND 255),
    recu_le          BIGINT NOT NULL,
    scelle           BYTEA,
    empreinte_scelle BYTEA  NOT NULL CHECK (length(empreinte_scelle) = 32),
    empreinte        BYTEA  NOT NULL CHECK (length(empreinte) = 32),
    PRIMARY KEY (personne, seq)
);

CREATE TABLE pieces (
    empreinte TEXT    NOT NULL PRIMARY KEY CHECK (length(empreinte) = 64),
    personne  TEXT    NOT NULL REFERENCES personnes (id),
    genre     TEXT    NOT NULL CHECK (length(genre) >= 1),
    fichier   TEXT    NOT NULL,
    nom       BYTEA,
    du        BIGINT  NOT NULL CHECK (du >= 0),
    au        BIGINT  NOT NULL CHECK (au >= du),
    recu_le   BIGINT  NOT NULL,
    test      BOOLEAN NOT NULL,
    extrait   BYTEA
);
CREATE INDEX pieces_personne ON pieces (personne, recu_le);

-- The medical side of pieces, closed for the contrôle médical: nothing in this product can open it.
CREATE TABLE volets_medicaux (
    piece    TEXT  NOT NULL PRIMARY KEY REFERENCES pieces (empreinte),
    personne TEXT  NOT NULL REFERENCES personnes (id),
    boite    BYTEA
);
CREATE INDEX volets_medicaux_personne ON volets_medicaux (personne);

CREATE TABLE fichiers (
    empreinte TEXT    NOT NULL PRIMARY KEY CHECK (length(empreinte) = 64),
    nom       BYTEA   NOT NULL,
    format    TEXT    NOT NULL,
    taille    BIGINT  NOT NULL CHECK (taille >= 0),
    recu_le   BIGINT  NOT NULL,
    test      BOOLEAN NOT NULL,
    pieces    BIGINT  NOT NULL CHECK (pieces >= 0),
    anomalies BIGINT  NOT NULL CHECK (anomalies >= 0),
    perdues   BIGINT  NOT NULL CHECK (perdues >= 0)
);
CREATE INDEX fichiers_recu_le ON fichiers (recu_le);

CREATE TABLE anomalies (
    fichier TEXT   NOT NULL REFERENCES fichiers (empreinte),
    numero  BIGINT NOT NULL CHECK (numero >= 1),
    ligne   BIGINT NOT NULL CHECK (ligne >= 0),
    gravite TEXT   NOT NULL CHECK (length(gravite) >= 1),
    scelle  BYTEA  NOT NULL,
    PRIMARY KEY (fichier, numero)
);

CREATE TABLE declarations (
    employeur   TEXT    NOT NULL,
    nature      TEXT    NOT NULL,
    mois        BIGINT  NOT NULL,
    identifiant TEXT    NOT NULL,
    ordre       BIGINT  NOT NULL,
    annule      BOOLEAN NOT NULL,
    remplace    BOOLEAN NOT NULL,
    PRIMARY KEY (employeur, nature, mois, identifiant, ordre)
); -- clustered

-- Whom each declaration named. No reference to declarations: people are recorded with their pieces, the declaration
-- with its file.
CREATE TABLE declares (
    employeur   TEXT   NOT NULL,
    nature      TEXT   NOT NULL,
    mois        BIGINT NOT NULL,
    identifiant TEXT   NOT NULL,
    ordre       BIGINT NOT NULL,
    personne    TEXT   NOT NULL REFERENCES personnes (id),
    PRIMARY KEY (employeur, nature, mois, identifiant, ordre, personne)
); -- clustered

-- The day register as last computed, in runs. What is derived refers to people without a foreign key: it is replaced
-- whole at each computation, with the person held.
CREATE TABLE suites (
    personne     TEXT    NOT NULL,
    ligne        TEXT    NOT NULL,
    risque       TEXT    NOT NULL,
    du           BIGINT  NOT NULL CHECK (du BETWEEN 693596 AND 803168),
    au           BIGINT  NOT NULL CHECK (au BETWEEN du AND 803168),
    dossier      TEXT    NOT NULL,
    etat         TEXT    NOT NULL,
    ij           BIGINT  NOT NULL CHECK (ij >= 0),
    destinataire TEXT    NOT NULL,
    regle        TEXT    NOT NULL,
    exonere      BOOLEAN NOT NULL,
    PRIMARY KEY (personne, ligne, risque, du)
); -- clustered

-- One line of the list of dossiers. plus_ancien is the sort key of the list: the number of the oldest unpaid day,
-- 999999 when nothing is.
CREATE TABLE resumes (
    dossier     TEXT    NOT NULL PRIMARY KEY,
    personne    TEXT    NOT NULL,
    nom         BYTEA   NOT NULL,
    debut       BIGINT  NOT NULL CHECK (debut BETWEEN 0 AND 803168),
    fin         BIGINT  NOT NULL CHECK (fin BETWEEN 0 AND 803168),
    plus_ancien BIGINT  NOT NULL CHECK (plus_ancien BETWEEN 693596 AND 803168 OR plus_ancien = 999999),
    jours       BIGINT  NOT NULL CHECK (jours >= 0),
    du_brut     BIGINT  NOT NULL,
    attend      TEXT    NOT NULL,
    a_voir_le   BIGINT  NOT NULL CHECK (a_voir_le BETWEEN 0 AND 999999),
    test        BOOLEAN NOT NULL
); -- clustered
CREATE INDEX resumes_anciennete ON resumes (plus_ancien, dossier);
CREATE INDEX resumes_personne ON resumes (personne, a_voir_le);

CREATE TABLE ordres (
    id             TEXT   NOT NULL PRIMARY KEY,
    personne       TEXT   NOT NULL REFERENCES personnes (id),
    dossier        TEXT   NOT NULL,
    destinataire   TEXT   NOT NULL CHECK (length(destinataire) >= 1),
    compte         BYTEA,
    cree_le        BIGINT NOT NULL CHECK (cree_le BETWEEN 693596 AND 803168),
    regles         TEXT   NOT NULL,
    brut           BIGINT NOT NULL,
    csg            BIGINT NOT NULL,
    csg_deductible BIGINT NOT NULL,
    crds           BIGINT NOT NULL,
    imposable      BIGINT NOT NULL,
    pas            BIGINT NOT NULL,
    net            BIGINT NOT NULL,
    feuille        BYTEA,
    etat           TEXT   NOT NULL CHECK (length(etat) >= 1)
);
CREATE INDEX ordres_personne ON ordres (personne, cree_le, id);
CREATE INDEX ordres_etat ON ordres (etat, id);

CREATE TABLE lignes (
    id             TEXT    NOT NULL PRIMARY KEY,
    ordre          TEXT    NOT NULL REFERENCES ordres (id),
    numero         BIGINT  NOT NULL CHECK (numero >= 1),
    racine         TEXT    NOT NULL,
    activite       TEXT    NOT NULL,
    risque         TEXT    NOT NULL,
    du             BIGINT  NOT NULL CHECK (du BETWEEN 693596 AND 803168),
    au             BIGINT  NOT NULL CHECK (au BETWEEN du AND 803168),
    exonere        BOOLEAN NOT NULL,
    acompte        BOOLEAN NOT NULL,
    brut           BIGINT  NOT NULL,
    csg            BIGINT  NOT NULL,
    csg_deductible BIGINT  NOT NULL,
    crds           BIGINT  NOT NULL,
    imposable      BIGINT  NOT NULL,
    pas            BIGINT  NOT NULL,
    net            BIGINT  NOT NULL,
    UNIQUE (ordre, numero)
); -- clustered

-- The days of a line, in runs that carry the same rank and amount.
CREATE TABLE lignes_jours (
    ligne  TEXT   NOT NULL REFERENCES lignes (id),
    numero BIGINT NOT NULL CHECK (numero >= 1),
    du     BIGINT NOT NULL CHECK (du BETWEEN 693596 AND 803168),
    au     BIGINT NOT NULL CHECK (au BETWEEN du AND 803168),
    rang   BIGINT NOT NULL CHECK (rang >= 0),
    brut   BIGINT NOT NULL,
    PRIMARY KEY (ligne, numero)
); -- clustered

CREATE TABLE actes (
    ordre  TEXT   NOT NULL REFERENCES ordres (id),
    numero BIGINT NOT NULL CHECK (numero >= 1),
    vers   TEXT   NOT NULL CHECK (length(vers) >= 1),
    par    TEXT   NOT NULL CHECK (length(par) >= 1),
    le     BIGINT NOT NULL,
    motif  TEXT   NOT NULL,
    PRIMARY KEY (ordre, numero)
); -- clustered

-- What was paid, day by day. The key is the promise: one day is posted once per rank, whatever the route.
CREATE TABLE poses (
    personne     TEXT    NOT NULL REFERENCES personnes (id),
    ligne        TEXT    NOT NULL,
    risque       TEXT    NOT NULL,
    jour         BIGINT  NOT NULL CHECK (jour BETWEEN 693596 AND 803168),
    rang         BIGINT  NOT NULL CHECK (rang >= 0),
    dossier      TEXT    NOT NULL,
    brut         BIGINT  NOT NULL,
    destinataire TEXT    NOT NULL CHECK (length(destinataire) >= 1),
    ordre_ligne  TEXT    NOT NULL,
    racine       TEXT    NOT NULL,
    le           BIGINT  NOT NULL CHECK (le BETWEEN 693596 AND 803168),
    exonere      BOOLEAN NOT NULL,
    PRIMARY KEY (personne, ligne, risque, jour, rang)
); -- clustered

CREATE TABLE ecritures (
    cle      TEXT   NOT NULL PRIMARY KEY,
    le       BIGINT NOT NULL CHECK (le BETWEEN 693596 AND 803168),
    personne TEXT   REFERENCES personnes (id),
    ordre    TEXT   REFERENCES ordres (id),
    libelle  TEXT   NOT NULL,
    regles   TEXT   NOT NULL
); -- clustered
CREATE INDEX ecritures_personne ON ecritures (personne, le, cle);

CREATE TABLE mouvements (
    ecriture TEXT   NOT NULL REFERENCES ecritures (cle),
    numero   BIGINT NOT NULL CHECK (numero >= 1),
    compte   TEXT   NOT NULL CHECK (length(compte) >= 1),
    montant  BIGINT NOT NULL CHECK (montant <> 0),
    PRIMARY KEY (ecriture, numero)
); -- clustered

CREATE TABLE lots (
    id        TEXT   NOT NULL PRIMARY KEY,
    cree_le   BIGINT NOT NULL,
    execution BIGINT NOT NULL CHECK (execution BETWEEN 0 AND 803168),
    etat      TEXT   NOT NULL CHECK (length(etat) >= 1),
    nombre    BIGINT NOT NULL CHECK (nombre >= 0),
    somme     BIGINT NOT NULL CHECK (somme >= 0),
    empreinte TEXT   UNIQUE CHECK (length(empreinte) = 64),
    fichier   BYTEA
);

-- An order is in at most one batch.
CREATE TABLE lots_ordres (
    ordre  TEXT   NOT NULL PRIMARY KEY REFERENCES ordres (id),
    lot    TEXT   NOT NULL REFERENCES lots (id),
    numero BIGINT NOT NULL CHECK (numero >= 1),
    UNIQUE (lot, numero)
); -- clustered

-- Jobs. A job that is done keeps its key, for idempotency, and loses its charge.
CREATE TABLE travaux (
    cle      TEXT   NOT NULL PRIMARY KEY,
    genre    TEXT   NOT NULL CHECK (length(genre) >= 1),
    personne TEXT   REFERENCES personnes (id),
    charge   BYTEA,
    cree_le  BIGINT NOT NULL,
    fini_le  BIGINT
); -- clustered
CREATE INDEX travaux_a_faire ON travaux (cree_le, cle) WHERE fini_le IS NULL;

CREATE TABLE messages (
    cle      TEXT   NOT NULL PRIMARY KEY,
    personne TEXT   REFERENCES personnes (id),
    le       BIGINT NOT NULL,
    scelle   BYTEA
);
CREATE INDEX messages_personne ON messages (personne, le, cle);
