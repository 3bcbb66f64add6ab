package libelle

import (
	"regexp"
	"strings"
	"testing"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/parametre"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

func TestActeurs(t *testing.T) {
	for _, c := range []struct{ code, nom, veut, de string }{
		{"assure", "", "l'assuré", "de l'assuré"},
		{"comptable", "", "le directeur comptable", "du directeur comptable"},
		{"technicien", "", "un technicien", "d'un technicien"},
		{"caisse", "", "la caisse", "de la caisse"},
		{"employeur:73282932000074", "", "l'employeur (SIRET 732 829 320 00074)", "de l'employeur (SIRET 732 829 320 00074)"},
		{"employeur:73282932000074", "BOULANGERIE MOULIN", "l'employeur BOULANGERIE MOULIN", "de l'employeur BOULANGERIE MOULIN"},
		{"employeur:", "", "employeur:", "de employeur:"},
		{"", "", "personne", "de personne"},
		{"agent:Zoé Martin", "", "Zoé Martin", "de Zoé Martin"},
		{"medecin_conseil", "", "le médecin-conseil", "du médecin-conseil"},
	} {
		if a := Acteur(c.code, c.nom); a != c.veut {
			t.Errorf("%q : %q, attendu %q", c.code, a, c.veut)
		}
		if a := ActeurDe(c.code, c.nom); a != c.de {
			t.Errorf("%q : %q, attendu %q", c.code, a, c.de)
		}
	}
	for code, veut := range map[string]string{"assure": "à l'assuré", "medecin_conseil": "au médecin-conseil", "agent:Zoé Martin": "à Zoé Martin"} {
		if a := ActeurA(code, ""); a != veut {
			t.Errorf("%q : %q, attendu %q", code, a, veut)
		}
	}
	if d := Destinataire(registre.Employeur("73282932000074"), "MOULIN"); d != "l'employeur MOULIN, subrogé" {
		t.Error(d)
	}
	if d := Destinataire("", ""); d != "" {
		t.Errorf("un jour sans destinataire en montre un : %q", d)
	}
	for _, f := range Files() {
		if File(f) == "" || Acteur(f, "") == f {
			t.Errorf("la file «%s» ne se dit pas", f)
		}
	}
}

// TestChaqueCodeSeDit walks every code that a page can meet.
func TestChaqueCodeSeDit(t *testing.T) {
	vus := 0
	dit := func(famille, code, mot string) {
		t.Helper()
		vus++
		if mot == "" || mot == code && strings.Contains(code, "_") {
			t.Errorf("%s «%s» ne se dit pas : %q", famille, code, mot)
		}
	}
	for _, r := range droit.Valeurs["risque"] {
		dit("risque", r, Risque(droit.Risque(r)))
	}
	for _, n := range droit.Valeurs["nature_arret"] {
		dit("nature", n, Nature(droit.NatureArret(n)))
	}
	for _, g := range []dossier.Genre{dossier.GenreAvisArret, dossier.GenreMensuelle, dossier.GenreSignalement, dossier.GenreReprise, dossier.GenreAnnulation, dossier.GenreAttestation, dossier.GenreRIB, dossier.GenreDecision} {
		dit("pièce", string(g), Piece(g))
	}
	for _, e := range []paiement.Etat{paiement.Propose, paiement.Signe, paiement.Vise, paiement.Suspendu, paiement.Annule, paiement.EnLot, paiement.Emis, paiement.SansFlux} {
		dit("ordre", string(e), EtatOrdre(e))
		if e != paiement.Propose {
			dit("acte", string(e), Acte(e))
		}
	}
	for _, m := range []paiement.Motif{paiement.AttendRythme, paiement.AttendCompte, paiement.AttendArbitrage, paiement.TropVerse, paiement.AvecProgres, paiement.RetourProgres} {
		dit("retenue", string(m), Retenue(m))
	}
	for _, g := range []suivi.Genre{suivi.EnCours, suivi.Attend, suivi.Agent, suivi.Refuse, suivi.Clos, suivi.AvecProgres} {
		dit("étape", string(g), Etape(g))
	}
	for _, g := range []suivi.GenreTache{suivi.Urgence, suivi.Confirmation, suivi.Constat, suivi.Reclamation, suivi.Promesse, suivi.Avis, suivi.Renvoi, suivi.Transmission, suivi.Verification, suivi.Confie} {
		dit("tâche", string(g), Tache(g))
	}
	for _, r := range []string{"accueil", "technicien", "cadre", "directeur", "comptable", "medecin_conseil", "partenaire"} {
		dit("rôle", r, Acteur(r, ""))
		if !decision.EstRole(r) {
			t.Errorf("«%s» n'est pas un rôle", r)
		}
	}
	for _, r := range decision.TousRoles() {
		for _, n := range decision.Natures(r) {
			if dit("acte d'agent", string(n), Intervention(n)); Intervention(n) == string(n) && n != dossier.Noter {
				t.Errorf("l'acte «%s» ne se dit pas", n)
			}
		}
	}
	if vus < 150 {
		t.Errorf("%d codes seulement ont été examinés", vus)
	}
}

func TestChaqueFamilleDeReglesSeDit(t *testing.T) {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range table.Regles() {
		if Regle(droit.Regle(r.ID)) == "" {
			t.Errorf("la famille de la règle %s ne se dit pas", r.ID)
		}
	}
	for _, r := range []droit.Regle{"MAT-03", "SWI-01", "CSN-05", "AT-09", "AUT-OUV-02", "AUT-TNS-01"} {
		if Regle(r) == "" {
			t.Errorf("la famille de la règle %s ne se dit pas", r)
		}
	}
	if Regle("MAT-03") == Regle("AT-03") {
		t.Error("MAT-03 et AT-03 sont confondues")
	}
	if p := Regle("XYZ-1"); p != "" {
		t.Errorf("une règle inconnue se dit %q", p)
	}
}

// TestRefusADecider: what a human must sign is never shown as decided.
func TestRefusADecider(t *testing.T) {
	for _, e := range etats {
		if !decision.Defavorable(e) {
			continue
		}
		d := registre.Du{Cle: registre.Cle{Jour: 10}, Etat: e}
		if p := DecisionProposee(e); !strings.Contains(p, " propos") {
			t.Errorf("«%s» proposé se dit «%s»", e, p)
		}
		if a := DuJour(&d, Suite{ASigner: true}, 20); a != ASigner {
			t.Errorf("«%s» non signé se montre «%s»", e, a)
		}
	}
}

func TestTemps(t *testing.T) {
	auj := v.NewJour(2026, 3, 20)
	for _, c := range []struct{ a, veut string }{
		{JourEnLettres(v.NewJour(2026, 3, 5)), "jeudi 5 mars 2026"},
		{JourEnLettres(v.NewJour(2026, 11, 1)), "dimanche 1er novembre 2026"},
		{Jours(0), "0 jour"}, {Jours(1), "1 jour"}, {Jours(12), "12 jours"},
		{IlYA(auj, auj), "aujourd'hui"}, {IlYA(auj-1, auj), "hier"}, {IlYA(auj-12, auj), "il y a 12 jours"},
		{IlYA(auj+1, auj), "demain"}, {IlYA(auj+3, auj), "dans 3 jours"},
		{Delai(auj-3, auj), "dépassé de 3 jours"}, {Delai(auj, auj), "aujourd'hui"}, {Delai(auj+2, auj), "dans 2 jours"},
		{Nombre(7), "7"},
	} {
		if c.a != c.veut {
			t.Errorf("%q, attendu %q", c.a, c.veut)
		}
	}
	if n := Nombre(12345); len(n) < 6 || n[:2] != "12" || n[len(n)-3:] != "345" {
		t.Errorf("%q", n)
	}
}

// What a stop rests on is medical: no name of a benefit, and no word on its rules,
// tells an illness or an exposure to an agent, an employer or a letter.
func TestAucunMotNeDitLaRaisonMedicale(t *testing.T) {
	for r, mot := range risques {
		if interdit.MatchString(mot) {
			t.Errorf("%s : %s", r, mot)
		}
	}
	for famille, phrase := range familles {
		if interdit.MatchString(phrase) {
			t.Errorf("%s : %s", famille, phrase)
		}
	}
	p, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Regles() {
		if interdit.MatchString(r.Titre) {
			t.Errorf("%s : %s", r.ID, r.Titre)
		}
	}
}

// interdit matches what names an exposure or an illness.
var interdit = regexp.MustCompile(`(?i)distilb|cancer|covid|d[ée]press|diab[eè]t`)
