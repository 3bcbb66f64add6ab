package piece

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

var (
	camilleDSN = dossier.Identite{NomNaissance: "D'AURÉ", Prenoms: "Camille", Naissance: v.NewJour(1985, 1, 15)}
	lilas      = dossier.Employeur{SIRET: siret, Nom: "MENUISERIE DES LILAS"}
)

// changer replaces lines of a DSN, given without their ends, and sets the
// count of rubrics right again.
func changer(t *testing.T, nom string, paires ...string) []byte {
	t.Helper()
	texte := string(fichier(t, nom))
	for i := 0; i < len(paires); i += 2 {
		if !strings.Contains(texte, paires[i]+"\r\n") {
			t.Fatalf("%s: pas de ligne %q", nom, paires[i])
		}
		apres := ""
		if paires[i+1] != "" {
			apres = strings.ReplaceAll(paires[i+1], "\n", "\r\n") + "\r\n"
		}
		texte = strings.Replace(texte, paires[i]+"\r\n", apres, 1)
	}
	lignes := strings.SplitAfter(texte, "\n")
	for i := range lignes {
		if strings.HasPrefix(lignes[i], "S90.G00.90.001") {
			lignes[i] = fmt.Sprintf("S90.G00.90.001,'%d'\r\n", strings.Count(texte, "\n"))
		}
	}
	return []byte(strings.Join(lignes, ""))
}

func TestSignalementArret(t *testing.T) {
	l := lire(fichier(t, "arret.dsn"))
	if l.Format != "DSN P26V01" || l.Test || len(l.Anomalies) != 0 || len(l.Pieces) != 1 {
		t.Fatalf("%+v", l)
	}
	if d := []app.Declaration{{Employeur: siret, Nature: dossier.GenreSignalement, Identifiant: "ARRET0001", Ordre: 11}}; !reflect.DeepEqual(l.Declarations, d) {
		t.Errorf("déclarations %+v", l.Declarations)
	}
	veut := dossier.Fait{Genre: dossier.GenreSignalement, Source: dossier.Source{Du: 40, Au: 47}, Signalement: &dossier.Signalement{
		Identite: camilleDSN, Employeur: lilas, Contrat: "CT0001", DebutContrat: jour("2024-01-01"), Identifiant: "ARRET0001",
		Ordre: 11, Motif: "01", DernierJour: jour("2026-11-03"), FinPrevue: jour("2026-11-17"),
		Subrogation: &dossier.SubrogationDeclaree{Periode: entre("2026-11-04", "2027-05-03"), IBAN: iban, BIC: "AGRIFRPPXXX"}}}
	p := l.Pieces[0]
	if len(p.Faits) != 1 || !reflect.DeepEqual(p.Faits[0], veut) {
		t.Errorf("fait %+v", p.Faits)
	}
	if p.NIR != nirTest || p.Genre != dossier.GenreSignalement || p.Du != 33 || p.Au != 47 || p.Declaration != 0 || p.Medical != nil {
		t.Errorf("pièce %+v", p)
	}
}

// The extract is the person's lines behind the header lines that give them
// their sense; software and contacts are not part of the piece.
func TestExtraitDSN(t *testing.T) {
	brut := fichier(t, "arret.dsn")
	extrait := lire(brut).Pieces[0].Extrait
	for i, ligne := range bytes.SplitAfter(brut, []byte("\n")) {
		n := i + 1
		garde := n == 4 || n == 5 || n >= 8 && n <= 10 || n >= 18 && n <= 23 || n >= 28 && n <= 47
		if len(ligne) > 0 && bytes.Contains(extrait, ligne) != garde {
			t.Errorf("ligne %d dans l'extrait: %v\n%s", n, !garde, ligne)
		}
	}
	suivant := changer(t, "arret.dsn", "S20.G00.05.004,'11'", "S20.G00.05.004,'12'")
	if bytes.Equal(extrait, lire(suivant).Pieces[0].Extrait) {
		t.Error("deux déclarations de numéros d'ordre différents donnent la même pièce")
	}
	logiciel := changer(t, "arret.dsn", "S10.G00.00.003,'4.2'", "S10.G00.00.003,'4.3'")
	if !bytes.Equal(extrait, lire(logiciel).Pieces[0].Extrait) {
		t.Error("la version du logiciel fait une autre pièce")
	}
}

func TestSignalementReprise(t *testing.T) {
	l := lire(fichier(t, "reprise.dsn"))
	veut := dossier.Fait{Genre: dossier.GenreReprise, Source: dossier.Source{Du: 40, Au: 44}, Reprise: &dossier.Reprise{
		Identite: camilleDSN, Employeur: lilas, Contrat: "CT0001", Identifiant: "ARRET0001", Ordre: 12,
		DernierJour: jour("2026-11-03"), Reprise: droit.Reprise{Le: jour("2026-11-16"), Motif: droit.RepriseTPT}}}
	if len(l.Anomalies) != 0 || len(l.Pieces) != 1 || !reflect.DeepEqual(l.Pieces[0].Faits, []dossier.Fait{veut}) {
		t.Errorf("%+v", l)
	}
}

// One fact for a person: two payments, a contract that was renumbered in the
// month, a correction of August, a stop that ended early, an open suspension.
// Days become hours; a contract of another régime and its pay are left out; a
// pay whose contract is not described is kept under its number.
// Who is set aside is kept whole, once, with the reason.
func TestPersonnesEcartees(t *testing.T) {
	brut := fichier(t, "mensuelle.dsn")
	l := lire(brut)
	if len(l.Pieces) != 2 {
		t.Errorf("%d pièces", len(l.Pieces))
	}
	var got []string
	for _, a := range l.Anomalies {
		got = append(got, fmt.Sprintf("%s %d %s", a.Gravite, bytes.Count(a.Extrait, []byte("\n")), a.Phrase))
		if a.Extrait != nil && !bytes.Contains(brut, a.Extrait) {
			t.Errorf("extrait hors du fichier: %s", a.Extrait)
		}
		if strings.Contains(a.Phrase+a.Trouve, "18501780060") {
			t.Errorf("NIR en clair: %+v", a)
		}
	}
	veut := []string{
		"ecartee 0 Ligne 114, S21.G00.40.018 : autre régime : 300, régime agricole (MSA) ; le bloc « Contrat » est écarté.",
		"signalee 0 Ligne 128, S21.G00.53.003 : l'unité « 31 » ne se convertit pas en heures, cette activité n'est pas comptée.",
		"signalee 0 Ligne 138, S21.G00.51.010 : rémunération du contrat « CT0042 », que la déclaration ne décrit pas.",
		"ecartee 9 Ligne 144, S21.G00.30.020 : NTT sans NIR : l'assuré n'est pas encore identifié ; cet individu est mis de côté.",
		"ecartee 9 Ligne 157, S21.G00.40.018 : autre régime : 300, régime agricole (MSA) ; cet individu est mis de côté.",
		"ecartee 9 Ligne 159, S21.G00.30.001 : Numéro d'inscription au répertoire (NIR) : « 185…0XX » trouvé, attendu : un NIR de 13 caractères, sans clé ; cet individu est mis de côté.",
	}
	if !slices.Equal(got, veut) {
		t.Errorf("anomalies:\n%s", strings.Join(got, "\n"))
	}
}

// Cancelling and replacing reach the application as declarations. Where the
// event replaced bore another identifier, both are declared.
func TestTypesDeDeclaration(t *testing.T) {
	decl := func(identifiant string, remplace, annule bool) app.Declaration {
		return app.Declaration{Employeur: siret, Nature: dossier.GenreSignalement, Identifiant: identifiant, Ordre: 11, Remplace: remplace, Annule: annule}
	}
	const metier = "S20.G00.05.009,'ARRET0001'"
	for _, c := range []struct {
		code, remplacee, metier string
		declarations            []app.Declaration
		faits                   int
		phrase                  string
	}{
		{"01", "", metier, []app.Declaration{decl("ARRET0001", false, false)}, 1, ""},
		{"03", "", metier, []app.Declaration{decl("ARRET0001", true, false)}, 1, ""},
		{"03", "ARRET0001", metier, []app.Declaration{decl("ARRET0001", true, false)}, 1, ""},
		{"03", "ARRET0000", metier, []app.Declaration{decl("ARRET0001", true, false), decl("ARRET0000", false, true)}, 1, ""},
		{"03", "ARRET0000", "", []app.Declaration{decl("", false, false), decl("ARRET0000", false, true)}, 1, ""},
		{"03", "", "", []app.Declaration{decl("", false, false)}, 1, "Ligne 18, S20.G00.05.009 : ni identifiant métier ni identifiant de la déclaration " +
			"remplacée : on ne sait pas quel signalement remplacer, celui-ci est pris comme un signalement de plus."},
		{"04", "ARRET0000", metier, []app.Declaration{decl("ARRET0000", false, true)}, 0, ""},
		{"04", "", metier, []app.Declaration{decl("ARRET0001", false, true)}, 0, ""},
		{"04", "", "", nil, 0, "Ligne 18, S20.G00.05.009 : ni identifiant métier ni identifiant de la déclaration " +
			"remplacée : on ne sait pas quel signalement annuler, la déclaration est mise de côté."},
		{"05", "", metier, []app.Declaration{decl("ARRET0001", true, false)}, 1, ""},
	} {
		paires := []string{"S20.G00.05.002,'01'", "S20.G00.05.002,'" + c.code + "'", metier, c.metier}
		if c.remplacee != "" {
			paires = append(paires, "S20.G00.05.004,'11'", "S20.G00.05.004,'11'\nS20.G00.05.006,'"+c.remplacee+"'")
		}
		l := lire(changer(t, "arret.dsn", paires...))
		if !reflect.DeepEqual(l.Declarations, c.declarations) {
			t.Errorf("type %s %q %q: %+v", c.code, c.remplacee, c.metier, l.Declarations)
		}
		faits := 0
		for _, p := range l.Pieces {
			faits += len(p.Faits)
			if p.Declaration != 0 || len(p.Faits) > 0 && "S20.G00.05.009,'"+p.Faits[0].Signalement.Identifiant+"'" != cmp.Or(c.metier, "S20.G00.05.009,''") {
				t.Errorf("type %s: %+v", c.code, p)
			}
		}
		if faits != c.faits {
			t.Errorf("type %s: %d faits", c.code, faits)
		}
		dite := slices.ContainsFunc(l.Anomalies, func(a app.Anomalie) bool {
			return a.Phrase == c.phrase && (a.Gravite == app.Ecartee) == (a.Extrait != nil)
		})
		if dite != (c.phrase != "") {
			t.Errorf("type %s: %+v", c.code, l.Anomalies)
		}
	}
}

// A monthly declaration that replaces or cancels is known by its month.
func TestMensuelleAnnulee(t *testing.T) {
	for code, veut := range map[string]app.Declaration{"03": {Remplace: true}, "04": {Annule: true}, "05": {Remplace: true}} {
		veut.Employeur, veut.Nature, veut.Mois, veut.Ordre = siret, dossier.GenreMensuelle, jour("2026-09-01"), 7
		l := lire(changer(t, "mensuelle.dsn", "S20.G00.05.002,'01'", "S20.G00.05.002,'"+code+"'"))
		if len(l.Declarations) != 1 || l.Declarations[0] != veut || (len(l.Pieces[0].Faits) == 0) != veut.Annule {
			t.Errorf("type %s: %+v", code, l.Declarations)
		}
	}
}

// Motif 99 voids the event that it names; a monthly declaration cannot.
func TestAnnulationDeLArret(t *testing.T) {
	for nom, nature := range map[string]dossier.Genre{"arret.dsn": dossier.GenreSignalement, "reprise.dsn": dossier.GenreReprise} {
		l := lire(changer(t, nom, "S21.G00.60.001,'01'", "S21.G00.60.001,'99'"))
		veut := dossier.Annulation{Employeur: siret, Nature: nature, Identifiant: "ARRET0001", Ordre: l.Declarations[0].Ordre}
		if f := l.Pieces[0].Faits; len(f) != 1 || f[0].Genre != dossier.GenreAnnulation || *f[0].Annulation != veut {
			t.Errorf("%s: %+v", nom, f)
		}
	}
	l := lire(changer(t, "arret.dsn", "S21.G00.60.001,'01'", "S21.G00.60.001,'99'", "S20.G00.05.009,'ARRET0001'", ""))
	if len(l.Pieces[0].Faits) != 0 || !slices.ContainsFunc(l.Anomalies, func(a app.Anomalie) bool {
		return a.Phrase == "Ligne 39, S21.G00.60.001 : arrêt annulé sans identifiant métier : on ne sait pas lequel, rien n'est annulé."
	}) {
		t.Errorf("%+v", l)
	}
	l = lire(changer(t, "mensuelle.dsn", "S21.G00.60.001,'01'", "S21.G00.60.001,'99'"))
	c := l.Pieces[0].Faits[0].Mensuelle.Contrats[0]
	if len(l.Pieces[0].Faits) != 1 || len(c.Absences) != 1 || c.Reprises != nil {
		t.Errorf("%+v", c)
	}
	if a := l.Anomalies[0]; a.Gravite != app.Signalee || a.Phrase != "Ligne 46, S21.G00.60.001 : arrêt annulé dans une mensuelle : "+
		"il n'y est pas retenu, le signalement reste à annuler par son propre message." {
		t.Errorf("%+v", a)
	}
}

// A file without a readable sense of its own is kept whole.
func TestDSNParticulieres(t *testing.T) {
	if l := lire(changer(t, "arret.dsn", "S10.G00.00.005,'02'", "S10.G00.00.005,'01'")); !l.Test || len(l.Pieces) != 1 {
		t.Errorf("fichier d'essai: %+v", l)
	}

	l := lire(changer(t, "arret.dsn", "S20.G00.05.001,'04'", "S20.G00.05.001,'07'"))
	a := l.Anomalies[0]
	if len(l.Pieces)+len(l.Declarations) != 0 || a.Gravite != app.Signalee || a.Trouve != "07" ||
		a.Phrase != "Ligne 18, S20.G00.05.001 : nature 07 reçue, gardée, non utilisée pour l'instant." || bytes.Count(a.Extrait, []byte("\n")) != 30 {
		t.Errorf("nature 07: %+v", l)
	}

	brut := changer(t, "arret.dsn", "S10.G00.00.005,'02'", "")
	l = lire(brut)
	if len(l.Pieces) != 0 || l.Anomalies[0].Gravite != app.Illisible || !bytes.Equal(l.Anomalies[0].Extrait, brut) {
		t.Errorf("ni essai ni réel: %+v", l)
	}

	l = lire(changer(t, "arret.dsn", "S21.G00.11.001,'00017'", "S21.G00.11.001,'00018'"))
	if len(l.Pieces) != 0 || l.Anomalies[0].Gravite != app.Ecartee || bytes.Count(l.Anomalies[0].Extrait, []byte("\n")) != 30 {
		t.Errorf("SIRET faux: %+v", l)
	}

	l = lire(changer(t, "arret.dsn", "S20.G00.05.001,'04'", "", "S20.G00.05.002,'01'", "", "S20.G00.05.003,'11'", "", "S20.G00.05.004,'11'", "",
		"S20.G00.05.007,'06112026'", "", "S20.G00.05.009,'ARRET0001'", ""))
	if !bytes.Contains(gardesEnClair(l), []byte("S21.G00.60.008")) {
		t.Errorf("individu hors de toute déclaration perdu: %+v", l)
	}
}

func gardesEnClair(l app.Lecture) (b []byte) {
	for _, a := range l.Anomalies {
		b = append(b, a.Extrait...)
	}
	return b
}

func TestSubrogationDSN(t *testing.T) {
	for _, c := range []struct {
		paires  []string
		retenue bool
		iban    v.IBAN
		phrase  string
	}{
		{[]string{"S21.G00.60.004,'01'", "S21.G00.60.004,'02'"}, false, "",
			"Ligne 40, S21.G00.60.004 : un compte d'employeur est donné sans demande de subrogation, aucune n'est retenue."},
		{[]string{"S21.G00.60.004,'01'", ""}, false, "",
			"Ligne 40, S21.G00.60.004 : un compte d'employeur est donné sans demande de subrogation, aucune n'est retenue."},
		{[]string{"S21.G00.60.007,'FR7630006000011234567890189'", ""}, true, "",
			"Ligne 40, S21.G00.60.007 : subrogation demandée et pas de compte : aucun paiement à l'employeur."},
	} {
		l := lire(changer(t, "arret.dsn", c.paires...))
		s := l.Pieces[0].Faits[0].Signalement.Subrogation
		if (s != nil) != c.retenue || s != nil && s.IBAN != c.iban {
			t.Errorf("%v: %+v", c.paires, s)
		}
		if !slices.ContainsFunc(l.Anomalies, func(a app.Anomalie) bool { return a.Phrase == c.phrase && a.Gravite == app.Signalee }) {
			t.Errorf("%s: %+v", c.phrase, l.Anomalies)
		}
	}
}

func TestSansSubrogation(t *testing.T) {
	l := lire(changer(t, "arret.dsn", "S21.G00.60.004,'01'", "S21.G00.60.004,'02'", "S21.G00.60.005,'04112026'", "", "S21.G00.60.006,'03052027'", "",
		"S21.G00.60.007,'FR7630006000011234567890189'", "", "S21.G00.60.008,'AGRIFRPPXXX'", ""))
	if len(l.Anomalies) != 0 || l.Pieces[0].Faits[0].Signalement.Subrogation != nil {
		t.Errorf("%+v", l)
	}
}

// A signal that says nothing of use is said so; its lines stay in the piece.
func TestSignalementVide(t *testing.T) {
	l := lire(changer(t, "reprise.dsn", "S21.G00.60.010,'16112026'", "", "S21.G00.60.011,'02'", ""))
	if len(l.Pieces) != 1 || len(l.Pieces[0].Faits) != 0 || len(l.Pieces[0].Extrait) == 0 {
		t.Errorf("%+v", l.Pieces)
	}
	if !slices.ContainsFunc(l.Anomalies, func(a app.Anomalie) bool {
		return a.Gravite == app.Ecartee && a.Phrase == "Ligne 33, S21.G00.60 : le signalement ne dit rien d'utilisable sur l'arrêt de cette personne."
	}) {
		t.Errorf("%+v", l.Anomalies)
	}
}

// The same person twice in one declaration is said, and both pieces stay.
func TestPersonneEnDouble(t *testing.T) {
	l := lire(changer(t, "mensuelle.dsn", "S21.G00.30.001,'2850299999001'", "S21.G00.30.001,'1850178006084'"))
	if len(l.Pieces) != 2 || l.Anomalies[0].Phrase != "Ligne 100, S21.G00.30.001 : la même personne est déjà déclarée à la ligne 35." {
		t.Errorf("%+v", l.Anomalies[0])
	}
}

// Absences: from the day after the last worked one, to the day before the
// return or the end foreseen, never beyond the month declared.
// Every value of the table is a word that the law knows, or a number of hours.
func TestCorrespondances(t *testing.T) {
	codes := map[string]string{rubriqueNatureContrat: "contrat", rubriqueMotifArret: "motif_absence",
		rubriqueMotifReprise: "motif_reprise", rubriqueSuspension: "motif_absence"}
	for k, valeur := range correspondances() {
		if valeur == sansEffet {
			continue
		}
		if k.rubrique == rubriquePrime {
			if valeur != "prime" {
				t.Errorf("%v: %s", k, valeur)
			}
		} else if k.rubrique == rubriqueUnite {
			if h, err := v.ParseCentimes(valeur); err != nil || h <= 0 {
				t.Errorf("%v: %s", k, valeur)
			}
		} else if !droit.EstValeur(codes[k.rubrique], valeur) {
			t.Errorf("%v: «%s» n'est pas un mot de la loi", k, valeur)
		}
	}
	if _, connu := correspond(rubriqueMotifArret, "99"); connu {
		t.Error("le motif 99 annule, il n'est pas une absence")
	}
}

// The sender names the employer only when he is the employer.
func TestNomDeLEmployeur(t *testing.T) {
	l := lire(changer(t, "arret.dsn", "S10.G00.01.001,'900000001'", "S10.G00.01.001,'732829320'"))
	if e := l.Pieces[0].Faits[0].Signalement.Employeur; e != (dossier.Employeur{SIRET: siret}) {
		t.Errorf("%+v", e)
	}
}

// The latest renumbering counts, whatever the order of the blocks.
// An absence stated twice is one.
// A pay without a contract number goes to the only contract, and to none where
// there are several.
// Two reasons to set the same lines aside keep them once.
func TestEcarteUneSeuleFois(t *testing.T) {
	l := lire(changer(t, "mensuelle.dsn", "S21.G00.30.001,'18501780060XX'", "S21.G00.30.001,'18501780060XX'",
		"S21.G00.40.009,'CT0400'", "S21.G00.40.009,'CT0400'\nS21.G00.40.018,'300'\nS21.G00.40.001,'01012025'"))
	gardes, dits := 0, 0
	for _, a := range l.Anomalies {
		if strings.Contains(a.Phrase, "régime agricole") && strings.Contains(a.Phrase, "individu") {
			dits++
			if a.Extrait != nil {
				gardes++
			}
		}
	}
	if dits != 2 || gardes != 1 {
		t.Errorf("dit %d fois, gardé %d fois: %+v", dits, gardes, l.Anomalies)
	}
}

// A person before any declaration is kept, and not with those of the next one.
func TestIndividuOrphelin(t *testing.T) {
	texte := string(fichier(t, "mensuelle.dsn"))
	orphelin := "S21.G00.30.001,'2850299999001'\r\nS21.G00.30.002,'SEULE'\r\n"
	l := lire([]byte(strings.Replace(texte, "S20.G00.05.001", orphelin+orphelin+"S20.G00.05.001", 1)))
	var got []string
	for _, a := range l.Anomalies {
		if a.Ligne < 22 && a.Extrait != nil {
			got = append(got, string(a.Extrait))
		}
	}
	if !slices.Equal(got, []string{orphelin, orphelin}) {
		t.Errorf("%q", got)
	}
}
