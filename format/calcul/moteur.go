package calcul

import (
	"errors"
	"fmt"

	"accord/droit"
)

// Calculateur computes the result of a case. The result is empty when it is
// called; the trace is wanted only when expliquer is true. Both belong to the
// caller, who uses them again for the next case.
type Calculateur interface {
	Calculer(cas *droit.Cas, expliquer bool, res *droit.Resultat) error
}

// Moteur answers cases one after the other and keeps its memory between them.
// It must not be used by two goroutines at once.
type Moteur struct {
	fabrique    func() Calculateur
	lecteur     *Lecteur
	calculateur Calculateur
	resultat    droit.Resultat
}

// NewMoteur returns an engine over a computation of its own, which fabrique
// gives.
func NewMoteur(fabrique func() Calculateur) *Moteur {
	m := &Moteur{fabrique: fabrique}
	m.renouveler()
	return m
}

// renouveler starts again from a clean state.
func (m *Moteur) renouveler() {
	*m = Moteur{fabrique: m.fabrique, lecteur: NewLecteur(), calculateur: m.fabrique()}
}

// Calculer reads a case and computes it as it was known on its day: the case
// returned is without the facts known later. What it returns is valid until the
// next call. The error is an [*Erreur] when the case is refused.
func (m *Moteur) Calculer(cas []byte) (*droit.Cas, *droit.Resultat, Presentation, error) {
	c, p, err := m.lecteur.Lire(cas)
	if err != nil {
		return nil, nil, p, err
	}
	c = c.Connu()
	m.resultat.Vider()
	if err := m.calculateur.Calculer(c, p.Explication, &m.resultat); err != nil {
		return nil, nil, p, err
	}
	return c, &m.resultat, p, nil
}

// Repondre reads a case, computes it, and appends its result to dst. On an
// error dst is returned as it was.
func (m *Moteur) Repondre(dst, cas []byte) ([]byte, error) {
	c, res, p, err := m.Calculer(cas)
	if err != nil {
		return dst, err
	}
	return Append(dst, c, res, p), nil
}

// repondreLigne answers one line of a batch. A computation that breaks down
// costs its own line, not those that follow: it is answered as an error, and
// counted.
func (m *Moteur) repondreLigne(dst, cas []byte) (reponse []byte, err error) {
	debut := len(dst)
	defer func() {
		if panne := recover(); panne != nil {
			m.renouveler()
			reponse, err = dst[:debut], fmt.Errorf("le calcul de ce cas a échoué: %v", panne)
		}
	}()
	return m.Repondre(dst, cas)
}

// ajouterErreur appends what stands in the place of a result in a batch.
func ajouterErreur(dst []byte, err error, ligne int) []byte {
	var refus *Erreur
	if !errors.As(err, &refus) {
		refus = &Erreur{Phrase: err.Error()}
	}
	s := sortie{dst}
	s.ouvrir('{')
	s.cle("erreur")
	s.ouvrir('{')
	s.cle("cle")
	s.texte(refus.Cle)
	s.cle("valeur")
	s.texte(refus.Valeur)
	s.cle("attendu")
	s.texte(refus.Attendu)
	s.cle("phrase")
	s.texte(refus.Phrase)
	s.fermer('}')
	s.cle("ligne")
	s.entier(ligne)
	s.fermer('}')
	return s.b
}
