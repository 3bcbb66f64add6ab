-- name: EffacerPersonne :exec
UPDATE personnes SET efface = TRUE, nir_index = NULL, nir_scelle = NULL WHERE id = @id;

-- name: EffacerCle :exec
DELETE FROM cles_personnes WHERE personne = @personne;

-- name: EffacerFaits :exec
UPDATE faits SET scelle = NULL WHERE personne = @personne;

-- name: EffacerPieces :exec
UPDATE pieces SET nom = NULL, extrait = NULL WHERE personne = @personne;

-- name: EffacerVolets :exec
UPDATE volets_medicaux SET boite = NULL WHERE personne = @personne;

-- name: EffacerOrdres :exec
UPDATE ordres SET feuille = NULL, compte = CASE WHEN destinataire LIKE 'employeur:%' THEN compte END
WHERE personne = @personne;

-- name: EffacerMessages :exec
UPDATE messages SET scelle = NULL WHERE personne = @personne;

-- name: EffacerTravaux :exec
UPDATE travaux SET charge = NULL WHERE personne = @personne AND fini_le IS NULL;
