package app_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	v "accord/valeur"
)

// apresProgramme is a caisse whose register a former program kept, for some people.
type apresProgramme struct {
	*testing.T
	c    *app.Caisse
	base string
	gens []string // paid, in order
}

// apresChangement gives two people who gain under this program, and one who loses, the third.
func apresChangement(t *testing.T) *apresProgramme {
	t.Helper()
	x := &apresProgramme{T: t, base: t.TempDir()}
	x.c = caisse(t, ouvrirBase(t, x.base), clock.NewManual(debut+25))
	recevoir(t, x.c, tirer(t, 25, 25))
	vivre(t, x.c)
	payer(t, x.c)
	vivre(t, x.c)
	if x.gens = payes(t, x.c); len(x.gens) < 4 {
		t.Fatalf("%d personnes payées", len(x.gens))
	}
	x.ancien(-100, x.gens[0])
	x.ancien(-50, x.gens[1])
	x.ancien(100, x.gens[2])
	return x
}

// ancien changes, in the register, what each owed day of a person is, as if another program had kept it.
func (x *apresProgramme) ancien(ecart int, personne string) {
	x.Helper()
	falsifier(x.T, filepath.Join(x.base, "accord.db"), "suites", fmt.Sprintf("UPDATE suites SET ij = ij + %d WHERE ij > 200 AND etat = 'paye' AND personne = '%s'", ecart, personne))
}

func (x *apresProgramme) signer(r *app.Rejeu, id, par, role string) error {
	_, err := x.c.SignerRejeu(context.Background(), r, id, v.Agent{Nom: par}, role, "relu")
	return err
}

func (x *apresProgramme) appliquer(r *app.Rejeu, id, cohorte string) (app.ApplicationRejeu, error) {
	x.Helper()
	k, err := decision.LireCohorte(cohorte)
	if err != nil {
		x.Fatal(err)
	}
	return x.c.AppliquerRejeu(context.Background(), r, id, k, v.Agent{Nom: "Anne"}, "cadre", "rappels")
}

// attendent examines how many people the proof of the night finds waiting for what was
// signed, and how many of whom the register is not what anyone signed.
func (x *apresProgramme) attendent(signees, autres int) {
	x.Helper()
	r, err := x.c.Verifier(context.Background(), func(int) {})
	if err != nil || r.Attendent != signees || len(r.Breches) != autres {
		x.Errorf("%d attendent, %d ruptures ; attendu %d et %d ; %v, %v", r.Attendent, len(r.Breches), signees, autres, r.Breches, err)
	}
}

// refuse examines an error, and what it says.
func (x *apresProgramme) refuse(err, attendu error, mots ...string) {
	x.Helper()
	if !errors.Is(err, attendu) {
		x.Errorf("%v, attendu %v", err, attendu)
		return
	}
	for _, m := range mots {
		if !strings.Contains(err.Error(), m) {
			x.Errorf("«%v» ne dit pas «%s»", err, m)
		}
	}
}

// Two people sign one report, and the same one: what is found otherwise is another report.
func TestUnRejeuSeSigneADeux(t *testing.T) {
	x := apresChangement(t)
	r := rejouer(t, x.c)
	if len(r.Rejouees) != 3 || r.Rejouees[0].Personne != x.gens[2] || !r.Rejouees[0].Perd || r.Rejouees[1].Perd || r.Rejouees[2].Perd || r.ID != rejouer(t, x.c).ID {
		t.Fatalf("%+v", r.Rejouees)
	}
	_, err := x.appliquer(r, r.ID, "gagnants")
	x.refuse(err, app.ErrRejeu, "personne ne l'a signé")
	x.refuse(x.signer(r, "0123456789AB", "Anne", "cadre"), app.ErrRejeu, r.ID)
	x.refuse(x.signer(r, r.ID, "Anne", "technicien"), decision.ErrPouvoir)
	x.refuse(x.signer(r, r.ID, "Anne", "cadre"), nil)
	_, err = x.appliquer(r, r.ID, "gagnants")
	x.refuse(err, decision.ErrConfirmation, "n'a que la signature de Anne")
	x.refuse(x.signer(r, r.ID, " ANNE ", "directeur"), decision.ErrConfirmation)
	x.refuse(x.signer(r, r.ID, "Luc", "cadre"), decision.ErrConfirmation)

	x.ancien(-1, x.gens[1])
	autre := rejouer(t, x.c)
	x.refuse(x.signer(autre, r.ID, "Marc", "directeur"), app.ErrRejeu, x.gens[1], autre.ID)
	signerADeux(t, x.c, autre)
	x.refuse(x.signer(autre, autre.ID, "Paul", "directeur"), decision.ErrConfirmation, "déjà signé")
	if _, err := x.appliquer(autre, r.ID, "gagnants"); !errors.Is(err, decision.ErrConfirmation) {
		t.Errorf("le premier rapport s'applique : %v", err)
	}
	rs, err := x.c.Rejeux(context.Background())
	if err != nil || len(rs) != 2 || rs[0].Seconde != nil || rs[1].Seconde == nil || len(rs[1].Lignes) != 3 {
		t.Errorf("%+v, %v", rs, err)
	}
}

// A signed report is applied to those who gain, then to the one who loses, by name; what
// changes since the signature undoes it, and is named, but for those of whom nothing changes any more.
func TestUnRejeuSAppliqueParCohorte(t *testing.T) {
	x := apresChangement(t)
	r := rejouer(t, x.c)
	x.attendent(0, 3)
	signerADeux(t, x.c, r)
	x.attendent(3, 0)
	x.ancien(-100, x.gens[3])
	x.attendent(3, 1)
	_, err := x.appliquer(rejouer(t, x.c), r.ID, "gagnants")
	x.refuse(err, app.ErrRejeu, "il ne nomme pas", x.gens[3])
	x.ancien(100, x.gens[3])
	x.ancien(-1, x.gens[1])
	_, err = x.appliquer(rejouer(t, x.c), r.ID, "personne:"+x.gens[2])
	x.refuse(err, app.ErrRejeu, "autre chose change pour", x.gens[1])
	x.attendent(2, 1)
	x.ancien(1, x.gens[1])

	x.ancien(100, x.gens[0]) // computed meanwhile, for another reason
	a, err := x.appliquer(rejouer(t, x.c), r.ID, "gagnants")
	if err != nil || !slices.Equal(a.Personnes, x.gens[1:2]) || len(a.Restent) != 1 || a.Restent[0].Personne != x.gens[2] || !slices.Equal(a.Sorties, x.gens[:1]) {
		t.Fatalf("%+v, %v", a, err)
	}
	x.attendent(1, 0)
	suite := rejouer(t, x.c)
	_, err = x.appliquer(suite, r.ID, "part:100")
	x.refuse(err, app.ErrRejeu, "personne n'y est")
	if len(suite.Rejouees) != 1 || suite.Rejouees[0].Personne != x.gens[2] {
		t.Fatalf("qui perd a été recalculé : %+v", suite.Rejouees)
	}
	if a, err = x.appliquer(suite, r.ID, "personne:"+x.gens[2]); err != nil || !slices.Equal(a.Personnes, x.gens[2:3]) {
		t.Fatalf("%+v, %v", a, err)
	}
	x.ancien(100, x.gens[2]) // as if it had been cut short before her
	if a, err = x.appliquer(suite, r.ID, "personne:"+x.gens[2]); err != nil || !slices.Equal(a.Personnes, x.gens[2:3]) {
		t.Fatalf("repris : %+v, %v", a, err)
	}
	if suite = rejouer(t, x.c); len(suite.Rejouees) != 0 {
		t.Errorf("%+v", suite.Rejouees)
	}
	if rs, err := x.c.Rejeux(context.Background()); err != nil || len(rs) != 1 || len(rs[0].Applications) != 2 {
		t.Errorf("%+v, %v", rs, err)
	}
	verifier(t, x.c)
}

// Imagined rules are signed by nobody; neither is a report that names nobody.
func TestUnRejeuImagineNeSeSignePas(t *testing.T) {
	h := clock.NewManual(debut + 25)
	c := caisse(t, ouvrirBase(t, t.TempDir()), h)
	recevoir(t, c, tirer(t, 10, 25))
	vivre(t, c)
	autre, err := c.Table().LireAutrement("MAL-U-1", "demi_superieur")
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Rejouer(context.Background(), autre, func(int) {})
	if err != nil || len(r.Rejouees) == 0 || r.ID == "" {
		t.Fatalf("%+v, %v", r, err)
	}
	if _, err := c.SignerRejeu(context.Background(), r, r.ID, v.Agent{Nom: "Anne"}, "directeur", "relu"); !errors.Is(err, app.ErrRejeu) {
		t.Errorf("signé : %v", err)
	}
	if _, err := c.SignerRejeu(context.Background(), rejouer(t, c), "x", v.Agent{Nom: "Anne"}, "directeur", "relu"); !errors.Is(err, app.ErrRejeu) {
		t.Errorf("rien ne change, et c'est signé : %v", err)
	}
}
