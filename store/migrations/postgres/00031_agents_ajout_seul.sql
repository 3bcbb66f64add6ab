-- +goose Up

CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON agents FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER vidage BEFORE TRUNCATE ON agents EXECUTE FUNCTION refuser_modification();
