-- +goose Up

-- Records of one person, brought together: the record that this one is attached to, empty for none. It follows from the
-- acts in the chains of both, which are what proves it. In the row of the person, so that whoever holds her reads it.
ALTER TABLE personnes ADD COLUMN principale TEXT NOT NULL DEFAULT '' CHECK (principale <> id);
CREATE INDEX personnes_principale ON personnes (principale, id) WHERE principale <> '';
