-- +goose Up

CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON rejeux FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER vidage BEFORE TRUNCATE ON rejeux EXECUTE FUNCTION refuser_modification();
