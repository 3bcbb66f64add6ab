package paiement

import (
	"errors"
	"fmt"
	"slices"

	v "accord/valeur"
)

// Etat is the state of an order. No transition deletes anything; each is an
// act with its author.
type Etat string

const (
	Propose  Etat = "propose"
	Signe    Etat = "signe"    // by the ordonnateur (D.253-4)
	Vise     Etat = "vise"     // by the directeur comptable (D.122-4)
	Suspendu Etat = "suspendu" // by the directeur comptable (D.122-5)
	Annule   Etat = "annule"   // before emission only
	EnLot    Etat = "en_lot"
	Emis     Etat = "emis"
	SansFlux Etat = "sans_flux" // posted, nothing to transfer
)

// suites lists the transitions that exist.
var suites = map[Etat][]Etat{
	Propose:  {Signe, Annule},
	Signe:    {Vise, Suspendu, Annule},
	Suspendu: {Vise, Annule},
	Vise:     {EnLot, SansFlux, Annule},
	EnLot:    {Emis, Annule}, // with its whole batch
}

// Acte is what someone did to an order: who, when, why.
type Acte struct {
	Ordre string
	Vers  Etat
	Par   string
	// Matricule is the number of Par in the register of agents, when there was one.
	Matricule string
	Le        int64 // instant, microseconds UTC
	Motif     string
}

// Auteur is who did it.
func (a *Acte) Auteur() v.Agent { return v.Agent{Matricule: a.Matricule, Nom: a.Par} }

var (
	// ErrTransition is returned for a passage that does not exist.
	ErrTransition = errors.New("ce passage n'existe pas")
	// ErrSeparation is returned when one person would sign and give the visa.
	ErrSeparation = errors.New("l'ordonnateur et le comptable doivent être deux personnes différentes")
	// ErrAnonyme is returned for an act without an author.
	ErrAnonyme = errors.New("un acte doit nommer son auteur")
)

// Passer checks that the order may go to a state by the hand of someone, given
// the acts already done on it, and moves it.
func (o *Ordre) Passer(a Acte, passes []Acte) error {
	if a.Auteur().Anonyme() {
		return ErrAnonyme
	}
	if !slices.Contains(suites[o.Etat], a.Vers) {
		return fmt.Errorf("ordre %s : de «%s» à «%s» : %w", o.ID, o.Etat, a.Vers, ErrTransition)
	}
	if a.Vers == Vise {
		for i := range passes {
			if p := &passes[i]; p.Vers == Signe && p.Auteur().Est(a.Auteur()) {
				return ErrSeparation
			}
		}
	}
	o.Etat = a.Vers
	return nil
}
