package app_test

import (
	"context"
	"slices"
	"testing"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/registre"
	v "accord/valeur"
)

// jumelles are the pieces of two records that say as much, of the same days, each
// with an account of its own.
func jumelles(a, b v.NIR, comptes [2]v.IBAN) [2][][]byte {
	var ps [2][][]byte
	for i, nir := range [2]v.NIR{a, b} {
		ps[i] = [][]byte{
			unAvis(nir, debut, debut+19, siretInvente(0)),
			uneAttestation(nir, siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil),
			unRIB(nir, comptes[i], debut, false),
		}
	}
	return ps
}

// parCompte sums what each account was given for each day, over all the records.
func (m *monde) parCompte(nirs ...v.NIR) map[v.IBAN]map[v.Jour]v.Centimes {
	sommes := map[v.IBAN]map[v.Jour]v.Centimes{}
	var vus []string
	for _, nir := range nirs {
		vue := m.consulter(string(nir))
		if slices.Contains(vus, vue.Personne) {
			continue
		}
		vus = append(vus, vue.Personne)
		for _, o := range vue.Ordres {
			jours := sommes[o.Compte.IBAN]
			if jours == nil {
				jours = map[v.Jour]v.Centimes{}
				sommes[o.Compte.IBAN] = jours
			}
			for _, p := range o.Poses() {
				jours[p.Jour] += p.Brut
			}
		}
	}
	return sommes
}

// Where two records say as much, the one that leads is heard, paid, and holds
// what was paid: whatever the numbers are, and whichever came first.
func TestLaFichePrincipalePorteLesPaiements(t *testing.T) {
	for n := range 6 {
		a, b := invente(2*n), invente(2*n+1)
		if n%2 == 1 {
			a, b = b, a
		}
		comptes := [2]v.IBAN{compteInvente(0), compteInvente(1)}
		ps := jumelles(a, b, comptes)
		arrivees := [][][]byte{slices.Concat(ps[0], ps[1]), slices.Concat(ps[1], ps[0])}[n/2%2]
		m, fermer := nouveauMonde(t, debut+25)
		avant := []int{2, 4, 6}[n%3] // pieces that came before the act
		m.recevoir(ps[0][0])
		m.recevoir(ps[1][0])
		for _, p := range arrivees[:avant] {
			m.recevoir(p)
		}
		m.reunir(a, b)
		for _, p := range arrivees[avant:] {
			m.recevoir(p)
		}
		m.vivre(1, true)
		vue := m.consulter(string(b))
		if len(vue.Ordres) == 0 || vue.NIR != a {
			t.Fatalf("%d ordres, %s conduit", len(vue.Ordres), vue.NIR)
		}
		for _, o := range vue.Ordres {
			if o.Personne != vue.Personne || o.Compte.IBAN != comptes[0] {
				t.Errorf("paire %d : ordre posé sur %s, versé sur %s", n, o.Personne, o.Compte.IBAN)
			}
		}
		m.prouver()
		fermer()
	}
}

func (m *monde) reunir(a, b v.NIR) {
	m.t.Helper()
	_, _, err := m.identifier("directeur", "Dominique", dossier.Rattacher, string(a), string(b))
	m.verifierErreur(err)
}

func (m *monde) separer(a, b v.NIR) {
	m.t.Helper()
	_, _, err := m.identifier("directeur", "Dominique", dossier.Detacher, string(a), string(b))
	m.verifierErreur(err)
}

// Brought together, parted, brought together in the other sense, parted again:
// each account has each day once, and each record what its account received.
func TestReunirSeparerReunir(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+10)
	defer fermer()
	a, b := invente(0), invente(1)
	comptes := [2]v.IBAN{compteInvente(0), compteInvente(1)}
	for _, p := range slices.Concat(jumelles(a, b, comptes)[0], jumelles(a, b, comptes)[1]) {
		m.recevoir(p)
	}
	m.reunir(a, b)
	m.vivre(12, true)
	m.separer(a, b)
	m.vivre(12, true)
	m.reunir(b, a)
	m.vivre(12, true)
	m.separer(b, a)
	m.vivre(12, true)
	m.prouver()
	for _, nir := range []v.NIR{a, b} {
		vue := m.consulter(string(nir))
		paye := verse(vue)
		for _, d := range vue.Dus {
			if d.Dette() != paye[d.Cle] {
				t.Errorf("%s, %s : %s dus, %s payés", nir, d.Jour, d.Dette(), paye[d.Cle])
			}
		}
	}
	for iban, jours := range m.parCompte(a, b) {
		for j, brut := range jours {
			if brut > 3287 {
				t.Errorf("%s a reçu %s pour le %s", iban, brut, j)
			}
		}
	}
}

// Several others may say as much: the one that was attached first is heard.
func TestLaPremiereRattacheePorte(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+25)
	defer fermer()
	chef := v.NIR("7100000000001")
	m.recevoir(unAvis(chef, debut, debut+1, siretInvente(0)))
	for n := 4; n >= 0; n-- {
		for _, p := range jumelles(invente(n), invente(n+10), [2]v.IBAN{compteInvente(n), compteInvente(n)})[0] {
			m.recevoir(p)
		}
		m.h.Avancer()
		m.reunir(chef, invente(n))
	}
	m.vivre(1, true)
	vue := m.consulter(string(chef))
	attendue := m.ficheDe(invente(4))
	if vue.Fiches[1].Personne != attendue || len(vue.Ordres) == 0 {
		t.Fatalf("%+v, %d ordres", vue.Fiches, len(vue.Ordres))
	}
	for _, o := range vue.Ordres {
		if o.Personne != attendue || o.Destinataire == registre.Assure && o.Compte.IBAN != compteInvente(4) {
			t.Errorf("ordre posé sur %s, versé sur %s", o.Personne, o.Compte.IBAN)
		}
	}
	m.prouver()
}

// ficheDe is the identifier of a record.
func (m *monde) ficheDe(nir v.NIR) (id string) {
	m.t.Helper()
	m.verifierErreur(m.c.Store().View(context.Background(), func(tx app.Tx) (err error) {
		id, err = tx.Personne(nir, false, false)
		return err
	}))
	return id
}

// What a control found of a payment stays with the payment: when the records are parted, it is
// the task of whoever has the one under which it was posted.
func TestUnConstatSuitSonPaiement(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+25)
	defer fermer()
	m.c = caisseAvec(t, m.c.Store(), m.h, func(conf *app.Config) { conf.Tirages = decision.LireTirages(tousTires + "apres\n") })
	a, b := invente(0), invente(1)
	m.recevoir(unAvis(a, debut+60, debut+61, siretInvente(0)))
	for _, p := range jumelles(a, b, [2]v.IBAN{compteInvente(0), compteInvente(1)})[1] {
		m.recevoir(p)
	}
	m.reunir(a, b)
	m.vivre(1, true)
	k := m.aControler()[0]
	rendreFaux(t, m.c, &k)
	m.prouver()
	m.separer(a, b)
	m.prouver()
	vue := m.consulter(string(b))
	if _, ouvert := constatOuvert(t, m.c, app.NumeroDossier(vue.Personne, &vue.Etapes[0].Chaine)); !ouvert {
		t.Error("séparé, le constat n'est la tâche de personne")
	}
}
