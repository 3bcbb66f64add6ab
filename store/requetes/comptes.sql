-- name: InsererPose :exec
INSERT INTO poses (personne, ligne, risque, jour, rang, dossier, brut, destinataire, ordre_ligne, racine, le, exonere)
VALUES (@personne, @ligne, @risque, @jour, @rang, @dossier, @brut, @destinataire, @ordre_ligne, @racine, @le, @exonere);

-- name: ListerPoses :many
SELECT ligne, risque, jour, rang, dossier, brut, destinataire, ordre_ligne, racine, le, exonere
FROM poses WHERE personne = @personne ORDER BY ligne, risque, jour, rang;

-- name: InsererEcriture :execrows
INSERT INTO ecritures (cle, le, personne, ordre, libelle, regles)
VALUES (@cle, @le, @personne, @ordre, @libelle, @regles) ON CONFLICT DO NOTHING;

-- name: InsererMouvement :exec
INSERT INTO mouvements (ecriture, numero, compte, montant) VALUES (@ecriture, @numero, @compte, @montant);

-- name: LireEcriture :one
SELECT * FROM ecritures WHERE cle = @cle;

-- name: ListerMouvements :many
SELECT compte, montant FROM mouvements WHERE ecriture = @ecriture ORDER BY numero;

-- name: ListerEcritures :many
SELECT * FROM ecritures WHERE personne = @personne ORDER BY le, cle;

-- name: ListerMouvementsPersonne :many
SELECT m.ecriture, m.compte, m.montant FROM ecritures e JOIN mouvements m ON m.ecriture = e.cle
WHERE e.personne = @personne ORDER BY m.ecriture, m.numero;

-- name: Solder :many
SELECT compte, CAST(SUM(montant) AS BIGINT) AS montant FROM mouvements GROUP BY compte ORDER BY compte;
