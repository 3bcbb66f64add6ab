-- name: SupprimerSuites :exec
DELETE FROM suites WHERE personne = @personne;

-- name: InsererSuite :exec
INSERT INTO suites (personne, ligne, risque, du, au, dossier, etat, ij, destinataire, regle, exonere)
VALUES (@personne, @ligne, @risque, @du, @au, @dossier, @etat, @ij, @destinataire, @regle, @exonere);

-- name: ListerSuites :many
SELECT ligne, risque, du, au, dossier, etat, ij, destinataire, regle, exonere
FROM suites WHERE personne = @personne ORDER BY ligne, risque, du;

-- name: ListerAVoir :many
SELECT DISTINCT personne FROM resumes
WHERE personne > @apres AND a_voir_le BETWEEN 1 AND @jour ORDER BY personne LIMIT CAST(@nombre AS BIGINT);

-- name: ExisteResume :one
SELECT EXISTS (SELECT 1 FROM resumes WHERE personne = @personne);

-- name: SupprimerResumes :exec
DELETE FROM resumes WHERE personne = @personne;

-- name: InsererResume :exec
INSERT INTO resumes (dossier, personne, nom, debut, fin, plus_ancien, jours, du_brut, attend, a_voir_le, test)
VALUES (@dossier, @personne, @nom, @debut, @fin, @plus_ancien, @jours, @du_brut, @attend, @a_voir_le, @test);

-- name: ListerResumes :many
SELECT r.dossier, r.personne, r.nom, r.debut, r.fin, r.plus_ancien, r.jours, r.du_brut, r.attend, r.a_voir_le, r.test, c.enveloppe
FROM resumes r JOIN cles_personnes c ON c.personne = r.personne
WHERE substr(r.attend, 1, length(CAST(@attend AS TEXT))) = @attend AND r.plus_ancien < @avant
ORDER BY r.plus_ancien, r.dossier LIMIT CAST(@nombre AS BIGINT) OFFSET CAST(@saut AS BIGINT);

-- name: CompterResumes :one
SELECT COUNT(*) FROM resumes r
WHERE substr(r.attend, 1, length(CAST(@attend AS TEXT))) = @attend AND r.plus_ancien < @avant;

-- name: LirePersonneDe :one
SELECT personne FROM resumes WHERE dossier = @dossier;
