-- +goose Up

-- +goose StatementBegin
CREATE TRIGGER rejeux_effacement BEFORE DELETE ON rejeux
BEGIN
    SELECT RAISE(ABORT, 'la table rejeux est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER rejeux_modification BEFORE UPDATE ON rejeux
BEGIN
    SELECT RAISE(ABORT, 'la table rejeux est en ajout seul');
END;
-- +goose StatementEnd
