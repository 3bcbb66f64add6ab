package store

import (
	"errors"
	"fmt"

	"accord/app"
)

// What a database can refuse, beside the words of the port.
var (
	errDoublon   = errors.New("déjà enregistré")
	errBornes    = errors.New("valeur hors de ce que la base admet")
	errAjoutSeul = errors.New("ce qui est enregistré ne se modifie ni ne s'efface")
	errOccupee   = errors.New("la base est tenue par un autre programme")
	errPerdue    = errors.New("connexion à la base perdue")
	errInconnue  = errors.New("connexion perdue pendant la validation : l'enregistrement a pu aboutir ou non")
)

// refus is an error of the database: what it means, and what the driver said.
type refus struct {
	requete string
	sens    error // nil when the error has no meaning of its own
	cause   error
}

func (r *refus) Error() string {
	if r.sens == nil {
		return fmt.Sprintf("base de données, «%s» : %v", r.requete, r.cause)
	}
	return fmt.Sprintf("base de données, «%s» : %v (%v)", r.requete, r.sens, r.cause)
}

func (r *refus) Unwrap() []error {
	if r.sens == nil {
		return []error{r.cause}
	}
	return []error{r.sens, r.cause}
}

// absent names what is not in the base.
func absent(quoi, cle string) error {
	return fmt.Errorf("%s %s : %w", quoi, cle, app.ErrAbsent)
}
