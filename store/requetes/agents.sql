-- name: InsererGesteAgent :execrows
INSERT INTO agents (matricule, rang, le, scelle) VALUES (@matricule, @rang, @le, @scelle) ON CONFLICT DO NOTHING;

-- name: ListerGestesAgents :many
SELECT matricule, rang, scelle FROM agents ORDER BY matricule, rang;

-- name: ListerGestesAgent :many
SELECT rang, scelle FROM agents WHERE matricule = @matricule ORDER BY rang;

-- name: RegistreOuvert :one
SELECT EXISTS (SELECT 1 FROM agents) AS ouvert;
