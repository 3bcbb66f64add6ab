-- +goose Up

-- Append-only tables. The one change allowed is to blank the sealed columns, named in the trigger's arguments, of a
-- person who was erased.

-- +goose StatementBegin
CREATE FUNCTION refuser_modification() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    avant jsonb;
    apres jsonb;
BEGIN
    IF TG_OP = 'UPDATE' AND TG_NARGS > 0 THEN
        avant := to_jsonb(OLD);
        apres := to_jsonb(NEW);
        IF avant - TG_ARGV = apres - TG_ARGV
            AND NOT EXISTS (SELECT 1 FROM unnest(TG_ARGV) c WHERE apres ->> c IS NOT NULL AND apres -> c IS DISTINCT FROM avant -> c)
            AND EXISTS (SELECT 1 FROM personnes WHERE id = avant ->> 'personne' AND efface) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'la table % est en ajout seul', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION refuser_reecriture_ordre() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'etat' = to_jsonb(OLD) - 'etat' THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - 'feuille' - 'compte' = to_jsonb(OLD) - 'feuille' - 'compte' AND NEW.feuille IS NULL
        AND (NEW.compte IS NULL OR NEW.compte = OLD.compte)
        AND EXISTS (SELECT 1 FROM personnes WHERE id = OLD.personne AND efface) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'la table ordres ne change que d''état' USING ERRCODE = 'restrict_violation';
END $$;
-- +goose StatementEnd

CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON faits FOR EACH ROW EXECUTE FUNCTION refuser_modification('scelle');
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON pieces FOR EACH ROW EXECUTE FUNCTION refuser_modification('nom', 'extrait');
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON volets_medicaux FOR EACH ROW EXECUTE FUNCTION refuser_modification('boite');
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON messages FOR EACH ROW EXECUTE FUNCTION refuser_modification('scelle');
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON fichiers FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON anomalies FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON declarations FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON declares FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON lignes FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON lignes_jours FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON actes FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON poses FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON ecritures FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON mouvements FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON lots_ordres FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER change_etat BEFORE UPDATE ON ordres FOR EACH ROW EXECUTE FUNCTION refuser_reecriture_ordre();
CREATE TRIGGER ajout_seul BEFORE DELETE ON ordres FOR EACH ROW EXECUTE FUNCTION refuser_modification();

-- +goose StatementBegin
DO $$
DECLARE
    t text;
BEGIN
    FOR t IN SELECT DISTINCT event_object_table FROM information_schema.triggers
        WHERE trigger_schema = current_schema() AND trigger_name = 'ajout_seul' LOOP
        EXECUTE format('CREATE TRIGGER vidage BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuser_modification()', t);
    END LOOP;
END $$;
-- +goose StatementEnd

-- Rows that change in place: room on their page keeps the indexes out of it.
ALTER TABLE personnes SET (fillfactor = 70);
ALTER TABLE travaux SET (fillfactor = 80);
ALTER TABLE ordres SET (fillfactor = 80);
