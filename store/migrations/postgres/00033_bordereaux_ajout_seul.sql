-- +goose Up

CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON bordereaux FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER vidage BEFORE TRUNCATE ON bordereaux EXECUTE FUNCTION refuser_modification();
