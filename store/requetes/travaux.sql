-- name: InsererTravail :exec
INSERT INTO travaux (cle, genre, personne, charge, cree_le, pas_avant) VALUES (@cle, @genre, @personne, @charge, @cree_le, @pas_avant)
ON CONFLICT DO NOTHING;

-- name: AvancerTravail :exec
UPDATE travaux SET pas_avant = @pas_avant WHERE cle = @cle AND fini_le IS NULL AND pas_avant > @pas_avant;

-- name: ReporterTravail :exec
UPDATE travaux SET pas_avant = @pas_avant WHERE cle = @cle AND fini_le IS NULL;

-- name: ListerTravauxLibres :many
SELECT t.cle, t.genre, t.personne, t.charge, t.cree_le, t.pas_avant, c.enveloppe
FROM travaux t LEFT JOIN cles_personnes c ON c.personne = t.personne
WHERE t.fini_le IS NULL AND t.pas_avant <= @jour AND (CAST(@genre AS TEXT) = '' OR t.genre = CAST(@genre AS TEXT))
  AND (t.cree_le > @apres_le OR t.cree_le = @apres_le AND t.cle > @apres_cle)
ORDER BY t.cree_le, t.cle LIMIT CAST(@nombre AS BIGINT);

-- name: FinirTravail :execrows
UPDATE travaux SET fini_le = @le, charge = NULL WHERE cle = @cle AND fini_le IS NULL;

-- name: RetirerTravail :exec
DELETE FROM travaux WHERE cle = @cle AND fini_le IS NULL;

-- name: InsererMessage :exec
INSERT INTO messages (cle, personne, le, scelle) VALUES (@cle, @personne, @le, @scelle) ON CONFLICT DO NOTHING;

-- name: ListerMessages :many
SELECT cle, le, scelle FROM messages WHERE personne = @personne ORDER BY le, cle;
