-- name: LireFichier :one
SELECT * FROM fichiers WHERE empreinte = @empreinte;

-- name: InsererFichier :execrows
INSERT INTO fichiers (empreinte, nom, format, taille, recu_le, test, pieces, anomalies, perdues)
VALUES (@empreinte, @nom, @format, @taille, @recu_le, @test, @pieces, @anomalies, @perdues) ON CONFLICT DO NOTHING;

-- name: ListerFichiers :many
SELECT * FROM fichiers ORDER BY recu_le DESC, empreinte LIMIT CAST(@nombre AS BIGINT);

-- name: InsererAnomalie :exec
INSERT INTO anomalies (fichier, numero, ligne, gravite, scelle) VALUES (@fichier, @numero, @ligne, @gravite, @scelle);

-- name: ListerAnomalies :many
SELECT numero, ligne, gravite, scelle FROM anomalies WHERE fichier = @fichier ORDER BY numero;

-- name: InsererPiece :execrows
INSERT INTO pieces (empreinte, personne, genre, fichier, nom, du, au, recu_le, test, extrait)
VALUES (@empreinte, @personne, @genre, @fichier, @nom, @du, @au, @recu_le, @test, @extrait) ON CONFLICT DO NOTHING;

-- name: InsererPieceNeuve :exec
INSERT INTO pieces (empreinte, personne, genre, fichier, nom, du, au, recu_le, test, extrait)
VALUES (@empreinte, @personne, @genre, @fichier, @nom, @du, @au, @recu_le, @test, @extrait);

-- name: InsererVolet :exec
INSERT INTO volets_medicaux (piece, personne, boite) VALUES (@piece, @personne, @boite);

-- name: ListerPieces :many
SELECT empreinte, genre, fichier, nom, du, au, recu_le, test, extrait
FROM pieces WHERE personne = @personne ORDER BY recu_le, fichier, du, empreinte;

-- name: InsererDeclaration :exec
INSERT INTO declarations (employeur, nature, mois, identifiant, ordre, annule, remplace)
VALUES (@employeur, @nature, @mois, @identifiant, @ordre, @annule, @remplace) ON CONFLICT DO NOTHING;

-- name: InsererDeclare :exec
INSERT INTO declares (employeur, nature, mois, identifiant, ordre, personne)
VALUES (@employeur, @nature, @mois, @identifiant, @ordre, @personne) ON CONFLICT DO NOTHING;

-- name: ListerDeclarations :many
SELECT ordre, annule, remplace FROM declarations
WHERE employeur = @employeur AND nature = @nature AND mois = @mois AND identifiant = @identifiant ORDER BY ordre;

-- name: ListerDeclares :many
SELECT d.ordre, d.personne FROM declares d JOIN personnes p ON p.id = d.personne
WHERE d.employeur = @employeur AND d.nature = @nature AND d.mois = @mois AND d.identifiant = @identifiant
    AND d.ordre < @ordre AND NOT p.efface
ORDER BY d.ordre, d.personne;
