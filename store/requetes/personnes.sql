-- In a transaction that writes, a query whose name ends in Tenu or Tenue holds the row that it reads to the end of
-- the transaction; one whose name ends in Libres takes and holds rows that nobody else holds.

-- name: LireBase :one
SELECT valeur FROM base WHERE cle = @cle;

-- name: InsererBase :exec
INSERT INTO base (cle, valeur) VALUES (@cle, @valeur) ON CONFLICT DO NOTHING;

-- name: LirePersonneTenue :one
SELECT p.essai, p.nir_index, p.nir_scelle, p.faits, p.tete, p.efface, p.principale, p.suivie,
    (SELECT c.enveloppe FROM cles_personnes c WHERE c.personne = p.id) AS enveloppe
FROM personnes p WHERE p.id = @id;

-- name: InsererPersonne :execrows
INSERT INTO personnes (id, essai, nir_index, nir_scelle, faits, tete, efface)
VALUES (@id, @essai, @nir_index, @nir_scelle, 0, @tete, FALSE) ON CONFLICT DO NOTHING;

-- name: InsererClePersonne :exec
INSERT INTO cles_personnes (personne, enveloppe) VALUES (@personne, @enveloppe);

-- name: LireClePersonne :one
SELECT enveloppe FROM cles_personnes WHERE personne = @personne;

-- name: AvancerChaine :exec
UPDATE personnes SET faits = @faits, tete = @tete, suivie = @suivie WHERE id = @id;

-- name: ListerPersonnes :many
SELECT id FROM personnes WHERE id > @apres ORDER BY id LIMIT CAST(@nombre AS BIGINT);

-- name: ListerRattachees :many
SELECT id FROM personnes WHERE principale = @principale AND principale <> '' ORDER BY id;

-- name: Rattacher :exec
UPDATE personnes SET principale = @principale WHERE id = @id;
