-- name: InsererTravail :exec
INSERT INTO travaux (cle, genre, personne, charge, cree_le) VALUES (@cle, @genre, @personne, @charge, @cree_le)
ON CONFLICT DO NOTHING;

-- name: ListerTravauxLibres :many
SELECT t.cle, t.genre, t.personne, t.charge, t.cree_le, c.enveloppe
FROM travaux t LEFT JOIN cles_personnes c ON c.personne = t.personne
WHERE t.fini_le IS NULL ORDER BY t.cree_le, t.cle LIMIT CAST(@nombre AS BIGINT);

-- name: FinirTravail :execrows
UPDATE travaux SET fini_le = @le, charge = NULL WHERE cle = @cle AND fini_le IS NULL;

-- name: RetirerTravail :exec
DELETE FROM travaux WHERE cle = @cle AND fini_le IS NULL;

-- name: InsererMessage :exec
INSERT INTO messages (cle, personne, le, scelle) VALUES (@cle, @personne, @le, @scelle) ON CONFLICT DO NOTHING;

-- name: ListerMessages :many
SELECT cle, le, scelle FROM messages WHERE personne = @personne ORDER BY le, cle;
