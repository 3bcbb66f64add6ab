-- +goose Up

-- Whether some fact of the person, by itself, opens a dossier: what comes of anyone else than her changes nothing. It is
-- not whether she has one: a pregnancy declared before any work is known gives none yet.
ALTER TABLE personnes ADD COLUMN suivie BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE personnes SET suivie = TRUE WHERE EXISTS (SELECT 1 FROM faits f WHERE f.personne = personnes.id AND f.genre IN (
    'avis_arret', 'dsn_arret', 'grossesse', 'evenement_familial', 'demande_conge', 'declaration_accident', 'certificat_at', 'declaration_mp', 'acte'));
