-- name: InsererOrdre :execrows
INSERT INTO ordres (id, personne, dossier, destinataire, compte, cree_le, regles,
    brut, csg, csg_deductible, crds, imposable, pas, net, feuille, etat)
VALUES (@id, @personne, @dossier, @destinataire, @compte, @cree_le, @regles,
    @brut, @csg, @csg_deductible, @crds, @imposable, @pas, @net, @feuille, @etat) ON CONFLICT DO NOTHING;

-- name: InsererLigne :exec
INSERT INTO lignes (id, ordre, numero, racine, activite, risque, du, au, exonere, acompte,
    brut, csg, csg_deductible, crds, imposable, pas, net)
VALUES (@id, @ordre, @numero, @racine, @activite, @risque, @du, @au, @exonere, @acompte,
    @brut, @csg, @csg_deductible, @crds, @imposable, @pas, @net);

-- name: InsererLigneJours :exec
INSERT INTO lignes_jours (ligne, numero, du, au, rang, brut) VALUES (@ligne, @numero, @du, @au, @rang, @brut);

-- name: LireOrdreTenu :one
SELECT o.*, CAST(COALESCE((SELECT l.lot FROM lots_ordres l WHERE l.ordre = o.id), '') AS TEXT) AS lot
FROM ordres o WHERE o.id = @id;

-- name: ListerOrdres :many
SELECT o.*, CAST(COALESCE((SELECT l.lot FROM lots_ordres l WHERE l.ordre = o.id), '') AS TEXT) AS lot
FROM ordres o WHERE o.personne = @personne ORDER BY o.cree_le, o.id;

-- name: ListerLignesOrdre :many
SELECT * FROM lignes WHERE ordre = @ordre ORDER BY numero;

-- name: ListerLignesPersonne :many
SELECT l.* FROM ordres o JOIN lignes l ON l.ordre = o.id WHERE o.personne = @personne ORDER BY l.ordre, l.numero;

-- name: ListerJoursOrdre :many
SELECT j.* FROM lignes l JOIN lignes_jours j ON j.ligne = l.id WHERE l.ordre = @ordre ORDER BY j.ligne, j.numero;

-- name: ListerJoursPersonne :many
SELECT j.* FROM ordres o JOIN lignes l ON l.ordre = o.id JOIN lignes_jours j ON j.ligne = l.id
WHERE o.personne = @personne ORDER BY j.ligne, j.numero;

-- name: ListerOrdresEtat :many
SELECT id FROM ordres WHERE etat = @etat ORDER BY id;

-- name: PasserOrdre :execrows
UPDATE ordres SET etat = @vers WHERE id = @id AND etat <> @vers;

-- name: InsererActe :exec
INSERT INTO actes (ordre, numero, vers, par, matricule, le, motif)
VALUES (@ordre, (SELECT COALESCE(MAX(a.numero), 0) + 1 FROM actes a WHERE a.ordre = @ordre), @vers, @par, @matricule, @le, @motif);

-- name: ListerActes :many
SELECT vers, par, matricule, le, motif FROM actes WHERE ordre = @ordre ORDER BY numero;
