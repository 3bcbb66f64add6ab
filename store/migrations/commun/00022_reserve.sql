-- +goose Up

-- What a reduction takes from each day of a run, as long as nobody has signed it: a day paid for less says what is held back.
ALTER TABLE suites ADD COLUMN reserve BIGINT NOT NULL DEFAULT 0 CHECK (reserve >= 0);
