-- +goose Up

CREATE TRIGGER ajout_seul BEFORE UPDATE OR DELETE ON gels FOR EACH ROW EXECUTE FUNCTION refuser_modification();
CREATE TRIGGER vidage BEFORE TRUNCATE ON gels EXECUTE FUNCTION refuser_modification();
