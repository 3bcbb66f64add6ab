package calcul

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// horsContrat lists what the case holds and no key of the contract states.
var horsContrat = []string{"Arrets.Empreinte"}

// Every field of the case is filled by a key: a field added to droit.Cas
// without its key, or a key read into nothing, fails here.
func TestChaqueChampDuCasAUneCle(t *testing.T) {
	cas, p, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	if p != (Presentation{}) {
		t.Errorf("présentation: %+v", p)
	}
	vides := map[string]bool{}
	remplis := map[string]bool{}
	explorer(reflect.ValueOf(*cas), "", vides, remplis)
	for nom := range vides {
		if !remplis[nom] && !slices.Contains(horsContrat, nom) {
			t.Errorf("le champ %s n'est rempli par aucune clé", nom)
		}
	}
}

// explorer walks a value and notes which fields are zero, and which are not.
func explorer(x reflect.Value, chemin string, vides, remplis map[string]bool) {
	switch x.Kind() {
	case reflect.Slice:
		for i := range x.Len() {
			explorer(x.Index(i), chemin, vides, remplis)
		}
	case reflect.Struct:
		if _, option := x.Type().FieldByName("ok"); option {
			vides[chemin] = x.IsZero()
			remplis[chemin] = remplis[chemin] || !x.IsZero()
			return
		}
		for i := range x.NumField() {
			nom := strings.TrimPrefix(chemin+"."+x.Type().Field(i).Name, ".")
			explorer(x.Field(i), nom, vides, remplis)
		}
		return
	}
	vides[chemin] = true
	remplis[chemin] = remplis[chemin] || !x.IsZero()
}

// Some values of the complete case, one of each kind.
func TestValeursLues(t *testing.T) {
	cas, _, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	e, a := cas.Activites[0], cas.Arrets[0]
	for _, c := range []struct {
		nom         string
		lu, attendu any
	}{
		{"id", cas.ID, "complet: «toutes les clés»"},
		{"connu_au", cas.ConnuAu, v.NewJour(2026, 11, 23)},
		{"arrondi maladie", cas.Options.Arrondi.Maladie, v.Connu(v.Troncature)},
		{"arrondi tns", cas.Options.Arrondi.TNS, v.Connu(v.DemiSuperieur)},
		{"choix triés", cas.Options.Choix, []droit.Choix{{Point: "AUT-U-3", Lecture: "31"}, {Point: "MAL-U-18", Lecture: "refus"}}},
		{"taux", cas.Assure.TauxPAS, v.Connu(v.Centiemes(350))},
		{"booléen à trois états", cas.Assure.RSAOuPrimeActivite, v.Connu(false)},
		{"dates", cas.Assure.RetardsAnterieurs, []v.Jour{v.NewJour(2025, 5, 2), v.NewJour(2025, 8, 19)}},
		{"heures", e.Salaires[0].Heures, v.Connu(v.Centiemes(15167))},
		{"une décimale", e.Salaires[0].Retabli, v.Connu(v.Centimes(201050))},
		{"rien n'est pas inconnu", e.Salaires[1].Brut, v.Connu(v.Centimes(0))},
		{"null est inconnu", e.Salaires[1].Retabli, v.Option[v.Centimes]{}},
		{"déficit", cas.Activites[1].Revenus[0].Montant, v.Centimes(-120000)},
		{"entier", cas.Naissances[0].SemainesAmenorrhee, v.Connu(39)},
		{"mot", a.Prescripteur, droit.SpecialisteAdresse},
		{"liste d'ids", a.Activites, []string{"E1", "T1"}},
		{"liste vide, connue", cas.Arrets[1].Activites, []string{}},
		{"liste absente, inconnue", cas.Activites[2].Salaires, []droit.Salaire(nil)},
		{"période", cas.Naissances[0].CongeNaissance, v.P(v.NewJour(2026, 5, 29), v.NewJour(2026, 6, 2))},
	} {
		if !reflect.DeepEqual(c.lu, c.attendu) {
			t.Errorf("%s: lu %#v, attendu %#v", c.nom, c.lu, c.attendu)
		}
	}
}

func TestPresentationParDefaut(t *testing.T) {
	for texte, attendu := range map[string]Presentation{
		`{"schema":"accord/cas/1"}`:                                                  {true, true},
		`{"schema":"accord/cas/1","options":null}`:                                   {true, true},
		`{"schema":"accord/cas/1","options":{"jours":null,"explication":false}}`:     {true, false},
		`{"schema":"accord/cas/1","options":{"jours":false}}`:                        {false, true},
		"\xEF\xBB\xBF" + ` { "schema" : "accord\/cas\/1" } ` + "\r\n":                {true, true},
		`{"options":{"explication":true,"jours":true},"sch\u0065ma":"accord/cas/1"}`: {true, true},
	} {
		if _, p, err := Read([]byte(texte)); err != nil || p != attendu {
			t.Errorf("%s: %+v, %v", texte, p, err)
		}
	}
}

// A reader that has served gives what a new one gives, and keeps nothing of the
// case before, refused or not.
func TestLecteurReutilise(t *testing.T) {
	l := NewLecteur()
	for _, nom := range []string{"complet.cas.json", "ordinaire.cas.json", "complet.cas.json", "ordinaire.cas.json"} {
		if _, _, err := l.Lire([]byte(`{"schema":"accord/cas/1","arrets":[{"id":"Z"`)); err == nil {
			t.Fatal("un cas coupé est accepté")
		}
		lu, p, err := l.Lire(fixture(t, nom))
		if err != nil {
			t.Fatal(err)
		}
		neuf, q, err := Read(fixture(t, nom))
		if err != nil || p != q || !reflect.DeepEqual(lu, neuf) {
			t.Errorf("%s: le lecteur réutilisé lit autre chose", nom)
		}
	}
}

// Forty employers over thirty years are a case like any other.
func TestQuaranteEmployeursTrenteAns(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"schema":"accord/cas/1","activites":[`)
	for i := range 40 {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`{"id":"E` + string(rune('0'+i/10)) + string(rune('0'+i%10)) + `","nature":"salarie","employeur":"73282932000074","salaires":[`)
		for m := range 360 {
			if m > 0 {
				b.WriteByte(',')
			}
			debut := v.NewJour(1996, 1, 1).AjouterMois(m)
			b.WriteString(`{"du":"` + debut.String() + `","au":"` + debut.FinMois().String() + `","brut":"50.00","heures":"4.00"}`)
		}
		b.WriteString(`]}`)
	}
	b.WriteString(`],"arrets":[{"id":"A","risque":"maladie","debut":"2026-01-05","fin":"2026-01-20"}]}`)
	cas, _, err := Read([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if len(cas.Activites) != 40 || len(cas.Activites[39].Salaires) != 360 || cas.Activites[0].ID != "E00" {
		t.Error("le cas n'est pas lu en entier")
	}
}
