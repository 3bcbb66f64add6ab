package app_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/paiement"
)

// One fact that does not open any more stops one person, and nobody else: the day,
// the payment, the reception and the counters go on, and name her. Mended, she is paid.
func TestUnePersonneEmpecheeNArretePersonne(t *testing.T) {
	h, tous := clock.NewManual(debut+25), t.TempDir()
	ctx := context.Background()
	s := ouvrirBase(t, tous)
	c := caisse(t, s, h)
	recevoir(t, c, tirer(t, 10, 25))
	if b, err := c.Journee(ctx); err != nil || b.Laisses != nil {
		t.Fatal(err, b.Laisses)
	}
	personne, ordres := "", proposes(t, c)
	for _, o := range ordres {
		personne = max(personne, o.Personne) // the last: those after her in a page would wait
	}
	if personne == "" || !slices.ContainsFunc(ordres, func(o *paiement.Ordre) bool { return o.Personne != personne }) {
		t.Fatal("il faut deux personnes à payer")
	}
	s.Close()
	base := filepath.Join(tous, "accord.db")
	de := " WHERE seq = 1 AND personne = '" + personne + "'"
	falsifier(t, base, "faits", "UPDATE faits SET scelle = CAST(x'00' || scelle AS BLOB)"+de)

	s = ouvrirBase(t, tous)
	h = clock.NewManual(debut + 55)
	c = caisse(t, s, h)
	recevoir(t, c, tirer(t, 10, 55)) // the declarations of a month, she among others
	b, err := c.Journee(ctx)
	if err != nil || b.Laisses == nil || !strings.Contains(b.Laisses.Error(), personne) {
		t.Fatalf("la journée ne dit pas qui n'a pas pu être calculé : %v %v", err, b.Laisses)
	}
	if p := payer(t, c); p.Ordres == 0 {
		t.Error("personne n'est payé")
	}
	e, err := c.Etat(ctx, func(int) {})
	if err != nil || len(e.Empeches) != 1 || e.Empeches[0].Personne != personne || e.Jours.Payes == 0 {
		t.Errorf("compteurs : %v %+v", err, e)
	}
	k := slices.IndexFunc(e.Causes, func(x app.Cause) bool { return x.Code == app.CauseEmpeche })
	if k < 0 || e.Causes[k].Jours == 0 || e.Causes[k].Brut == 0 || e.Causes[k].Personnes != 1 || e.Sommes.BrutDu < e.Causes[k].Brut {
		t.Errorf("ce qui lui est dû ne compte nulle part : %+v, %s dus", e.Causes, e.Sommes.BrutDu)
	}
	if _, empeches, err := c.Retards(ctx, ""); err != nil || len(empeches) != 1 {
		t.Errorf("horloges : %v %v", empeches, err)
	}
	r, err := c.Verifier(ctx, func(int) {})
	if err != nil || !slices.ContainsFunc(r.Breches, func(b app.Breche) bool { return b.Code == "CALCUL" && b.Objet == personne }) {
		t.Errorf("preuve : %v", err)
	}
	s.Close()
	falsifier(t, base, "faits", "UPDATE faits SET scelle = substr(scelle, 2)"+de)

	c = caisse(t, ouvrirBase(t, tous), h)
	h.Avancer()
	if b, err := c.Journee(ctx); errors.Join(err, b.Laisses) != nil {
		t.Fatal(err, b.Laisses)
	}
	payer(t, c)
	if e, err := c.Etat(ctx, func(int) {}); err != nil || len(e.Empeches) > 0 {
		t.Errorf("%v %v", err, e.Empeches)
	}
	verifier(t, c)
}
