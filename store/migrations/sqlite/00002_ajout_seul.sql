-- +goose Up

-- Append-only tables. The one change allowed is to blank the sealed columns of a person who was erased.

-- +goose StatementBegin
CREATE TRIGGER faits_effacement BEFORE DELETE ON faits
BEGIN
    SELECT RAISE(ABORT, 'la table faits est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER faits_modification BEFORE UPDATE OF personne, seq, genre, recu_le, empreinte_scelle, empreinte ON faits
BEGIN
    SELECT RAISE(ABORT, 'la table faits est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER faits_contenu BEFORE UPDATE OF scelle ON faits
BEGIN
    SELECT RAISE(ABORT, 'la table faits est en ajout seul')
    WHERE NEW.scelle IS NOT NULL AND NEW.scelle IS NOT OLD.scelle
        OR NOT EXISTS (SELECT 1 FROM personnes WHERE id = OLD.personne AND efface);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER pieces_effacement BEFORE DELETE ON pieces
BEGIN
    SELECT RAISE(ABORT, 'la table pieces est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER pieces_modification BEFORE UPDATE OF empreinte, personne, genre, fichier, du, au, recu_le, test ON pieces
BEGIN
    SELECT RAISE(ABORT, 'la table pieces est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER pieces_contenu BEFORE UPDATE OF nom, extrait ON pieces
BEGIN
    SELECT RAISE(ABORT, 'la table pieces est en ajout seul')
    WHERE NEW.nom IS NOT NULL AND NEW.nom IS NOT OLD.nom OR NEW.extrait IS NOT NULL AND NEW.extrait IS NOT OLD.extrait
        OR NOT EXISTS (SELECT 1 FROM personnes WHERE id = OLD.personne AND efface);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER volets_medicaux_effacement BEFORE DELETE ON volets_medicaux
BEGIN
    SELECT RAISE(ABORT, 'la table volets_medicaux est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER volets_medicaux_modification BEFORE UPDATE OF piece, personne ON volets_medicaux
BEGIN
    SELECT RAISE(ABORT, 'la table volets_medicaux est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER volets_medicaux_contenu BEFORE UPDATE OF boite ON volets_medicaux
BEGIN
    SELECT RAISE(ABORT, 'la table volets_medicaux est en ajout seul')
    WHERE NEW.boite IS NOT NULL AND NEW.boite IS NOT OLD.boite
        OR NOT EXISTS (SELECT 1 FROM personnes WHERE id = OLD.personne AND efface);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER messages_effacement BEFORE DELETE ON messages
BEGIN
    SELECT RAISE(ABORT, 'la table messages est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER messages_modification BEFORE UPDATE OF cle, personne, le ON messages
BEGIN
    SELECT RAISE(ABORT, 'la table messages est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER messages_contenu BEFORE UPDATE OF scelle ON messages
BEGIN
    SELECT RAISE(ABORT, 'la table messages est en ajout seul')
    WHERE NEW.scelle IS NOT NULL AND NEW.scelle IS NOT OLD.scelle
        OR NOT EXISTS (SELECT 1 FROM personnes WHERE id = OLD.personne AND efface);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER fichiers_effacement BEFORE DELETE ON fichiers
BEGIN
    SELECT RAISE(ABORT, 'la table fichiers est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER fichiers_modification BEFORE UPDATE ON fichiers
BEGIN
    SELECT RAISE(ABORT, 'la table fichiers est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER anomalies_effacement BEFORE DELETE ON anomalies
BEGIN
    SELECT RAISE(ABORT, 'la table anomalies est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER anomalies_modification BEFORE UPDATE ON anomalies
BEGIN
    SELECT RAISE(ABORT, 'la table anomalies est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER declarations_effacement BEFORE DELETE ON declarations
BEGIN
    SELECT RAISE(ABORT, 'la table declarations est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER declarations_modification BEFORE UPDATE ON declarations
BEGIN
    SELECT RAISE(ABORT, 'la table declarations est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER declares_effacement BEFORE DELETE ON declares
BEGIN
    SELECT RAISE(ABORT, 'la table declares est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER declares_modification BEFORE UPDATE ON declares
BEGIN
    SELECT RAISE(ABORT, 'la table declares est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER lignes_effacement BEFORE DELETE ON lignes
BEGIN
    SELECT RAISE(ABORT, 'la table lignes est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER lignes_modification BEFORE UPDATE ON lignes
BEGIN
    SELECT RAISE(ABORT, 'la table lignes est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER lignes_jours_effacement BEFORE DELETE ON lignes_jours
BEGIN
    SELECT RAISE(ABORT, 'la table lignes_jours est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER lignes_jours_modification BEFORE UPDATE ON lignes_jours
BEGIN
    SELECT RAISE(ABORT, 'la table lignes_jours est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER actes_effacement BEFORE DELETE ON actes
BEGIN
    SELECT RAISE(ABORT, 'la table actes est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER actes_modification BEFORE UPDATE ON actes
BEGIN
    SELECT RAISE(ABORT, 'la table actes est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER poses_effacement BEFORE DELETE ON poses
BEGIN
    SELECT RAISE(ABORT, 'la table poses est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER poses_modification BEFORE UPDATE ON poses
BEGIN
    SELECT RAISE(ABORT, 'la table poses est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ecritures_effacement BEFORE DELETE ON ecritures
BEGIN
    SELECT RAISE(ABORT, 'la table ecritures est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ecritures_modification BEFORE UPDATE ON ecritures
BEGIN
    SELECT RAISE(ABORT, 'la table ecritures est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER mouvements_effacement BEFORE DELETE ON mouvements
BEGIN
    SELECT RAISE(ABORT, 'la table mouvements est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER mouvements_modification BEFORE UPDATE ON mouvements
BEGIN
    SELECT RAISE(ABORT, 'la table mouvements est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER lots_ordres_effacement BEFORE DELETE ON lots_ordres
BEGIN
    SELECT RAISE(ABORT, 'la table lots_ordres est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER lots_ordres_modification BEFORE UPDATE ON lots_ordres
BEGIN
    SELECT RAISE(ABORT, 'la table lots_ordres est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ordres_effacement BEFORE DELETE ON ordres
BEGIN
    SELECT RAISE(ABORT, 'la table ordres est en ajout seul');
END;
-- +goose StatementEnd

-- An order only changes its state.

-- +goose StatementBegin
CREATE TRIGGER ordres_modification BEFORE UPDATE OF id, personne, dossier, destinataire, cree_le, regles, brut, csg,
    csg_deductible, crds, imposable, pas, net ON ordres
BEGIN
    SELECT RAISE(ABORT, 'la table ordres ne change que d''état');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ordres_contenu BEFORE UPDATE OF compte, feuille ON ordres
BEGIN
    SELECT RAISE(ABORT, 'la table ordres ne change que d''état')
    WHERE NEW.feuille IS NOT NULL OR NEW.compte IS NOT NULL AND NEW.compte IS NOT OLD.compte
        OR NOT EXISTS (SELECT 1 FROM personnes WHERE id = OLD.personne AND efface);
END;
-- +goose StatementEnd
