package dsn

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"accord/valeur"

	"pgregory.net/rapid"
)

// What is written is read back equal, with nothing to say against the form.
func TestEcrirePuisLire(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := tirerEnvoi(rt)
		var b bytes.Buffer
		if err := Write(&b, e); err != nil {
			rt.Fatal(err)
		}
		lu, anomalies := Read(b.Bytes())
		for _, a := range anomalies {
			if a.Gravite != Signalee { // dates drawn at random are not coherent
				rt.Errorf("%s", a.Phrase)
			}
		}
		if !reflect.DeepEqual(nu(lu), nu(e)) {
			rt.Errorf("lu\n%+v\nécrit\n%+v\n%s", nu(lu), nu(e), b.Bytes())
		}
		var encore bytes.Buffer
		if err := Write(&encore, lu); err != nil || !bytes.Equal(encore.Bytes(), b.Bytes()) {
			rt.Errorf("la seconde écriture diffère : %v", err)
		}
	})
}

// The fixtures of norms that can be written are written back to the byte; that
// of two declarations holds blocks that have no field.
func TestReecrireLesFixtures(t *testing.T) {
	fichiers, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range fichiers {
		if !strings.HasSuffix(f.Name(), ".dsn") || f.Name() == "deux_declarations.dsn" {
			continue
		}
		n++
		data := fixture(t, f.Name())
		e, _ := Read(data)
		var b bytes.Buffer
		if err := Write(&b, e); err != nil || !bytes.Equal(b.Bytes(), data) {
			t.Errorf("%s : %v\n%s", f.Name(), err, b.Bytes())
		}
	}
	if n < 8 {
		t.Errorf("%d fixtures", n)
	}
}

// Whatever one line becomes, the other persons of the file are read the same.
func TestUneLigneFausseNeToucheQuUnePersonne(t *testing.T) {
	data := fixture(t, "mensuelle_2026_09.dsn")
	sain, _ := Read(data)
	lignes := strings.SplitAfter(string(data), "\n")
	autre := sain.Declarations[0].Individus[1]
	rapid.Check(t, func(rt *rapid.T) {
		p := sain.Declarations[0].Individus[0]
		n := rapid.IntRange(p.Premiere, p.Derniere).Draw(rt, "ligne")
		copie := append([]string(nil), lignes...)
		copie[n-1] = tirerLigneFausse(rt, strings.TrimSpace(copie[n-1])) + "\r\n"
		e, anomalies := Read([]byte(strings.Join(copie, "")))
		if len(e.Declarations) != 1 {
			rt.Fatalf("déclaration perdue : %+v", anomalies)
		}
		d := &e.Declarations[0]
		if len(d.Individus) == 0 {
			rt.Fatalf("second individu perdu : %+v", anomalies)
		}
		if dernier := d.Individus[len(d.Individus)-1]; !reflect.DeepEqual(dernier.Contrats, autre.Contrats) || !bytes.Equal(dernier.Brut, autre.Brut) {
			rt.Errorf("la ligne %d, devenue %q, change le second individu", n, copie[n-1])
		}
	})
}

func TestEcritureRefuse(t *testing.T) {
	for _, c := range []struct {
		nom     string
		fichier string
		gater   func(*Envoi)
		erreur  string
	}{
		{"caractère hors du jeu", "arret.dsn", func(e *Envoi) { premier(e).NomFamille = "ŁUKASZ" },
			"DSN : déclaration 1, individu 1, S21.G00.30.002 (Nom de famille) : le caractère « Ł » (U+0141) n'existe pas en ISO-8859-1"},
		{"fin de ligne dans une valeur", "arret.dsn", func(e *Envoi) { premier(e).Prenoms = "A\nB" },
			"DSN : déclaration 1, individu 1, S21.G00.30.004 (Prénoms) : le caractère « \n » (U+000A) n'existe pas en ISO-8859-1"},
		{"norme inconnue", "arret.dsn", func(e *Envoi) { e.Version = "P27V01" },
			"DSN : norme « P27V01 » : on ne sait écrire que P25V01, P26V01"},
		{"rubrique absente", "arret.dsn", func(e *Envoi) { e.Declarations[0].NumeroOrdre = 0 },
			"DSN : déclaration 1, S20.G00.05.004 (Numéro d'ordre de la déclaration) : cette rubrique manque"},
		{"rubrique qu'une mensuelle doit avoir", "mensuelle_2026_07.dsn", func(e *Envoi) { premier(e).Contrats[0].Quotite = valeur.Option[valeur.Centiemes]{} },
			"DSN : déclaration 1, individu 1, S21.G00.40.013 (Quotité de travail du contrat) : cette rubrique manque"},
		{"rubrique d'une autre version", "accident.dsn", func(e *Envoi) { e.Declarations[0].TypeSubstitution = "01" },
			"DSN : déclaration 1, S20.G00.05.013 (Type de nature de la DSN de substitution) : cette rubrique n'existe pas dans cette version de la norme"},
		{"NIR faux", "arret.dsn", func(e *Envoi) { premier(e).NIR = "3850199999001" },
			"DSN : déclaration 1, individu 1, S21.G00.30.001 (Numéro d'inscription au répertoire (NIR)) : « 385…001 » ne va pas, attendu : un NIR de 13 caractères, sans clé"},
		{"code inconnu", "arret.dsn", func(e *Envoi) { premier(e).Contrats[0].Arrets[0].MotifReprise = "09" },
			"DSN : déclaration 1, individu 1, S21.G00.60.011 (Motif de la reprise) : « 09 » ne va pas, attendu : un des codes 01, 02, 03"},
		{"bloc vide", "mensuelle_2026_07.dsn", func(e *Envoi) {
			e.Declarations[0].Nature = NatureSubstitution
			premier(e).Contrats[0].Retraites[0].Regime = ""
		}, "DSN : déclaration 1, individu 1, bloc S21.G00.71 vide"},
		{"aucune déclaration", "arret.dsn", func(e *Envoi) { e.Declarations = nil },
			"DSN : S90.G00.90.002 (Nombre de déclarations) : cette rubrique manque"},
	} {
		t.Run(c.nom, func(t *testing.T) {
			e, _ := Read(fixture(t, c.fichier))
			c.gater(e)
			var b bytes.Buffer
			if err := Write(&b, e); err == nil || err.Error() != c.erreur || b.Len() > 0 {
				t.Errorf("erreur %q, %d octets écrits\nattendu %q", err, b.Len(), c.erreur)
			}
		})
	}
}

type bouche struct{}

var errBouche = errors.New("disque plein")

func (bouche) Write([]byte) (int, error) { return 0, errBouche }

func TestEcritureRendLErreurDuSupport(t *testing.T) {
	e, _ := Read(fixture(t, "arret.dsn"))
	if err := Write(bouche{}, e); !errors.Is(err, errBouche) {
		t.Errorf("%v", err)
	}
}
