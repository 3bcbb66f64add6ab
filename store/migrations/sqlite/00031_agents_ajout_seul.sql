-- +goose Up

-- +goose StatementBegin
CREATE TRIGGER agents_effacement BEFORE DELETE ON agents
BEGIN
    SELECT RAISE(ABORT, 'la table agents est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER agents_modification BEFORE UPDATE ON agents
BEGIN
    SELECT RAISE(ABORT, 'la table agents est en ajout seul');
END;
-- +goose StatementEnd
