package app_test

import (
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// naissance leads one parent through a birth: the leave of a mother, or of a
// father, of an employee, an independent, or someone who is both.
type naissance struct {
	*reponses
	mere, salarie, independant bool
	prevue, le                 v.Jour
	rang                       int64
	periodes                   []v.Periode // of the leave, as taken
}

// concevoir draws the birth and who the parent is.
func (x *naissance) concevoir() {
	x.reponses.v = verite{employeurs: 1, brut: v.Centimes(60000 + 10000*x.tirer(30, "brut"))}
	x.paie = map[int]bool{0: x.parfois("employeur muet")}
	x.mere = x.tirer(3, "père") > 0
	x.salarie = x.tirer(4, "sans emploi salarié") > 0
	x.independant = !x.salarie || x.tirer(4, "aussi indépendant") == 0
	x.prevue = x.h.Jour() + v.Jour(x.tirer(80, "prévue"))
	x.le = x.prevue + v.Jour(x.tirer(30, "née")) - 18
	x.rang = 1 + int64(x.tirer(3, "rang"))
	du := x.le + 5
	x.periodes = []v.Periode{v.P(du, du+24)}
	if x.parfois("fractionné") {
		x.periodes = []v.Periode{v.P(du, du+10), v.P(du+60, du+73)}
	}
	if x.mere {
		avant, apres := v.Jour(42), v.Jour(69)
		if x.rang == 3 {
			avant, apres = 56, 125
		}
		x.periodes = []v.Periode{v.P(min(x.prevue-avant, x.le), max(x.le, x.prevue)+apres)}
	}
	x.v.arrets = x.periodes
}

func (x *naissance) risque() droit.Risque {
	if x.mere {
		return droit.Maternite
	}
	return droit.Paternite
}

func (x *naissance) envoi(quoi string) dossier.Envoi {
	return dossier.Envoi{Identite: quelquun, Reference: quoi, Version: x.suivante()}
}

func (x *naissance) declarerGrossesse(rang int64) {
	if x.mere {
		x.recevoir(piece.AppendGrossesse(nil, invente(elle), &dossier.Grossesse{Envoi: x.envoi("GRO"), DeclareeLe: x.prevue - 180, PrevueLe: x.prevue, Enfants: 1, Rang: rang}, nil))
	}
}

func (x *naissance) naitre(rang int64) {
	if x.h.Jour() >= x.le {
		x.recevoir(piece.AppendEvenement(nil, invente(elle), &dossier.Evenement{Envoi: x.envoi("NAI"), Auteur: dossier.EtatCivil, EtabliLe: x.le,
			Naissance: &dossier.NaissanceDeclaree{Mere: x.mere, Le: x.le, PrevueLe: x.prevue, Enfants: 1, Rang: rang}}, nil))
	}
}

func (x *naissance) demanderConge() {
	c := &dossier.Conge{Envoi: x.envoi("CON"), Risque: x.risque(), DemandeLe: x.periodes[0].Du - 2, EvenementLe: x.le, Periodes: x.periodes}
	if x.mere {
		c.EvenementLe = x.prevue
	}
	if x.salarie {
		c.Employeur = siretInvente(0)
	}
	x.recevoir(piece.AppendConge(nil, invente(elle), c, nil))
}

func (x *naissance) attester(ms []v.Periode) {
	a := &dossier.Attestation{
		Identite: quelquun, Employeur: dossier.Employeur{SIRET: siretInvente(0), Nom: "EMPLOYEUR"}, Contrat: "CT0001", DebutContrat: v.NewJour(2020, 1, 6), Nature: droit.CDI,
		Reference: "DSIJ", Version: x.suivante(), Risque: x.risque(), DernierJour: x.periodes[0].Du - 1, SigneeLe: x.periodes[0].Du,
	}
	for _, p := range ms {
		a.Salaires = append(a.Salaires, droit.Salaire{Periode: p, Brut: v.Connu(x.v.brut), Heures: v.Connu[v.Centiemes](151_67), VerseLe: p.Au})
	}
	x.recevoir(piece.AppendDSIJ(nil, invente(elle), a))
}

func (x *naissance) declarerRevenus(annees ...int64) {
	c := dossier.ActiviteDeclaree{Numero: "1", Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(v.NewJour(2019, 3, 1), 0)}
	for _, a := range annees {
		c.Revenus = append(c.Revenus, dossier.RevenuDeclare{Annee: a, Montant: x.v.brut * 12})
	}
	x.recevoir(piece.AppendRevenus(nil, invente(elle), &dossier.Revenus{Envoi: x.envoi("REV"), Auteur: dossier.LUrssaf, EtabliLe: v.NewJour(2025, 12, 1),
		AffilieDepuis: v.NewJour(2019, 3, 1), Activites: []dossier.ActiviteDeclaree{c}}))
}

// piece sends something of the truth, in whole or in part.
func (x *naissance) piece() {
	rang := x.rang * int64(x.tirer(2, "rang tu"))
	switch x.tirer(6, "pièce") {
	case 0:
		x.declarerGrossesse(rang)
	case 1:
		x.naitre(rang)
	case 2:
		x.demanderConge()
	case 3:
		if x.salarie {
			x.attester(mois(x.periodes[0].Du)[x.tirer(3, "mois connus"):])
		}
	case 4:
		if x.independant {
			x.declarerRevenus([]int64{2023, 2024, 2025}[x.tirer(3, "années connues"):]...)
		}
	default:
		x.recevoir(unRIB(invente(elle), compteInvente(elle), debut, false))
	}
}

// repondreA answers what is asked of a birth; the rest is asked of work, as for
// sickness.
func (x *naissance) repondreA(q *dossier.Question) bool {
	switch q.Code {
	case dossier.QuestionGrossesse:
		x.declarerGrossesse(x.rang)
	case dossier.QuestionNaissance:
		x.naitre(x.rang)
	case dossier.QuestionRang:
		x.declarerGrossesse(x.rang)
		x.naitre(x.rang)
	case dossier.QuestionConge, dossier.QuestionDemandeConge:
		x.demanderConge()
	case dossier.QuestionSalaire, dossier.QuestionEmployeur:
		x.attester(derniersMois(x.periodes[len(x.periodes)-1].Du, 16)) // those between two parts of a leave too
	case dossier.QuestionRevenu:
		x.declarerRevenus(2020, 2021, 2022, 2023, 2024, 2025) // a statement replaces the one before: it is sent whole
	default:
		x.t.Fatalf("personne ne sait répondre à %s : %s", q.Code, q.Phrase)
	}
	return true
}

// laisserPasser lets days go by with one run at their end.
func (x *naissance) laisserPasser(jours int) {
	for range jours - 1 {
		x.h.Avancer()
	}
	x.vivre(1, true)
	x.surveiller()
}

// As for sickness, from any state of a birth and of its leave: silence leaves
// nobody unnamed nor what is certain unpaid, answers settle all.
func TestToutLeMondeRepondDUneNaissance(t *testing.T) {
	courte(t, 12)
	rapid.Check(t, func(rt *rapid.T) {
		m, fermer := nouveauMonde(t, v.NewJour(2026, 1, 12))
		defer fermer()
		x := &naissance{reponses: &reponses{monde: m, t: rt}}
		x.autre = x.repondreA
		x.concevoir()
		if x.mere {
			x.declarerGrossesse(x.rang * int64(x.tirer(2, "rang tu")))
		} else {
			x.demanderConge()
		}
		for range rapid.IntRange(0, 10).Draw(rt, "pas") {
			if x.parfois("vivre") {
				x.laisserPasser(1 + x.tirer(9, "jours"))
			} else {
				x.piece()
			}
		}
		if x.parfois("silence") {
			for range 6 {
				x.laisserPasser(7)
			}
		}
		x.prouver()
		fin := max(x.periodes[len(x.periodes)-1].Au, x.prevue) + 40
		for x.h.Jour() < fin {
			x.repondre()
			x.laisserPasser(14)
		}
		x.demanderConge()
		for range 5 {
			x.repondre()
			x.laisserPasser(3)
		}
		x.regle()
		x.prouver()
	})
}
