package dsn

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"accord/valeur"
)

func date(s string) valeur.Jour {
	j, err := valeur.ParseJour(s)
	if err != nil {
		panic(err)
	}
	return j
}

func TestMensuelles(t *testing.T) {
	brut := map[string]valeur.Centimes{"07": 190000, "08": 159000, "09": 121000}
	for i, mois := range []string{"07", "08", "09"} {
		e := lireSansAnomalie(t, "mensuelle_2026_"+mois+".dsn")
		if e.Essai || e.Version != "P26V01" || len(e.Declarations) != 1 {
			t.Fatalf("en-tête de %s : %+v", mois, e)
		}
		d := &e.Declarations[0]
		if d.Nature != NatureMensuelle || d.Type != TypeNormale || d.NumeroOrdre != int64(101+i) ||
			d.Mois != date("2026-"+mois+"-01") || d.SIRET() != "00000000000000" {
			t.Errorf("déclaration de %s : %+v", mois, d)
		}
		p := &d.Individus[0]
		if p.NIR != "2850199999001" || p.NomFamille != "D'AURÉ L'HER" || p.Prenoms != "Jade" || p.Naissance != date("1985-01-15") {
			t.Errorf("individu de %s : %+v", mois, p)
		}
		r := &p.Versements[0].Remunerations[0]
		if r.Type != RemunerationBrute || r.Montant.Ou(0) != brut[mois] || r.Periode.Du != date("2026-"+mois+"-01") {
			t.Errorf("brut de %s : %+v", mois, r)
		}
	}
}

// August holds what a plain month does not: a renumbered contract, an unpaid
// absence, a re-established wage, overtime, a regularisation, a bonus.
func TestMensuelleComplete(t *testing.T) {
	e := lireSansAnomalie(t, "mensuelle_2026_08.dsn")
	p := &e.Declarations[0].Individus[0]
	c, v := &p.Contrats[0], &p.Versements[0]
	if len(c.Changements) != 1 || c.Changements[0].AncienNumero != "VEND00017" {
		t.Errorf("changements : %+v", c.Changements)
	}
	if c.RegimeMaladie != "200" || c.EmploisMultiples != "02" || c.Quotite.Ou(0) != 15167 || c.Unite != UniteHeure {
		t.Errorf("contrat : %+v", c)
	}
	s := c.Suspensions[0]
	if s.Motif != "501" || s.Periode != valeur.P(date("2026-08-10"), date("2026-08-14")) {
		t.Errorf("suspension : %+v", s)
	}
	var types []TypeRemuneration
	for _, r := range v.Remunerations {
		types = append(types, r.Type)
	}
	if want := []TypeRemuneration{"001", "002", "003", "010", "017", "001"}; !reflect.DeepEqual(types, want) {
		t.Errorf("rémunérations %v, attendu %v", types, want)
	}
	if a := v.Remunerations[1].Activites; len(a) != 2 || a[1].Type != ActiviteAbsence || a[1].Mesure.Ou(0) != 3500 {
		t.Errorf("activités : %+v", a)
	}
	if h := v.Remunerations[4]; h.Heures.Ou(0) != 350 || h.Montant.Ou(0) != 4860 {
		t.Errorf("heures supplémentaires : %+v", h)
	}
	if r := v.Remunerations[5]; r.Montant.Ou(0) != -2500 || r.Periode.Du != date("2026-07-01") {
		t.Errorf("régularisation : %+v", r)
	}
	if p := v.Primes[0]; p.Type != "026" || p.Montant.Ou(0) != 45000 || p.Periode.Au != date("2026-06-30") {
		t.Errorf("prime : %+v", p)
	}
	if v.TauxPAS.Ou(0) != 210 || v.ElementsNets[0].Type != "03" || v.ElementsNets[0].Montant.Ou(0) != 132000 {
		t.Errorf("versement : %+v", v)
	}
	if b := v.Bases; len(b) != 2 || len(b[0].Composants) != 1 || len(b[1].Cotisations) != 1 || b[1].Cotisations[0].Taux.Ou(0) != 242 {
		t.Errorf("bases : %+v", b)
	}
}

// September holds the passage to therapeutic part-time and a contract's end.
func TestTempsPartielEtFinDeContrat(t *testing.T) {
	e := lireSansAnomalie(t, "mensuelle_2026_09.dsn")
	d := &e.Declarations[0]
	if len(d.Individus) != 2 {
		t.Fatalf("%d individus", len(d.Individus))
	}
	a := d.Individus[0].Contrats[0].Arrets
	if len(a) != 2 || a[0].MotifReprise != RepriseTPT || a[0].Reprise != date("2026-09-21") || a[0].Subrogation.EstConnu() ||
		a[1].Motif != MotifTPTMaladie || len(a[1].TempsPartiels) != 1 || a[1].TempsPartiels[0].Perte.Ou(0) != 31045 {
		t.Errorf("arrêts : %+v", a)
	}
	c := &d.Individus[1].Contrats[0]
	if c.FinPrevue != date("2026-09-30") || len(c.Fins) != 1 || c.Fins[0].Motif != "031" || c.Modalite != "20" {
		t.Errorf("contrat fini : %+v", c)
	}
}

func TestSignalements(t *testing.T) {
	d := lireSansAnomalie(t, "arret.dsn").Declarations[0]
	if d.Nature != NatureArret || d.IdentifiantMetier != "LILAS-2026-31" || !d.Mois.IsZero() || d.DateConstitution != date("2026-10-16") {
		t.Errorf("signalement d'arrêt : %+v", d)
	}
	a := d.Individus[0].Contrats[0].Arrets[0]
	a.Lignes = Lignes{}
	if want := (Arret{Motif: MotifMaladie, DernierJourTravaille: date("2026-10-14"), FinPrevue: date("2026-10-28"),
		Subrogation: valeur.Connu(true), PeriodeSubrogation: valeur.P(date("2026-10-15"), date("2027-10-14")),
		IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX", SIRETCentralisateur: "00000000000018"}); !reflect.DeepEqual(a, want) {
		t.Errorf("arrêt subrogé %+v, attendu %+v", a, want)
	}

	e := lireSansAnomalie(t, "accident.dsn")
	a = e.Declarations[0].Individus[0].Contrats[0].Arrets[0]
	if !e.Essai || e.Version != "P25V01" || a.Motif != MotifAccident || a.DateAccident != date("2026-10-08") ||
		a.Subrogation != valeur.Connu(false) || !a.IBAN.IsZero() {
		t.Errorf("accident : %+v", a)
	}

	d = lireSansAnomalie(t, "reprise.dsn").Declarations[0]
	a = d.Individus[0].Contrats[0].Arrets[0]
	if d.Nature != NatureReprise || a.Reprise != date("2026-10-23") || a.MotifReprise != RepriseNormale || a.Subrogation.EstConnu() {
		t.Errorf("reprise : %+v", a)
	}
}

func TestAnnuleEtRemplace(t *testing.T) {
	d := lireSansAnomalie(t, "annule_remplace.dsn").Declarations[0]
	if d.Type != TypeAnnuleRemplace || !d.Type.Remplace() || d.NumeroOrdre != 107 || d.Remplacee != "LILAS-101" || d.Mois != date("2026-07-01") {
		t.Errorf("annule et remplace : %+v", d)
	}
	d = lireSansAnomalie(t, "annule.dsn").Declarations[0]
	if d.Type != TypeAnnule || d.Nature != NatureArret || len(d.Individus) != 0 || d.Remplacee != "LILAS-104" {
		t.Errorf("annule : %+v", d)
	}
	if TypeNormale.Remplace() || TypeNormaleSansIndividu.Remplace() {
		t.Error("une déclaration normale ne remplace rien")
	}
}

// Two declarations in one file with bare LF, unknown rubric and unknown block.
func TestDeuxDeclarations(t *testing.T) {
	data := fixture(t, "deux_declarations.dsn")
	if bytes.Contains(data, []byte("\r")) {
		t.Fatal("la fixture doit avoir des fins de ligne LF")
	}
	e := lireSansAnomalie(t, "deux_declarations.dsn")
	var sirets, noms []string
	for _, d := range e.Declarations {
		sirets = append(sirets, string(d.SIRET()))
		for _, i := range d.Individus {
			noms = append(noms, i.NomFamille)
		}
	}
	if want := []string{"00000000000000", "00000000000018"}; !reflect.DeepEqual(sirets, want) {
		t.Errorf("SIRET %v, attendu %v", sirets, want)
	}
	if want := []string{"D'AURÉ L'HER", "LEROY", "NGUYÊN"}; !reflect.DeepEqual(noms, want) {
		t.Errorf("noms %v, attendu %v", noms, want)
	}
	// Line endings change nothing.
	crlf, _ := Read(bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")))
	if !reflect.DeepEqual(nu(crlf), nu(e)) {
		t.Error("CRLF et LF ne donnent pas le même arbre")
	}
}

// Every node can be traced to its lines, and the person to its bytes.
func TestLignesEtOctets(t *testing.T) {
	data := fixture(t, "deux_declarations.dsn")
	lignes := bytes.SplitAfter(data, []byte("\n"))
	e, _ := Read(data)
	d := &e.Declarations[1]
	p := &d.Individus[0]
	if want := bytes.Join(lignes[p.Premiere-1:p.Derniere], nil); !bytes.Equal(p.Brut, want) {
		t.Errorf("octets de l'individu %q, attendu %q", p.Brut, want)
	}
	if !bytes.HasPrefix(p.Brut, []byte("S21.G00.30.001,'1900299999017'\n")) || !bytes.HasSuffix(p.Brut, latin("S21.G00.99.001,'BLOC À VENIR'\n")) {
		t.Errorf("l'individu doit aller du NIR au bloc inconnu : %q", p.Brut)
	}
	if r := p.Rubriques[len(p.Rubriques)-1]; r.Code.String() != "S21.G00.99.001" || r.Valeur != "BLOC À VENIR" || r.Ligne != p.Derniere {
		t.Errorf("la rubrique inconnue n'est pas gardée : %+v", r)
	}
	if inconnue := e.Declarations[0].Individus[0].Rubriques; inconnue[len(inconnue)-1].Code.String() != "S21.G00.60.999" {
		t.Errorf("rubrique inconnue d'un bloc connu : %+v", inconnue[len(inconnue)-1])
	}
	a := &p.Contrats[0].Arrets[0]
	if got := string(lignes[a.Premiere-1]); !strings.HasPrefix(got, "S21.G00.60.001") || a.Derniere != p.Derniere {
		t.Errorf("arrêt aux lignes %v, ligne %q", a.Lignes, got)
	}
	// The workplace (85) belongs to the establishment, not to the last person.
	dernier := &d.Individus[1]
	if got := string(lignes[d.Derniere-1]); !strings.HasPrefix(got, "S21.G00.85.001") || dernier.Derniere != d.Derniere-1 {
		t.Errorf("déclaration %v, dernier individu %v, ligne %q", d.Lignes, dernier.Lignes, got)
	}
	if e.Lignes != (Lignes{1, len(lignes) - 1}) || len(e.Rubriques) != e.Derniere {
		t.Errorf("envoi %v, %d rubriques", e.Lignes, len(e.Rubriques))
	}
}

// A block goes to the nearest parent before it, wherever it stands; so does an
// 81 written after all the 78.
func TestHierarchiePositionnelle(t *testing.T) {
	data := fixture(t, "mensuelle_2026_07.dsn")
	data = changer(t, data, "S21.G00.86.001,'07'", "S21.G00.60.001,'01'", "S21.G00.60.002,'30072026'", "S21.G00.60.003,'05082026'",
		"S21.G00.79.001,'90'", "S21.G00.79.004,'1.00'", "S21.G00.86.001,'07'")
	e, anomalies := Read(data)
	if len(anomalies) > 0 {
		t.Fatal(anomalies[0].Phrase)
	}
	p := &e.Declarations[0].Individus[0]
	if len(p.Contrats[0].Arrets) != 1 {
		t.Error("l'arrêt écrit après le versement n'est pas rattaché au contrat")
	}
	bases := p.Versements[0].Bases
	if len(bases[0].Composants) != 1 || len(bases[1].Composants) != 1 || bases[1].Composants[0].Type != "90" {
		t.Errorf("le composant n'est pas rattaché à la dernière base : %+v", bases)
	}
}

func TestEncodages(t *testing.T) {
	latin1 := fixture(t, "arret.dsn")
	e, _ := Read(latin1)
	utf8 := []byte(decoderLatin(string(latin1)))
	for nom, data := range map[string][]byte{"UTF-8": utf8, "UTF-8 avec marque": append([]byte(marqueUTF8), utf8...)} {
		f, anomalies := Read(data)
		if !reflect.DeepEqual(nu(f), nu(e)) {
			t.Errorf("%s : %q", nom, f.Declarations[0].Individus[0].NomFamille)
		}
		if len(anomalies) != 1 || anomalies[0].Gravite != Signalee || anomalies[0].Attendu != "ISO-8859-1" {
			t.Errorf("%s : %+v", nom, anomalies)
		}
	}
	// 0x9C is œ for Windows, nothing in ISO-8859-1.
	f, anomalies := Read(bytes.Replace(latin1, latin("'D'AURÉ L'HER'"), []byte("'LEC\x9cUR'"), 1))
	if nom := f.Declarations[0].Individus[0].NomFamille; nom != "LECœUR" || len(anomalies) > 0 {
		t.Errorf("nom %q, %v", nom, anomalies)
	}
}
