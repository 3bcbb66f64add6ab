package paiement

import (
	"errors"
	"testing"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"

	"pgregory.net/rapid"
)

var lundi = v.NewJour(2026, 3, 2)

// prelever withholds as in 2026: CSG 6.2 % (3.8 % deductible), CRDS 0.5 %.
func prelever(brut v.Centimes, _ registre.Destinataire, _ droit.Risque, _ bool) (droit.Prelevements, error) {
	p := droit.Prelevements{Brut: brut}
	for _, x := range []struct {
		m    *v.Centimes
		taux int64
	}{{&p.CSG, 62}, {&p.CSGDeductible, 38}, {&p.CRDS, 5}} {
		*x.m = brut.Fraction().Fois(v.F(x.taux, 1000)).Centimes(v.DemiSuperieur)
	}
	p.Imposable, p.Net = brut-p.CSGDeductible, brut-p.CSG-p.CRDS
	return p, nil
}

func jours(de, a int, ij v.Centimes, d registre.Destinataire) []registre.Du {
	var dus []registre.Du
	for j := de; j <= a; j++ {
		dus = append(dus, registre.Du{Cle: registre.Cle{Jour: lundi + v.Jour(j), Ligne: "E1", Risque: droit.Maladie},
			Dossier: "D", Etat: droit.Paye, IJ: ij, Destinataire: d, Regle: "MAL-BAS-04"})
	}
	return dus
}

func entree(jour int, fin int, dus []registre.Du) *Entree {
	return &Entree{
		Personne: "P", Jour: lundi + v.Jour(jour), Rythme: 14, Regles: "test", Dus: dus, Fins: map[string]v.Jour{"D": lundi + v.Jour(fin)},
		Comptes:     map[registre.Destinataire]Compte{registre.Assure: {IBAN: "FR7630006000011234567890189", Titulaire: "DUPONT"}},
		Enregistres: map[string]droit.Prelevements{}, Prelever: prelever,
	}
}

// poser posts the orders in the register of the next run.
func (e *Entree) poser(ordres []Ordre) {
	for i := range ordres {
		e.Poses = append(e.Poses, ordres[i].Poses()...)
		for k := range ordres[i].Lignes {
			l := &ordres[i].Lignes[k]
			e.Enregistres[l.Racine] = e.Enregistres[l.Racine].Plus(l.Prelevements)
		}
	}
}

func proposer(t testing.TB, e *Entree) ([]Ordre, []Retenue) {
	t.Helper()
	os, rs, err := Proposer(e)
	if err != nil {
		t.Fatal(err)
	}
	return os, rs
}

func TestPremierPaiementSansAttendre(t *testing.T) {
	os, rs := proposer(t, entree(5, 30, jours(3, 30, 3287, registre.Assure)))
	if len(os) != 1 || len(rs) != 0 || os[0].Total.Brut != 2*3287 {
		t.Fatalf("ordres %v, retenues %v", os, rs)
	}
	l := os[0].Lignes[0]
	if l.Periode != v.P(lundi+3, lundi+4) || l.Correction() {
		t.Errorf("ligne %+v", l)
	}
}

func TestRythmePuisCloture(t *testing.T) {
	e := entree(5, 20, jours(3, 20, 3287, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Jour = lundi + 10
	if os, rs := proposer(t, e); len(os) != 0 || len(rs) != 1 || rs[0].Motif != AttendRythme || rs[0].Jusque != lundi+19 || rs[0].Jours != 5 {
		t.Fatalf("cinq jours plus tard : ordres %v, retenues %+v", os, rs)
	}
	e.Jour = lundi + 19
	os, _ = proposer(t, e)
	if len(os) != 1 || len(os[0].Lignes[0].Jours) != 14 {
		t.Fatalf("au quatorzième jour : %v", os)
	}
	e.poser(os)
	e.Jour = lundi + 20
	if _, rs := proposer(t, e); len(rs) != 1 || rs[0].Jusque != lundi+21 {
		t.Fatalf("la veille de la fin : %+v", rs)
	}
	e.Jour = lundi + 21
	if os, _ = proposer(t, e); len(os) != 1 || len(os[0].Lignes[0].Jours) != 2 {
		t.Fatalf("à la fin de l'arrêt, sans attendre : %v", os)
	}
}

// A corrected wage: one line corrects the earlier one, with the levies of the
// whole less those booked.
func TestRappel(t *testing.T) {
	e := entree(20, 10, jours(3, 10, 3287, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Dus = jours(3, 10, 3300, registre.Assure)
	e.Jour++
	os, _ = proposer(t, e)
	if len(os) != 1 || len(os[0].Lignes) != 1 || !os[0].Lignes[0].Correction() {
		t.Fatalf("%+v", os)
	}
	entier, _ := prelever(8*3300, registre.Assure, droit.Maladie, false)
	avant, _ := prelever(8*3287, registre.Assure, droit.Maladie, false)
	if os[0].Total != entier.Moins(avant) {
		t.Errorf("rappel %+v, attendu %+v", os[0].Total, entier.Moins(avant))
	}
	e.poser(os)
	if os, rs := proposer(t, e); len(os)+len(rs) != 0 {
		t.Errorf("payé deux fois : %v %v", os, rs)
	}
}

func TestTropVerseNEstPasReclame(t *testing.T) {
	e := entree(20, 30, jours(3, 30, 3287, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Dus = jours(3, 8, 3287, registre.Assure) // early return: the rest leaves the calendar
	e.Jour++
	os, rs := proposer(t, e)
	if len(os) != 0 || len(rs) != 1 || rs[0].Motif != TropVerse || rs[0].Brut != -11*3287 {
		t.Errorf("ordres %v, retenues %+v", os, rs)
	}
}

// Two computations differ on one day: that day is held, the others are paid.
func TestContreCalcul(t *testing.T) {
	e := entree(20, 10, jours(3, 10, 3287, registre.Assure))
	e.Retenus = map[registre.Cle]bool{e.Dus[2].Cle: true}
	os, rs := proposer(t, e)
	if len(os) != 1 || os[0].Total.Brut != 7*3287 || len(rs) != 1 || rs[0].Motif != ContreCalcul || rs[0].Depuis != lundi+5 {
		t.Errorf("ordres %v, retenues %+v", os, rs)
	}
}

func TestCompteManquant(t *testing.T) {
	e := entree(20, 10, jours(3, 10, 3287, registre.Employeur("73282932000074")))
	if os, rs := proposer(t, e); len(os) != 0 || len(rs) != 1 || rs[0].Motif != AttendCompte || rs[0].Jours != 8 {
		t.Errorf("ordres %v, retenues %+v", os, rs)
	}
}

func TestUnOrdreALaMemeIdentite(t *testing.T) {
	a, _ := proposer(t, entree(20, 10, jours(3, 10, 3287, registre.Assure)))
	b, _ := proposer(t, entree(20, 10, jours(3, 10, 3287, registre.Assure)))
	c, _ := proposer(t, entree(20, 10, jours(3, 10, 3288, registre.Assure)))
	if a[0].ID != b[0].ID || a[0].ID == c[0].ID || len(a[0].Reference()) > 35 {
		t.Errorf("%s %s %s", a[0].ID, b[0].ID, c[0].ID)
	}
}

func TestPassages(t *testing.T) {
	os, _ := proposer(t, entree(20, 10, jours(3, 10, 3287, registre.Assure)))
	o := &os[0]
	var passes []Acte
	passer := func(vers Etat, par string) error {
		a := Acte{Ordre: o.ID, Vers: vers, Par: par}
		err := o.Passer(a, passes)
		if err == nil {
			passes = append(passes, a)
		}
		return err
	}
	if err := passer(Vise, "B"); !errors.Is(err, ErrTransition) {
		t.Errorf("visa sans signature : %v", err)
	}
	if err := passer(Signe, ""); !errors.Is(err, ErrAnonyme) {
		t.Errorf("signature anonyme : %v", err)
	}
	if err := passer(Signe, "A"); err != nil {
		t.Fatal(err)
	}
	if err := passer(Vise, "A"); !errors.Is(err, ErrSeparation) {
		t.Errorf("la même personne signe et vise : %v", err)
	}
	for _, p := range []struct {
		vers Etat
		par  string
	}{{Vise, "B"}, {EnLot, "B"}, {Emis, "B"}} {
		if err := passer(p.vers, p.par); err != nil {
			t.Fatal(err)
		}
	}
	if err := passer(Annule, "A"); !errors.Is(err, ErrTransition) {
		t.Errorf("annulé après émission : %v", err)
	}
}

// However the calendar moves, every order is balanced in the books, and once
// paid, levies are those of the days as a whole, line by line.
func TestEcrituresEquilibrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := entree(15, 12, nil)
		for range rapid.IntRange(1, 6).Draw(t, "tours") {
			e.Dus = jours(3, rapid.IntRange(3, 14).Draw(t, "fin"), v.Centimes(rapid.IntRange(1, 9000).Draw(t, "ij")), registre.Assure)
			os, _, err := Proposer(e)
			if err != nil {
				t.Fatal(err)
			}
			for i := range os {
				ec := os[i].Comptabiliser()
				if err := ec.Verifier(); err != nil && len(ec.Mouvements) > 0 {
					t.Fatalf("%v : %+v", err, ec)
				}
				if em := os[i].ComptabiliserEmission(); os[i].Total.Net != 0 && em.Verifier() != nil {
					t.Fatalf("émission %+v", em)
				}
			}
			e.poser(os)
			e.Jour++
		}
		for racine, p := range e.Enregistres {
			if want, _ := prelever(p.Brut, registre.Assure, droit.Maladie, false); want != p {
				t.Fatalf("ligne %s : %+v au lieu de %+v", racine, p, want)
			}
		}
	})
}
