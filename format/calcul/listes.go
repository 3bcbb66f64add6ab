package calcul

import (
	"accord/droit"
	v "accord/valeur"
)

// listes holds every element of every array of one case, kind by kind; each
// array of the case is a part of one of them. Reading case after case then
// allocates nothing for them.
type listes struct {
	choix []droit.Choix
	jours []v.Jour
	ids   []string

	activites   []droit.Activite
	salaires    []droit.Salaire
	heures      []droit.PeriodeHeures
	absences    []droit.Absence
	primes      []droit.Prime
	subrogation []droit.Subrogation
	pertes      []droit.PerteTPT
	reprises    []droit.Reprise
	revenus     []droit.Revenu

	arrets           []droit.Arret
	sinistres        []droit.Sinistre
	rentes           []droit.Rente
	naissances       []droit.Naissance
	hospitalisations []droit.Hospitalisation
	adoptions        []droit.Adoption
	deces            []droit.Deces

	anterieures []droit.IndemniteAnterieure
	verse       []droit.Versement
	decisions   []droit.Decision
}

func (l *listes) vider() {
	*l = listes{
		choix: l.choix[:0], jours: l.jours[:0], ids: l.ids[:0],
		activites: l.activites[:0], salaires: l.salaires[:0], heures: l.heures[:0],
		absences: l.absences[:0], primes: l.primes[:0], subrogation: l.subrogation[:0],
		pertes: l.pertes[:0], reprises: l.reprises[:0], revenus: l.revenus[:0],
		arrets: l.arrets[:0], sinistres: l.sinistres[:0], rentes: l.rentes[:0],
		naissances: l.naissances[:0], hospitalisations: l.hospitalisations[:0],
		adoptions: l.adoptions[:0], deces: l.deces[:0],
		anterieures: l.anterieures[:0], verse: l.verse[:0], decisions: l.decisions[:0],
	}
}
