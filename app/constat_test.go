package app_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	"accord/suivi"
	v "accord/valeur"
)

// tousTires is a caisse where every first payment is looked at, once paid.
const tousTires = "nature;depuis;un_sur;quand\npremier;2026-01-01;1;"

// rendreFaux finds a payment wrong.
func rendreFaux(t *testing.T, c *app.Caisse, k *app.ControleAFaire) dossier.Intervention {
	t.Helper()
	a, _, err := c.Agir(context.Background(), k.Dossier, dossier.Intervention{
		Nature: dossier.Controler, Par: "Luc", Role: "cadre", Motif: "le salaire d'août est faux", Objet: k.Ordre, Valeur: suivi.ACorriger})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func constatOuvert(t *testing.T, c *app.Caisse, numero string) (e app.Etape, ouvert bool) {
	t.Helper()
	vue, err := c.Consulter(context.Background(), numero)
	if err != nil {
		t.Fatal(err)
	}
	for i := range vue.Etapes {
		if e = vue.Etapes[i]; app.NumeroDossier(vue.Personne, &e.Chaine) == numero {
			for _, x := range suivi.Ouvertes(e.Taches) {
				ouvert = ouvert || x.Genre == suivi.Constat && x.Acteur == "technicien" && x.Echeance > x.Depuis
			}
			return e, ouvert
		}
	}
	t.Fatal("pas de dossier")
	return e, false
}

// A payment that left and was found wrong is someone's task, until an act decides of its
// days or the finding is withdrawn.
func TestConstatSurUnPaiementParti(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, func(conf *app.Config) { conf.Tirages = decision.LireTirages(tousTires + "apres\n") })
	payer(t, c)
	b, err := c.Controles(ctx)
	if err != nil || len(b.AFaire) == 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	k := &b.AFaire[0]
	o, _, err := c.Ordre(ctx, k.Ordre)
	if err != nil || o.Etat != paiement.Emis {
		t.Fatal(o, err)
	}
	constat := rendreFaux(t, c, k)
	e, ouvert := constatOuvert(t, c, k.Dossier)
	if !ouvert || e.Genre == suivi.Clos || e.Genre == suivi.EnCours {
		t.Errorf("rien n'est à corriger : %+v", e.Etape)
	}
	liste, _, err := c.Lister(ctx, app.Filtre{Taches: true, Max: 1000})
	if err != nil || len(liste) != 1 || liste[0].Dossier != k.Dossier || liste[0].Taches != 1 {
		t.Errorf("%+v, %v", liste, err)
	}
	verifier(t, c)
	agir := func(a dossier.Intervention) dossier.Intervention {
		a.Par, a.Role, a.Motif = "Dominique Petit", "directeur", "corrigé"
		fait, _, err := c.Agir(ctx, k.Dossier, a)
		if err != nil {
			t.Fatal(err)
		}
		return fait
	}
	j := o.Lignes[0].Periode
	force := agir(dossier.Intervention{Nature: dossier.ForcerIJ, Periode: j, Montant: 1000})
	if _, ouvert := constatOuvert(t, c, k.Dossier); ouvert {
		t.Error("corrigé, il reste à corriger")
	}
	agir(dossier.Intervention{Nature: dossier.Retirer, Objet: force.ID})
	if _, ouvert := constatOuvert(t, c, k.Dossier); !ouvert {
		t.Error("la correction est retirée, et rien n'est à corriger")
	}
	agir(dossier.Intervention{Nature: dossier.Retirer, Objet: constat.ID})
	if _, ouvert := constatOuvert(t, c, k.Dossier); ouvert {
		t.Error("le constat est retiré, et reste à corriger")
	}
	if b, err = c.Controles(ctx); err != nil || b.AFaire[0].Ordre != k.Ordre {
		t.Errorf("le constat est retiré, et le paiement n'est plus à contrôler : %v", err)
	}
	verifier(t, c)
}

// A payment found wrong before it left is not proposed again as it was: its days are held,
// by whoever found it, until they are corrected or their time is over.
func TestConstatAvantLEnvoi(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, func(conf *app.Config) { conf.Tirages = decision.LireTirages(tousTires + "avant\n") })
	b, err := c.Controles(ctx)
	if err != nil || len(b.AFaire) == 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	k := &b.AFaire[0]
	faux, _, err := c.Ordre(ctx, k.Ordre)
	if err != nil {
		t.Fatal(err)
	}
	rendreFaux(t, c, k)
	vivre(t, c)
	if e, ouvert := constatOuvert(t, c, k.Dossier); !ouvert || e.Genre != suivi.Tenu || !strings.Contains(e.Phrase, "Luc") {
		t.Errorf("%+v", e.Etape)
	}
	verifier(t, c)
	for _, o := range proposes(t, c) {
		if l := &o.Lignes[0]; o.Dossier == k.Dossier && faux.Porte(l.Periode.Du, l.Activite) {
			t.Errorf("%s est proposé de nouveau comme il était", o.Total.Brut.Euros())
		}
	}
	for range 9 {
		h.Avancer()
		vivre(t, c)
	}
	verifier(t, c)
	if e, ouvert := constatOuvert(t, c, k.Dossier); e.Genre == suivi.Tenu || !ouvert {
		t.Errorf("sans correction, ses jours restent retenus : %+v", e.Etape)
	}
}

// A payment found wrong while its batch waits to be released does not leave with it: the batch
// is taken apart, and the others are proposed again.
func TestConstatDansUnLotPrepare(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, func(conf *app.Config) { conf.Tirages = decision.LireTirages(tousTires + "apres\n") })
	if _, err := c.Preparer(ctx, signataires); err != nil {
		t.Fatal(err)
	}
	b, err := c.Controles(ctx)
	if err != nil || len(b.AFaire) < 2 {
		t.Fatalf("%+v, %v", b, err)
	}
	rendreFaux(t, c, &b.AFaire[0])
	verifier(t, c)
	if p := payer(t, c); p.Lot != "" {
		t.Errorf("%s est parti", p.Lot)
	}
	vivre(t, c)
	payer(t, c)
	for i, attendu := range []bool{false, true} {
		vue, err := c.Consulter(ctx, b.AFaire[i].Dossier)
		paye := err == nil && slices.ContainsFunc(vue.Ordres, func(o *paiement.Ordre) bool {
			return o.Etat == paiement.Emis && o.Total.Brut == b.AFaire[i].Brut
		})
		if paye != attendu {
			t.Errorf("le dossier %d est payé : %v, %v", i, paye, err)
		}
	}
	if _, ouvert := constatOuvert(t, c, b.AFaire[0].Dossier); !ouvert {
		t.Error("ce n'est la tâche de personne")
	}
	verifier(t, c)
}

// A new piece cures what a control found wrong: the task says what it changed, and waits for an agent to
// say that this is it, by naming the piece. Then the days that were held are paid as they are owed.
func TestReparerUnConstat(t *testing.T) {
	ctx := context.Background()
	m, fermer := nouveauMonde(t, debut)
	defer fermer()
	m.c = caisseAvec(t, m.c.Store(), m.h, func(conf *app.Config) { conf.Tirages = decision.LireTirages(tousTires + "avant\n") })
	attestation := func(brut v.Centimes, version int64) {
		m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, brut, version, mois(debut), nil))
	}
	m.recevoir(unAvis(invente(0), debut, debut+13, siretInvente(0)))
	m.recevoir(unRIB(invente(0), compteInvente(0), debut, false))
	attestation(2000_00, 1)
	for range 14 {
		m.h.Avancer()
	}
	m.vivre(1, false)
	k := m.aControler()[0]
	constat := rendreFaux(t, m.c, &k)
	if e, ouvert := constatOuvert(t, m.c, k.Dossier); !ouvert || !strings.Contains(phraseConstat(&e), "Aucun acte ne le corrige") {
		t.Errorf("«%s»", phraseConstat(&e))
	}
	m.vivre(1, true)
	m.recevoir(unRIB(invente(0), compteInvente(1), debut, false)) // it changes nothing of these days
	if e, _ := constatOuvert(t, m.c, k.Dossier); strings.Contains(phraseConstat(&e), "a changé") {
		t.Errorf("«%s»", phraseConstat(&e))
	}
	attestation(1500_00, 2)
	m.vivre(1, true)
	e, ouvert := constatOuvert(t, m.c, k.Dossier)
	if dit := phraseConstat(&e); !ouvert || !strings.Contains(dit, "le calcul de ces jours a changé (361,57 € brut dus alors, 271,15 € aujourd'hui), après «5.json» reçu le ") || strings.Contains(dit, "4.json") {
		t.Errorf("«%s»", dit)
	}
	m.prouver()
	vue := m.consulter(k.Dossier)
	for cle, brut := range verse(vue) {
		if brut != 0 {
			t.Errorf("le %s est payé avant la réponse", cle.Jour)
		}
	}
	repondre := func(piece string) error {
		_, _, err := m.c.Agir(ctx, k.Dossier, dossier.Intervention{Nature: dossier.Reparer, Objet: constat.ID, Valeur: piece, Par: "Anne", Role: "technicien", Motif: "l'employeur a corrigé ses salaires"})
		return err
	}
	if err := repondre("abcdef01"); !errors.Is(err, app.ErrAbsent) || !strings.Contains(err.Error(), "5.json, reçue le ") {
		t.Errorf("une pièce inconnue : %v", err)
	}
	if err := repondre(""); !errors.Is(err, decision.ErrIncomplet) {
		t.Errorf("sans pièce : %v", err)
	}
	n := slices.IndexFunc(vue.Pieces, func(p app.PieceRecue) bool { return p.NomFichier == "5.json" })
	piece := vue.Pieces[n].Empreinte
	if err := repondre(piece[:8]); err != nil {
		t.Fatal(err)
	}
	if _, ouvert := constatOuvert(t, m.c, k.Dossier); ouvert {
		t.Error("répondu, le constat reste ouvert")
	}
	if err := repondre(piece); !errors.Is(err, app.ErrDejaFait) || !strings.Contains(err.Error(), "par Anne") {
		t.Errorf("répondu deux fois : %v", err)
	}
	m.vivre(1, true)
	if paye := m.controlerEtPayer(k.Dossier); paye != 271_15 {
		t.Errorf("%s payés", paye.Euros())
	}
	m.prouver()
}

// controlerEtPayer finds right the payment that took the place of another, drawn too, and gives what is paid.
func (m *monde) controlerEtPayer(numero string) (paye v.Centimes) {
	for _, k := range m.aControler() {
		_, _, err := m.c.Agir(context.Background(), k.Dossier, dossier.Intervention{Nature: dossier.Controler, Objet: k.Ordre, Valeur: app.Conforme, Par: "Luc", Role: "cadre", Motif: "vu"})
		m.verifierErreur(err)
	}
	m.vivre(1, true)
	for _, x := range verse(m.consulter(numero)) {
		paye += x
	}
	return paye
}

// aControler lists the payments that wait to be looked at: one at least.
func (m *monde) aControler() []app.ControleAFaire {
	m.t.Helper()
	b, err := m.c.Controles(context.Background())
	if err != nil || len(b.AFaire) == 0 {
		m.t.Fatalf("%+v, %v", b, err)
	}
	return b.AFaire
}

func phraseConstat(e *app.Etape) string {
	for _, x := range e.Taches {
		if x.Genre == suivi.Constat {
			return x.Phrase
		}
	}
	return ""
}
