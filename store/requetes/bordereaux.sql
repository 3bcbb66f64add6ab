-- name: InsererBordereau :execrows
INSERT INTO bordereaux (id, geste, le, scelle) VALUES (@id, @geste, @le, @scelle) ON CONFLICT DO NOTHING;

-- name: ListerBordereaux :many
SELECT id, geste, scelle FROM bordereaux ORDER BY le, id, geste;
