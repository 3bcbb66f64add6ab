-- name: SupprimerSuites :exec
DELETE FROM suites WHERE personne = @personne;

-- name: InsererSuite :exec
INSERT INTO suites (personne, ligne, risque, du, au, dossier, etat, ij, destinataire, regle, exonere, reserve)
VALUES (@personne, @ligne, @risque, @du, @au, @dossier, @etat, @ij, @destinataire, @regle, @exonere, @reserve);

-- name: ListerSuites :many
SELECT ligne, risque, du, au, dossier, etat, ij, destinataire, regle, exonere, reserve
FROM suites WHERE personne = @personne ORDER BY ligne, risque, du;

-- name: ListerAVoir :many
SELECT DISTINCT personne FROM resumes
WHERE personne > @apres AND a_voir_le BETWEEN 1 AND @jour ORDER BY personne LIMIT CAST(@nombre AS BIGINT);

-- name: ExisteResume :one
SELECT EXISTS (SELECT 1 FROM resumes WHERE personne = @personne);

-- name: SupprimerResumes :exec
DELETE FROM resumes WHERE personne = @personne;

-- name: InsererResume :exec
INSERT INTO resumes (dossier, personne, nom, debut, fin, plus_ancien, jours, du_brut, attend, a_voir_le, test, poids, socle, taches, a_faire, calcule_le)
VALUES (@dossier, @personne, @nom, @debut, @fin, @plus_ancien, @jours, @du_brut, @attend, @a_voir_le, @test, @poids, @socle, @taches, @a_faire, @calcule_le);

-- name: ListerResumesDe :many
SELECT dossier, nom, debut, fin, plus_ancien, jours, du_brut, attend, a_voir_le, test, poids, socle, taches, calcule_le
FROM resumes WHERE personne = @personne ORDER BY dossier;

-- name: ListerImpayesDe :many
SELECT dossier, du, au, montant FROM impayes WHERE personne = @personne ORDER BY dossier, numero;

-- name: SupprimerImpayes :exec
DELETE FROM impayes WHERE personne = @personne;

-- name: InsererImpaye :exec
INSERT INTO impayes (personne, dossier, numero, du, au, montant) VALUES (@personne, @dossier, @numero, @du, @au, @montant);

-- name: ListerResumes :many
SELECT r.dossier, r.personne, r.nom, r.debut, r.fin, r.plus_ancien, r.jours, r.du_brut, r.attend, r.a_voir_le, r.test, r.poids, r.socle, r.taches,
    c.enveloppe,
    CAST(COALESCE((SELECT SUM(i.montant * (CASE WHEN i.au < sqlc.arg(jour) THEN i.au + 1 ELSE sqlc.arg(jour) END - i.du)
        * (2 * sqlc.arg(jour) - i.du - CASE WHEN i.au < sqlc.arg(jour) THEN i.au + 1 ELSE sqlc.arg(jour) END + 1) / 2)
        FROM impayes i WHERE i.personne = r.personne AND i.dossier = r.dossier AND i.du < sqlc.arg(jour)), 0) AS BIGINT) AS prejudice
FROM resumes r JOIN cles_personnes c ON c.personne = r.personne
WHERE substr(r.attend, 1, length(CAST(@attend AS TEXT))) = @attend AND r.plus_ancien < @avant AND r.taches >= @taches
ORDER BY r.plus_ancien, r.dossier LIMIT CAST(@nombre AS BIGINT) OFFSET CAST(@saut AS BIGINT);

-- name: ListerTravail :many
SELECT t.dossier, t.personne, t.nom, t.debut, t.fin, t.plus_ancien, t.jours, t.du_brut, t.attend, t.a_voir_le, t.test, t.poids, t.socle, t.taches,
    c.enveloppe, t.prejudice
FROM (SELECT p.* FROM (SELECT r.*, CAST(COALESCE((SELECT SUM(i.montant * (CASE WHEN i.au < sqlc.arg(jour) THEN i.au + 1 ELSE sqlc.arg(jour) END - i.du)
        * (2 * sqlc.arg(jour) - i.du - CASE WHEN i.au < sqlc.arg(jour) THEN i.au + 1 ELSE sqlc.arg(jour) END + 1) / 2)
        FROM impayes i WHERE i.personne = r.personne AND i.dossier = r.dossier AND i.du < sqlc.arg(jour)), 0) AS BIGINT) AS prejudice
        FROM resumes r
        WHERE r.a_faire AND substr(r.attend, 1, length(CAST(@attend AS TEXT))) = @attend AND r.plus_ancien < @avant AND r.taches >= @taches) p
    ORDER BY p.prejudice * p.poids / 100 + p.socle DESC, p.plus_ancien, p.dossier LIMIT CAST(@nombre AS BIGINT) OFFSET CAST(@saut AS BIGINT)) t
JOIN cles_personnes c ON c.personne = t.personne
ORDER BY t.prejudice * t.poids / 100 + t.socle DESC, t.plus_ancien, t.dossier;

-- name: CompterResumes :one
SELECT COUNT(*) FROM resumes r
WHERE substr(r.attend, 1, length(CAST(@attend AS TEXT))) = @attend AND r.plus_ancien < @avant AND r.taches >= @taches;

-- name: CompterTravail :one
SELECT COUNT(*) FROM resumes r
WHERE r.a_faire AND substr(r.attend, 1, length(CAST(@attend AS TEXT))) = @attend AND r.plus_ancien < @avant AND r.taches >= @taches;

-- name: LirePersonneDe :one
SELECT personne FROM resumes WHERE dossier = @dossier;
