-- name: InsererFait :exec
INSERT INTO faits (personne, seq, genre, recu_le, scelle, empreinte_scelle, empreinte)
VALUES (@personne, @seq, @genre, @recu_le, @scelle, @empreinte_scelle, @empreinte);

-- name: ListerScelles :many
SELECT seq, scelle, empreinte FROM faits WHERE personne = @personne AND seq >= @depuis ORDER BY seq;

-- name: ListerFaits :many
SELECT seq, genre, recu_le, scelle, empreinte_scelle, empreinte FROM faits WHERE personne = @personne ORDER BY seq;
