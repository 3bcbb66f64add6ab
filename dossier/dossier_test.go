package dossier

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

func TestHistoireUsuelle(t *testing.T) {
	c := calculerFaits(t, usuelle())
	n, brut := etats(&c)
	if n[droit.Carence] != 3 || n[droit.Paye] != 11 || brut != 36157 || len(c.Questions) != 0 {
		t.Errorf("%v %s %v", n, brut, c.Questions)
	}
	if len(c.Chaines) != 1 || c.Chaines[0].Debut != jour("2026-03-02") || c.Chaines[0].Fin != jour("2026-03-15") {
		t.Errorf("dossiers %+v", c.Chaines)
	}
}

// A second reception, a re-sent file: the same facts twice change nothing.
func TestFaitsRepetes(t *testing.T) {
	une, deux := calculerFaits(t, usuelle()), calculerFaits(t, append(usuelle(), usuelle()...))
	if !reflect.DeepEqual(une.Resultat.Jours, deux.Resultat.Jours) {
		t.Error("les mêmes faits deux fois donnent un autre calendrier")
	}
}

func TestAnnuleEtRemplace(t *testing.T) {
	faits := append(usuelle(), paie(6, boulangerie, "2026-02", 180000, 9))
	c := calculerFaits(t, faits)
	if s := c.Situation.Cas.Activites[0].Salaires; len(s) != 3 || s[2].Brut.Ou(0) != 180000 {
		t.Errorf("salaires %+v", s)
	}
	faits = append(usuelle(), Fait{Genre: GenreAnnulation, ConnuLe: jour("2026-03-01"), Source: piece(7),
		Annulation: &Annulation{Employeur: boulangerie, Nature: GenreMensuelle, Mois: jour("2026-02-01"), Ordre: 9}})
	c = calculerFaits(t, faits)
	if len(c.Situation.Cas.Activites[0].Salaires) != 2 || len(c.Questions) != 1 || !strings.Contains(c.Questions[0].Phrase, "de février 2026") {
		t.Errorf("après annulation : %+v", c.Questions)
	}
}

// The person stands twice in one declaration, for two contracts: both count.
// The same contract twice counts once.
func TestDeuxFoisDansUneDeclaration(t *testing.T) {
	autre := paie(9, boulangerie, "2026-02", 50000, 3)
	autre.Mensuelle.Contrats[0].Numero = "00002"
	c := calculerFaits(t, append(usuelle(), autre))
	if b := c.Resultat.Bases[0]; b.SalairesRetablis[2].Cmp(v.F(2500, 1)) != 0 {
		t.Errorf("février vaut %s", b.SalairesRetablis[2])
	}
	autre.Mensuelle.Contrats[0].Numero = "00001"
	c = calculerFaits(t, append(usuelle(), autre))
	if b := c.Resultat.Bases[0]; b.SalairesRetablis[2].Cmp(v.F(500, 1)) != 0 && b.SalairesRetablis[2].Cmp(v.F(2000, 1)) != 0 {
		t.Errorf("février compté deux fois : %s", b.SalairesRetablis[2])
	}
}

func TestAttestationPrevautSurDSN(t *testing.T) {
	m := jour("2026-02-01")
	att := Fait{Genre: GenreAttestation, ConnuLe: jour("2026-03-10"), Source: piece(8), Attestation: &Attestation{
		Identite: elodie, Employeur: Employeur{SIRET: boulangerie}, Reference: "R1", Version: 1, Risque: droit.Maladie, DernierJour: jour("2026-03-01"),
		Salaires: []droit.Salaire{{Periode: v.P(m, m.FinMois()), Brut: v.Connu[v.Centimes](210000), Heures: v.Connu(v.Centiemes(15167))}},
	}}
	c := calculerFaits(t, append(usuelle(), att))
	if s := c.Situation.Cas.Activites[0].Salaires; len(s) != 3 || s[2].Brut.Ou(0) != 210000 {
		t.Errorf("salaires %+v", s)
	}
	if !slices.ContainsFunc(c.Resultat.Avis, func(a droit.Avis) bool { return a.Code == "SALAIRE_CONTRADICTOIRE" }) {
		t.Errorf("la contradiction n'est pas signalée : %v", c.Resultat.Avis)
	}
	if len(c.Situation.Lignes) != 1 {
		t.Errorf("une attestation sans numéro de contrat a créé une ligne : %+v", c.Situation.Lignes)
	}
}

func TestSalaireManquant(t *testing.T) {
	faits := slices.Delete(usuelle(), 1, 2)
	c := calculerFaits(t, faits)
	n, _ := etats(&c)
	if n[droit.Attente] != 11 || c.Resultat.Certain.Jours != 11 || c.Resultat.Certain.Brut != 11*2191 {
		t.Errorf("%v %+v", n, c.Resultat.Certain)
	}
	q := c.Questions[0]
	if q.Code != QuestionSalaire || q.AupresDe != "employeur:"+string(boulangerie) || q.Depuis != jour("2026-03-03") || !strings.Contains(q.Phrase, "le salaire de janvier 2026") {
		t.Errorf("question %+v", q)
	}
}

func TestArretSansAvis(t *testing.T) {
	c := calculerFaits(t, slices.Delete(usuelle(), 3, 4))
	n, _ := etats(&c)
	if n[droit.Attente] == 0 || n[droit.Paye] != 0 || c.Resultat.Certain.Brut != 0 {
		t.Errorf("%v %+v", n, c.Resultat.Certain)
	}
	if q := c.Questions[0]; q.Code != QuestionAvisArret || q.AupresDe != "assure" || q.Pour != v.P(jour("2026-03-02"), jour("2026-03-15")) {
		t.Errorf("question %+v", q)
	}
}

// Nothing is asked about a stop before the caisse hears of it, be it from the employer
// alone: it would pass for asked and recalled in vain on the day of its reception.
func TestQuestionDUnArretSignaleTard(t *testing.T) {
	tardif := signalement(5, boulangerie, "2026-03-01", "2026-03-15", nil)
	tardif.ConnuLe = jour("2026-06-20")
	c := calculerFaits(t, []Fait{paie(3, boulangerie, "2026-02", 200000, 3), tardif})
	salaires := 0
	for _, q := range c.Questions {
		if q.Depuis < tardif.ConnuLe {
			t.Errorf("%s attendu depuis le %s", q.Code, q.Depuis.Francais())
		}
		if q.Code == QuestionSalaire {
			salaires++
		}
	}
	if salaires == 0 {
		t.Errorf("aucun salaire n'est demandé : %+v", c.Questions)
	}
}

// An event about a first stop is not answered by the avis of a second one,
// even close after it.
func TestSignalementDUnAutreArret(t *testing.T) {
	faits := usuelle()
	faits[4] = signalement(5, boulangerie, "2026-02-15", "2026-02-20", nil)
	c := calculerFaits(t, faits)
	pose := slices.ContainsFunc(c.Questions, func(q Question) bool {
		return q.Code == QuestionAvisArret && q.Pour == v.P(jour("2026-02-16"), jour("2026-02-20"))
	})
	if !pose {
		t.Errorf("questions %+v", c.Questions)
	}
}

func TestDatesDiscordantes(t *testing.T) {
	faits := usuelle()
	faits[4] = signalement(5, boulangerie, "2026-03-06", "2026-03-15", nil)
	c := calculerFaits(t, faits)
	n, _ := etats(&c)
	if n[droit.Paye] == 0 || n[droit.Attente] == 0 {
		t.Errorf("les jours non discutés sont payés, les autres attendent : %v", n)
	}
	if q := c.Questions[0]; q.Code != QuestionDates || !strings.Contains(q.Phrase, "2 mars 2026") || !strings.Contains(q.Phrase, "6 mars 2026") {
		t.Errorf("question %+v", q)
	}
}

func TestSubrogation(t *testing.T) {
	faits := usuelle()
	faits[4] = signalement(5, boulangerie, "2026-03-01", "2026-03-15", &SubrogationDeclaree{Periode: v.P(jour("2026-03-02"), jour("2026-08-31")), IBAN: "FR7630006000011234567890189"})
	c := calculerFaits(t, faits)
	for _, j := range c.Resultat.Jours {
		if j.Etat == droit.Paye && j.Beneficiaire != droit.EmployeurBeneficiaire {
			t.Fatalf("%s payé à %s", j.Date, j.Beneficiaire)
		}
	}
	if len(c.Situation.Employeurs) != 1 {
		t.Errorf("comptes %+v", c.Situation.Employeurs)
	}
}

func TestRenumerotation(t *testing.T) {
	faits := usuelle()
	faits[2].Mensuelle.Contrats[0].Numero, faits[2].Mensuelle.Contrats[0].AncienNumero = "00002", "00001"
	c := calculerFaits(t, faits)
	if len(c.Situation.Lignes) != 1 || c.Situation.Lignes[0].Contrat != "00001" {
		t.Errorf("lignes %+v", c.Situation.Lignes)
	}
}

// histoire draws facts of every kind about one person, with gaps, repeats and
// contradictions.
func histoire(t *rapid.T) []Fait {
	var faits []Fait
	n := 0
	suivant := func() int { n++; return n }
	for _, s := range []v.SIRET{boulangerie, garage}[:rapid.IntRange(1, 2).Draw(t, "employeurs")] {
		for _, m := range []string{"2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"} {
			for k := range rapid.IntRange(0, 2).Draw(t, "déclarations") {
				faits = append(faits, paie(suivant(), s, m, v.Centimes(rapid.IntRange(0, 400000).Draw(t, "brut")), int64(k+1)))
			}
		}
		if rapid.Bool().Draw(t, "signalé") {
			d := jour("2026-03-01") + v.Jour(rapid.IntRange(-3, 8).Draw(t, "djt"))
			f := signalement(suivant(), s, d.String(), (d + 12).String(), nil)
			if rapid.Bool().Draw(t, "subrogé") {
				f.Signalement.Subrogation = &SubrogationDeclaree{Periode: v.P(d+1, d+20), IBAN: "FR7630006000011234567890189"}
			}
			faits = append(faits, f)
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "avis") {
		du := jour("2026-03-01") + v.Jour(rapid.IntRange(0, 40).Draw(t, "du"))
		nature := rapid.SampledFrom([]droit.NatureArret{droit.Initial, droit.Prolongation}).Draw(t, "nature")
		faits = append(faits, avis(suivant(), nature, du.String(), (du+v.Jour(rapid.IntRange(0, 40).Draw(t, "durée"))).String()))
	}
	if rapid.Bool().Draw(t, "annulation") {
		faits = append(faits, Fait{Genre: GenreAnnulation, ConnuLe: jour("2026-03-01"), Source: piece(suivant()),
			Annulation: &Annulation{Employeur: boulangerie, Nature: GenreMensuelle, Mois: jour("2026-01-01"), Ordre: 2}})
	}
	return faits
}

// Whatever their order of arrival, the same facts give the same situation, the
// same calendar and the same questions, byte for byte.
func TestOrdreDArrivee(t *testing.T) {
	calculateur := NewCalculateur(table)
	rapid.Check(t, func(t *rapid.T) {
		faits := histoire(t)
		var attendu []byte
		for range 3 {
			s := Plier(rapid.Permutation(faits).Draw(t, "ordre"), jour("2026-12-31"))
			c, err := calculateur.Situation(&s, true)
			if err != nil {
				t.Fatal(err)
			}
			texte, err := json.Marshal(struct {
				S Situation
				R []droit.JourCalcule
				E []droit.Etape
				Q []Question
				C []Chaine
			}{s, c.Resultat.Jours, c.Resultat.Explication, c.Questions, c.Chaines})
			if err != nil {
				t.Fatal(err)
			}
			if attendu == nil {
				attendu = texte
			} else if string(attendu) != string(texte) {
				t.Fatalf("l'ordre change le résultat :\n%s\n%s", attendu, texte)
			}
		}
	})
}

// What is certain while a pay is missing never exceeds what is due once it is
// known, whatever it turns out to be.
func TestCertainNeDepasseJamais(t *testing.T) {
	calculateur := NewCalculateur(table)
	rapid.Check(t, func(t *rapid.T) {
		faits := histoire(t)
		manquante := rapid.IntRange(0, len(faits)-1).Draw(t, "manquante")
		calculer := func(fs []Fait) Calcul {
			s := Plier(fs, jour("2026-12-31"))
			c, err := calculateur.Situation(&s, false)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		if faits[manquante].Genre != GenreMensuelle {
			return
		}
		m := faits[manquante].Mensuelle
		sans := slices.DeleteFunc(slices.Clone(faits), func(f Fait) bool {
			return f.Mensuelle != nil && f.Mensuelle.Mois == m.Mois && f.Mensuelle.Employeur.SIRET == m.Employeur.SIRET || f.Genre == GenreAnnulation
		})
		if !slices.ContainsFunc(sans, func(f Fait) bool { return f.Mensuelle != nil && f.Mensuelle.Employeur.SIRET == m.Employeur.SIRET }) {
			return // the contract itself is no longer known: nothing was asked
		}
		avant, apres := calculer(sans), calculer(append(slices.Clone(sans), faits[manquante]))
		if len(apres.Questions) > 0 {
			return
		}
		dus := map[cleJour]v.Centimes{}
		for _, j := range apres.Resultat.Jours {
			if j.Etat == droit.Paye || j.Etat == droit.Attente {
				dus[cleJour{j.Date, 0, j.Risque}] += j.IJ
			}
		}
		certains := map[cleJour]v.Centimes{}
		for _, j := range avant.Resultat.Jours {
			if j.Etat == droit.Paye || j.Etat == droit.Attente {
				certains[cleJour{j.Date, 0, j.Risque}] += j.IJ
			}
		}
		for k, c := range certains {
			if c > dus[k] {
				t.Fatalf("%s : certain %s, finalement dû %s", k.date, c, dus[k])
			}
		}
	})
}
