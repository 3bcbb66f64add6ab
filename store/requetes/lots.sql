-- name: InsererLot :exec
INSERT INTO lots (id, cree_le, execution, etat, nombre, somme, empreinte, fichier)
VALUES (@id, @cree_le, @execution, @etat, @nombre, @somme, @empreinte, @fichier);

-- name: InsererLotOrdre :exec
INSERT INTO lots_ordres (ordre, lot, numero) VALUES (@ordre, @lot, @numero);

-- name: ModifierLot :execrows
UPDATE lots SET execution = @execution, etat = @etat, nombre = @nombre, somme = @somme, empreinte = @empreinte,
    fichier = @fichier
WHERE id = @id AND (etat = @prepare OR CAST(@etat AS TEXT) NOT IN (@prepare, @emis));

-- name: LireLotTenu :one
SELECT * FROM lots WHERE id = @id;

-- name: ListerLots :many
SELECT id, cree_le, execution, etat, nombre, somme, empreinte FROM lots ORDER BY cree_le, id;

-- name: ListerOrdresLots :many
SELECT lot, ordre FROM lots_ordres ORDER BY lot, numero;

-- name: ListerOrdresLot :many
SELECT ordre FROM lots_ordres WHERE lot = @lot ORDER BY numero;
