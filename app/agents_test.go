package app_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

const jetonDEssai = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-45"

// ouvrirRegistre registers agents in the name of whoever holds the machine. The name of
// each is «Nom» and its number; the token of all is the same.
func ouvrirRegistre(t *testing.T, c *app.Caisse, roles map[string][]string) {
	t.Helper()
	for _, m := range slices.Sorted(maps.Keys(roles)) {
		x, err := c.Inscrire(context.Background(), decision.GesteAgent{Matricule: m, Nom: "Nom " + m, Roles: roles[m], Secours: true}, jetonDEssai)
		if err != nil || x.Attend != nil {
			t.Fatalf("%s : %+v, %v", m, x, err)
		}
	}
}

// usage is something that a person of the register does, and which another may not.
type usage struct {
	nom, matricule, role string // who may, and the role in which
	autre                string // who may not, though registered
	faire                func(qui v.Agent, role string) error
}

// usagesDuRegistre are the use cases that need someone, on a dossier that is paid and on
// one whose refusal waits for a signature.
func usagesDuRegistre(t *testing.T, c *app.Caisse, cible, refus string) []usage {
	ctx, gel := context.Background(), ""
	note := func(qui v.Agent, role string) dossier.Intervention {
		return dossier.Intervention{Nature: dossier.Noter, Motif: "vu", Par: qui.Nom, Matricule: qui.Matricule, Role: role}
	}
	return []usage{
		{"simuler", "T3", "technicien", "C2", func(qui v.Agent, role string) error {
			_, err := c.Simuler(ctx, cible, note(qui, role))
			return err
		}},
		{"agir", "T3", "technicien", "C2", func(qui v.Agent, role string) error {
			fait, _, err := c.Agir(ctx, cible, note(qui, role))
			if err == nil && fait.Auteur() != (v.Agent{Matricule: "T3", Nom: "Nom T3"}) {
				t.Errorf("l'acte est de %+v", fait.Auteur())
			}
			return err
		}},
		{"joindre", "T3", "technicien", "C2", func(qui v.Agent, role string) error {
			_, err := c.Joindre(ctx, cible, note(qui, role), "a.pdf", []byte("%PDF"))
			return err
		}},
		{"signer", "D1", "directeur", "T3", func(qui v.Agent, _ string) error {
			_, err := c.Signer(ctx, refus, app.Signature{Par: qui, Motif: "vu"})
			return err
		}},
		{"arrêter", "T3", "cadre", "K4", func(qui v.Agent, role string) error {
			if qui.Matricule == "K4" {
				role = "technicien" // a role that K4 does not have
			}
			g := geste(decision.GelRegle, "AJP-01", c.Clock().Jour())
			g.Par, g.Matricule, g.Role = qui.Nom, qui.Matricule, role
			fait, err := c.Arreter(ctx, g)
			gel = fait.Gel
			return err
		}},
		{"confirmer un arrêt", "D1", "directeur", "K4", func(qui v.Agent, role string) error {
			_, err := c.ConfirmerArret(ctx, gel, qui, role, "vu")
			return err
		}},
		{"reprendre", "D1", "directeur", "K4", func(qui v.Agent, role string) error {
			_, err := c.Reprendre(ctx, gel, qui, role, "vu")
			return err
		}},
		{"signer les ordres", "D1", "", "C2", func(qui v.Agent, _ string) error {
			_, err := c.Payer(ctx, app.Signataires{Ordonnateur: qui}, depot{})
			return err
		}},
		{"préparer", "C2", "", "D1", func(qui v.Agent, _ string) error {
			_, err := c.Preparer(ctx, app.Signataires{Comptable: qui})
			return err
		}},
		{"viser et émettre", "C2", "", "T3", func(qui v.Agent, _ string) error {
			_, err := c.Payer(ctx, app.Signataires{Comptable: qui}, depot{})
			return err
		}},
	}
}

// usagesSurLaCaisse are those that bear on no dossier, and are shown or signed before they have an effect.
func usagesSurLaCaisse(c *app.Caisse) []usage {
	ctx, r := context.Background(), &app.Rejeu{ID: "RAPPORT", Rejouees: []app.PersonneRejouee{{Personne: "P"}}}
	return []usage{
		{"prévoir un arrêt", "D1", "directeur", "K4", func(qui v.Agent, role string) error {
			g := geste(decision.GelRegle, "AJP-01", c.Clock().Jour())
			g.Geste, g.Par, g.Matricule, g.Role = decision.Arreter, qui.Nom, qui.Matricule, role
			_, err := c.SimulerGel(ctx, g, 0)
			return err
		}},
		{"signer un rejeu", "T3", "cadre", "C2", func(qui v.Agent, role string) error {
			_, err := c.SignerRejeu(ctx, r, r.ID, qui, role, "relu")
			return err
		}},
		{"le signer ensuite", "D1", "directeur", "K4", func(qui v.Agent, role string) error {
			signe, err := c.SignerRejeu(ctx, r, r.ID, qui, role, "relu")
			if err == nil && signe.Seconde.Matricule != "D1" {
				err = errors.New("la seconde signature ne porte pas de matricule")
			}
			return err
		}},
		{"l'appliquer", "C2", "comptable", "K4", func(qui v.Agent, role string) error {
			_, err := c.AppliquerRejeu(ctx, r, r.ID, decision.Cohorte{Genre: decision.CohorteGagnants}, qui, role, "rappels")
			return err
		}},
	}
}

// Once the caisse has a register nothing is done in a name alone, by a number that it
// does not know, or in a role that it does not give; what is done bears the number,
// and the name of the register.
func TestLeRegistreGarde(t *testing.T) {
	ctx := context.Background()
	c := vecue(t, clock.NewManual(debut+60), nil)
	ouvrirRegistre(t, c, map[string][]string{"D1": {"directeur"}, "C2": {"comptable"}, "T3": {"technicien", "cadre"}, "K4": {"cadre"}})
	cible := proposes(t, c)[0]
	refus := unRefus(t, c)
	for _, u := range slices.Concat(usagesDuRegistre(t, c, cible.Dossier, refus), usagesSurLaCaisse(c)) {
		for _, qui := range []v.Agent{{Nom: "Nom " + u.matricule}, {Matricule: "X9", Nom: "Nom " + u.matricule}, {Matricule: u.autre, Nom: "Nom " + u.matricule}} {
			if err := u.faire(qui, u.role); !errors.Is(err, app.ErrAgent) {
				t.Errorf("%s, par %+v : %v", u.nom, qui, err)
			}
		}
		if err := u.faire(v.Agent{Matricule: u.matricule, Nom: "un autre nom"}, u.role); err != nil {
			t.Errorf("%s, par %s : %v", u.nom, u.matricule, err)
		}
	}
	vue, err := c.Consulter(ctx, cible.Dossier)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range vue.Actes[cible.ID] {
		if a.Matricule == "" || a.Par != "Nom "+a.Matricule {
			t.Errorf("l'ordre passe à «%s» par %+v", a.Vers, a.Auteur())
		}
	}
	signe, err := c.Consulter(ctx, refus)
	if err != nil || !slices.ContainsFunc(signe.Proposees, func(p decision.Proposee) bool { return p.Signee != nil && p.Signee.Matricule == "D1" }) {
		t.Errorf("la décision signée ne porte pas de matricule : %v", err)
	}
	if len(vue.Actes[cible.ID]) < 3 {
		t.Errorf("l'ordre n'est pas émis : %+v", vue.Actes[cible.ID])
	}
	verifier(t, c)
}

// The ordonnateur signs alone, the comptable gives the visa another time; who signed
// gives no visa under another spelling, and holds back those orders, not the others.
func TestSignerPuisViser(t *testing.T) {
	ctx := context.Background()
	c := vecue(t, clock.NewManual(debut+60), nil)
	n := len(proposes(t, c))
	qui := func(nom string) v.Agent { return v.Agent{Nom: nom} }
	if _, err := c.Payer(ctx, app.Signataires{}, depot{}); err == nil {
		t.Error("personne ne signe, et rien n'est refusé")
	}
	p, err := c.Payer(ctx, app.Signataires{Ordonnateur: qui("Zoé Martin")}, depot{})
	if err != nil || p.Signes == 0 || p.Signes+len(p.Retenus) != n || p.Lot != "" {
		t.Fatalf("%+v, %v", p, err)
	}
	verifier(t, c)
	for _, nom := range []string{"Zoé Martin", "MARTIN Zoé", "zoe  martin"} {
		p2, err := c.Payer(ctx, app.Signataires{Comptable: qui(nom)}, depot{})
		if err != nil || p2.Lot != "" || len(p2.Retenus) != p.Signes || !strings.Contains(p2.Retenus[0].Raison, "deux personnes différentes") {
			t.Errorf("%s vise ce qu'elle a signé : %+v, %v", nom, p2, err)
		}
	}
	p3, err := c.Payer(ctx, app.Signataires{Comptable: qui("Bruno Cam")}, depot{})
	if err != nil || p3.Ordres+p3.SansFlux+len(p3.Ecartes) != p.Signes || p3.Lot == "" {
		t.Errorf("%d signés : %+v, %v", p.Signes, p3, err)
	}
	verifier(t, c)
}

func TestReconnaitre(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut)
	c := caisse(t, ouvrirBase(t, t.TempDir()), h)
	if ouvert, err := c.RegistreOuvert(ctx); ouvert || err != nil {
		t.Fatal("un registre vide est ouvert", err)
	}
	ouvrirRegistre(t, c, map[string][]string{"D1": {"directeur"}, "C2": {"comptable"}, "T3": {"technicien"}})
	connu := func(veut bool, matricule, jeton string) {
		t.Helper()
		x, err := c.Reconnaitre(ctx, matricule, jeton)
		if veut && (err != nil || x.Matricule != strings.ToUpper(matricule)) || !veut && !errors.Is(err, app.ErrJeton) {
			t.Errorf("%s, %s : %+v, %v", matricule, jeton, x, err)
		}
	}
	connu(true, "T3", jetonDEssai)
	connu(true, "t3", strings.ToLower(strings.ReplaceAll(jetonDEssai, "-", " ")))
	for _, faux := range []string{"", "ABCD", jetonDEssai + "2", "é"} {
		connu(false, "T3", faux)
	}
	connu(false, "X9", jetonDEssai)
	connu(false, "", "")
	if app.EmpreinteJeton("T3", jetonDEssai) == app.EmpreinteJeton("D1", jetonDEssai) {
		t.Error("un jeton a la même empreinte sous deux matricules")
	}
	moi := v.Agent{Matricule: "T3", Nom: "Nom T3"}
	if x, err := c.DonnerJeton(ctx, decision.GesteAgent{Matricule: "T3", Par: moi}, "NOUVEAU"); err != nil || x.Attend != nil {
		t.Fatalf("%+v, %v", x, err)
	}
	connu(false, "T3", jetonDEssai)
	connu(true, "T3", "nouveau")
	// A token that another would give waits for a third person.
	anne, marc := v.Agent{Matricule: "D1", Nom: "Nom D1"}, v.Agent{Matricule: "C2", Nom: "Nom C2"}
	if x, err := c.DonnerJeton(ctx, decision.GesteAgent{Matricule: "T3", Par: anne}, "DONNE"); err != nil || x.Attend == nil {
		t.Fatalf("%+v, %v", x, err)
	}
	connu(false, "T3", "DONNE")
	connu(true, "T3", "NOUVEAU")
	if _, err := c.ConfirmerAgent(ctx, decision.GesteAgent{Matricule: "T3", Par: anne}); !errors.Is(err, decision.ErrRegistre) {
		t.Errorf("qui donne confirme : %v", err)
	}
	if _, err := c.ConfirmerAgent(ctx, decision.GesteAgent{Matricule: "T3", Par: marc}); err != nil {
		t.Fatal(err)
	}
	connu(true, "T3", "DONNE")
	connu(false, "T3", "NOUVEAU")
	if _, err := c.Clore(ctx, decision.GesteAgent{Matricule: "T3", Par: marc}); err != nil {
		t.Fatal(err)
	}
	connu(false, "T3", "DONNE")
	for nom, err := range map[string]error{
		"clos deux fois":            second(c.Clore(ctx, decision.GesteAgent{Matricule: "T3", Par: marc})),
		"un jeton à qui est clos":   second(c.DonnerJeton(ctx, decision.GesteAgent{Matricule: "T3", Par: marc}, "X")),
		"confirmer ce qui est clos": second(c.ConfirmerAgent(ctx, decision.GesteAgent{Matricule: "T3", Par: marc})),
		"le matricule d'un autre":   second(c.Inscrire(ctx, decision.GesteAgent{Matricule: "D1", Nom: "Paul", Roles: []string{"cadre"}, Par: marc}, "X")),
		"le nom de qui est clos":    second(c.Inscrire(ctx, decision.GesteAgent{Matricule: "T9", Nom: "Nom T3", Roles: []string{"cadre"}, Par: marc}, "X")),
		"le nom d'un autre":         second(c.Inscrire(ctx, decision.GesteAgent{Matricule: "P7", Nom: "d1 NOM", Roles: []string{"cadre"}, Par: marc}, "X")),
	} {
		if err == nil {
			t.Errorf("%s : rien n'est refusé", nom)
		}
	}
}

// unRefus is a dossier on which an adverse decision waits for a signature.
func unRefus(t *testing.T, c *app.Caisse) string {
	t.Helper()
	rs, _, err := c.Lister(context.Background(), app.Filtre{Attend: "ordonnateur"})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rs {
		vue, err := c.Consulter(context.Background(), r.Dossier)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range vue.Proposees {
			if p.Signee == nil && p.Dossier == r.Dossier {
				return r.Dossier
			}
		}
	}
	t.Fatal("aucun refus à signer dans la caisse tirée")
	return ""
}

func second(_ decision.Inscrit, err error) error { return err }
