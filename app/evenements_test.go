package app_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	v "accord/valeur"
)

const nirDEssai = v.NIR("2850299999001")

func envoyer(reference string) dossier.Envoi {
	return dossier.Envoi{Identite: dossier.Identite{NomNaissance: "DURAND", Prenoms: "Camille"}, Reference: reference, Version: 1}
}

// objets lists the subjects of the letters of the day, in the order of sending.
func objets(t *testing.T, c *app.Caisse) (os []string) {
	t.Helper()
	if _, err := c.Journee(context.Background()); err != nil {
		t.Fatal(err)
	}
	vue, err := c.Consulter(context.Background(), string(nirDEssai))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range vue.Messages {
		os = append(os, m.A+" : "+m.Objet)
	}
	return os
}

func compter(os []string, dit string) (n int) {
	for _, o := range os {
		if strings.Contains(o, dit) {
			n++
		}
	}
	return n
}

// The birth is asked for thirty days after the term, once, by itself; not when
// it came meanwhile.
func TestActeDeNaissanceDemandeASonJour(t *testing.T) {
	prevue := debut + 60
	g := &dossier.Grossesse{Envoi: envoyer("G"), DeclareeLe: debut, PrevueLe: prevue, Rang: 1}
	nee := &dossier.Evenement{Envoi: envoyer("N"), Auteur: dossier.EtatCivil, EtabliLe: prevue, Naissance: &dossier.NaissanceDeclaree{Mere: true, Le: prevue, Enfants: 1, Rang: 1}}
	for _, venue := range []bool{false, true} {
		h := clock.NewManual(debut)
		c := caisse(t, ouvrirBase(t, t.TempDir()), h)
		recevoir(t, c, []fichier{{"g.json", piece.AppendGrossesse(nil, nirDEssai, g, nil)}})
		if os := objets(t, c); !slices.Equal(os, []string{"assure : Nous avons bien reçu votre déclaration de grossesse"}) {
			t.Fatalf("%v", os)
		}
		for range 89 {
			h.Avancer()
		}
		if venue {
			recevoir(t, c, []fichier{{"n.json", piece.AppendEvenement(nil, nirDEssai, nee, nil)}})
		}
		if os := objets(t, c); compter(os, "acte de naissance") != 0 {
			t.Errorf("demandé la veille : %v", os)
		}
		h.Avancer()
		veut := 1
		if venue {
			veut = 0
		}
		for range 2 {
			if os := objets(t, c); compter(os, "acte de naissance") != veut {
				t.Errorf("venue %v : %v", venue, os)
			}
			h.Avancer()
		}
		verifier(t, c)
	}
}

// A decision is notified by whoever takes it: it is not acknowledged, and what
// the caisse must do itself is no letter. The employer is asked for the
// declaration on the third day, by which it comes by itself.
func TestLettresDUnAccident(t *testing.T) {
	h := clock.NewManual(debut + 20)
	c := caisse(t, ouvrirBase(t, t.TempDir()), h)
	le := debut + 15
	cmi := &dossier.CertificatAT{Envoi: envoyer("C"), Nature: dossier.CertificatInitial, Risque: droit.AccidentTravail, SinistreLe: le, EtabliLe: le,
		Arret: v.P(le+1, le+10), Canal: droit.Electronique, Employeur: "90000000100017"}
	etape := &dossier.Acte{Envoi: envoyer("A"), Auteur: dossier.LaCaisse, Nature: dossier.EtapeQuestionnaires, PrisLe: le + 5, Risque: droit.AccidentTravail, SinistreLe: le}
	recevoir(t, c, []fichier{{"c.json", piece.AppendCertificatAT(nil, nirDEssai, cmi, []byte(`{"x":1}`))}, {"a.json", piece.AppendActe(nil, nirDEssai, etape, nil)}})
	os := objets(t, c)
	if compter(os, "certificat médical") != 1 || compter(os, "décision") != 0 || compter(os, "déclaration d'accident") != 0 {
		t.Errorf("%v", os)
	}
	for range 3 {
		h.Avancer()
	}
	if os := objets(t, c); compter(os, "employeur:90000000100017 : Il nous manque la déclaration d'accident") != 1 {
		t.Errorf("%v", os)
	}
	dat := &dossier.DeclarationAccident{Envoi: envoyer("D"), Employeur: dossier.Employeur{SIRET: "90000000100017"}, Risque: droit.AccidentTravail, AccidentLe: le, DeclareeLe: le + 2}
	recevoir(t, c, []fichier{{"d.json", piece.AppendDAT(nil, nirDEssai, dat, nil)}})
	if os := objets(t, c); compter(os, "caisse : ") != 0 || compter(os, "Nous avons bien reçu votre déclaration d'accident") != 1 {
		t.Errorf("%v", os)
	}
	verifier(t, c)
}

// A pregnancy declared before any work is known gives no day yet; what comes next
// is computed as it comes, whatever it is.
func TestGrossesseAvantToutEmploi(t *testing.T) {
	h := clock.NewManual(debut)
	c := caisse(t, ouvrirBase(t, t.TempDir()), h)
	g := &dossier.Grossesse{Envoi: envoyer("G"), DeclareeLe: debut, PrevueLe: debut + 20, Enfants: 1, Rang: 1}
	recevoir(t, c, []fichier{{"g.json", piece.AppendGrossesse(nil, nirDEssai, g, nil)}})
	if ds, _, err := c.Lister(context.Background(), app.Filtre{}); len(ds) != 0 || err != nil {
		t.Fatalf("%+v, %v", ds, err)
	}
	salaires := uneAttestation(nirDEssai, "90000000100017", debut-23, 250000, 1, mois(debut-22), nil)
	recevoir(t, c, []fichier{{"s.json", salaires}})
	ds, _, err := c.Lister(context.Background(), app.Filtre{})
	if len(ds) != 1 || err != nil || ds[0].Jours == 0 {
		t.Fatalf("%+v, %v", ds, err)
	}
	verifier(t, c)
}
