-- name: InsererGesteRejeu :execrows
INSERT INTO rejeux (id, geste, le, scelle) VALUES (@id, @geste, @le, @scelle) ON CONFLICT DO NOTHING;

-- name: ListerGestesRejeux :many
SELECT id, geste, scelle FROM rejeux ORDER BY le, id, geste;
