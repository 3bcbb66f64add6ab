-- +goose Up

-- +goose StatementBegin
CREATE TRIGGER gels_effacement BEFORE DELETE ON gels
BEGIN
    SELECT RAISE(ABORT, 'la table gels est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER gels_modification BEFORE UPDATE ON gels
BEGIN
    SELECT RAISE(ABORT, 'la table gels est en ajout seul');
END;
-- +goose StatementEnd
