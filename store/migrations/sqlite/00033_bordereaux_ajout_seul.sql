-- +goose Up

-- +goose StatementBegin
CREATE TRIGGER bordereaux_effacement BEFORE DELETE ON bordereaux
BEGIN
    SELECT RAISE(ABORT, 'la table bordereaux est en ajout seul');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER bordereaux_modification BEFORE UPDATE ON bordereaux
BEGIN
    SELECT RAISE(ABORT, 'la table bordereaux est en ajout seul');
END;
-- +goose StatementEnd
