-- name: InsererGel :execrows
INSERT INTO gels (id, geste, jusque, le, scelle) VALUES (@id, @geste, @jusque, @le, @scelle) ON CONFLICT DO NOTHING;

-- name: ListerGels :many
SELECT id, geste, scelle FROM gels WHERE jusque >= @depuis ORDER BY jusque, id, geste;

-- name: SupprimerGelsRetenus :exec
DELETE FROM gels_retenus WHERE personne = @personne;

-- name: InsererGelRetenu :exec
INSERT INTO gels_retenus (personne, gel, jours, brut) VALUES (@personne, @gel, @jours, @brut);

-- name: CompterGel :one
SELECT COUNT(*) AS personnes, CAST(COALESCE(SUM(jours), 0) AS BIGINT) AS jours, CAST(COALESCE(SUM(brut), 0) AS BIGINT) AS brut
FROM gels_retenus WHERE gel = @gel;

-- name: ListerOrdresDepuis :many
SELECT id FROM ordres WHERE cree_le >= @depuis ORDER BY cree_le, id;

-- name: ListerVersions :many
SELECT regles FROM ordres GROUP BY regles ORDER BY MAX(cree_le) DESC, regles;

-- name: ListerRetenusPar :many
SELECT personne FROM gels_retenus WHERE gel = @gel ORDER BY personne;
