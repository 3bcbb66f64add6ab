package app_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"

	"pgregory.net/rapid"
)

const fichesTirees = 3

// identites leads a few records that someone brings together and parts, rightly
// or not, while pieces come and money goes.
type identites struct {
	*monde
	t     *rapid.T
	recus [][]byte // to be received again where nobody was ever brought together
}

func (x *identites) tirer(n int, nom string) int { return rapid.IntRange(0, n-1).Draw(x.t, nom) }

func (x *identites) piece(contenu []byte) {
	x.recus = append(x.recus, contenu)
	x.recevoir(contenu)
}

// acte does an act of identity; one that makes no sense is refused, and changes
// nothing.
func (x *identites) acte(nature dossier.NatureIntervention, a, b int) {
	_, _, err := x.c.Agir(context.Background(), string(invente(a)), dossier.Intervention{
		Nature: nature, Objet: string(invente(b)), Par: "Dominique Petit", Role: "directeur", Motif: "propriété"})
	if err != nil && !errors.Is(err, app.ErrFiche) && !errors.Is(err, app.ErrAbsent) {
		x.t.Fatal(err)
	}
}

// journee runs one day and checks that no day was paid beyond what it owes.
func (x *identites) journee() {
	avant := map[string]map[registre.Cle]v.Centimes{}
	for i := range fichesTirees {
		vue := x.consulter(string(invente(i)))
		avant[vue.Personne] = verse(vue)
	}
	x.vivre(1, false)
	for id, deja := range avant {
		vue := x.consulter(id)
		du := map[registre.Cle]v.Centimes{}
		for _, d := range vue.Dus {
			du[d.Cle] = d.IJ
		}
		for cle, total := range verse(vue) {
			if total > deja[cle] && total > du[cle] && total > 0 {
				x.t.Fatalf("%s : le %s porte %s, il en doit %s, il en portait %s", id, cle.Jour, total, du[cle], deja[cle])
			}
		}
	}
}

func (x *identites) pas() {
	i := x.tirer(fichesTirees, "fiche")
	du := debut + v.Jour(x.tirer(60, "du"))
	employeur := siretInvente(x.tirer(2, "employeur"))
	switch x.tirer(12, "pas") {
	case 0, 1:
		x.piece(avisDeNature([]droit.NatureArret{droit.Initial, droit.Prolongation}[x.tirer(2, "nature")], invente(i), du, du+v.Jour(x.tirer(25, "durée")), employeur))
	case 2, 3:
		x.attester(i, employeur, du)
	case 4:
		x.piece(unRIB(invente(i), compteInvente(i), du, false))
	case 5, 6:
		x.acte(dossier.Rattacher, i, x.tirer(fichesTirees, "autre"))
	case 7:
		x.acte(dossier.Detacher, i, x.tirer(fichesTirees, "autre"))
	case 8:
		x.payer()
	default:
		for range 1 + x.tirer(8, "jours") {
			x.journee()
		}
	}
}

// attester states the pays before a day: those of another attestation of the
// same arrêt are corrected.
func (x *identites) attester(i int, employeur v.SIRET, du v.Jour) {
	var s *dossier.SubrogationDeclaree
	if x.tirer(4, "subrogation") == 0 {
		s = &dossier.SubrogationDeclaree{Periode: v.P(du, du+90), IBAN: compteInvente(100)}
	}
	x.piece(uneAttestation(invente(i), employeur, du-1, v.Centimes(150000+10000*x.tirer(9, "brut")), int64(1+len(x.recus)), mois(du), s))
}

// comptes proves that each record holds the orders that its own account
// received, and postings that are those of its orders.
func (x *identites) comptes() {
	err := x.c.Store().View(context.Background(), func(tx app.Tx) error {
		for i := range fichesTirees {
			id, err := tx.Personne(invente(i), false, false)
			if err != nil {
				return err
			}
			ordres, err := tx.Ordres(id)
			if err != nil {
				return err
			}
			poses, err := tx.Poses(id)
			if err != nil {
				return err
			}
			var pose, ordonne v.Centimes
			for _, o := range ordres {
				if o.Etat != paiement.Annule {
					ordonne += o.Total.Brut
				}
				if o.Destinataire == registre.Assure && o.Compte.IBAN != compteInvente(i) {
					x.t.Fatalf("la fiche %d porte l'ordre %s, versé sur le compte d'une autre", i, o.ID)
				}
			}
			rangs := map[registre.Cle]int{}
			for k := range poses {
				pose += poses[k].Brut
				if poses[k].Rang != rangs[poses[k].Cle] {
					x.t.Fatalf("fiche %d, %s : rang %d au lieu de %d", i, poses[k].Jour, poses[k].Rang, rangs[poses[k].Cle])
				}
				rangs[poses[k].Cle]++
			}
			if pose != ordonne {
				x.t.Fatalf("fiche %d : %s posés, %s ordonnés", i, pose, ordonne)
			}
		}
		return nil
	})
	x.verifierErreur(err)
}

// solder parts everyone, lets the arrêts end, and checks that each one has what
// she would have if nobody had ever been brought together: the same calendar,
// each day paid once, and what she received in excess held, never paid again.
func (x *identites) solder() {
	for range fichesTirees {
		for i := range fichesTirees {
			for j := range fichesTirees {
				x.acte(dossier.Detacher, i, j)
			}
		}
	}
	for i := range fichesTirees {
		x.piece(unRIB(invente(i), compteInvente(i), debut+400, false))
	}
	for x.h.Jour() < debut+120 {
		x.vivre(10, false)
	}
	x.payer()
	x.prouver()
	jumeau, fermer := nouveauMonde(x.monde.t, x.h.Jour())
	defer fermer()
	for _, p := range x.recus {
		jumeau.recevoir(p)
	}
	for i := range fichesTirees {
		vue, seul := x.consulter(string(invente(i))), jumeau.consulter(string(invente(i)))
		if len(vue.Fiches) != 1 || !slices.EqualFunc(vue.Dus, seul.Dus, deLaLoi) {
			x.t.Fatalf("fiche %d : %d fiches, le calendrier n'est pas celui de la personne seule", i, len(vue.Fiches))
		}
		paye := verse(vue)
		tenus := len(vue.Retenues) > 0
		for _, d := range vue.Dus {
			if d.Etat != droit.Attente && d.Dette() != paye[d.Cle] && d.Jour < vue.Jour && !tenus {
				x.t.Fatalf("fiche %d, %s : %s dus, %s payés, rien n'est retenu", i, d.Jour, d.Dette(), paye[d.Cle])
			}
		}
	}
}

// deLaLoi compares what the law says of a day: the other one was never paid, and what was paid
// to her before her employer asked for it stays with her (see [app.JourLibere]).
func deLaLoi(vue, seul registre.Du) bool {
	if vue.Libere > 0 {
		vue.Libere, vue.Destinataire = 0, seul.Destinataire
	}
	return vue == seul
}

// Whatever is brought together and parted, in whatever order pieces come and
// money goes: a day is paid once, chains and books prove, each record still
// tells what its own account received, and nothing of it is left once undone.
func TestFichesReuniesEtSeparees(t *testing.T) {
	courte(t, 15)
	rapid.Check(t, func(rt *rapid.T) {
		m, fermer := nouveauMonde(t, debut+10)
		defer fermer()
		x := &identites{monde: m, t: rt}
		for i := range fichesTirees {
			x.piece(unAvis(invente(i), debut+v.Jour(3*i), debut+v.Jour(3*i+20), siretInvente(0)))
			if x.tirer(3, "compte") > 0 {
				x.piece(unRIB(invente(i), compteInvente(i), debut+v.Jour(x.tirer(3, "du")), false))
			}
			if x.tirer(2, "attestée") == 0 {
				x.attester(i, siretInvente(0), debut+v.Jour(3*i))
			}
		}
		for range rapid.IntRange(4, 16).Draw(rt, "pas") {
			x.pas()
		}
		x.comptes()
		x.prouver()
		x.solder()
		x.comptes()
	})
}
