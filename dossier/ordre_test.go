package dossier

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// tirage draws facts, numbered from n, with versions and withdrawals.
type tirage struct {
	t     *rapid.T
	n     int
	faits []Fait
}

func (x *tirage) suivant() int { x.n++; return x.n }

func (x *tirage) autour(base string, jours int) string {
	return (jour(base) + v.Jour(rapid.IntRange(-jours, jours).Draw(x.t, "écart"))).String()
}

func un[T any](x *tirage, nom string, parmi ...T) T { return rapid.SampledFrom(parmi).Draw(x.t, nom) }

func (x *tirage) ajouter(max int, nom string, faire func() Fait) {
	for range rapid.IntRange(0, max).Draw(x.t, nom) {
		f := faire()
		if e := f.envoi(); e != nil {
			e.Reference, e.Version = fmt.Sprint("R", rapid.IntRange(1, 3).Draw(x.t, "référence")), int64(rapid.IntRange(1, 2).Draw(x.t, "version"))
			e.Retire = rapid.IntRange(0, 9).Draw(x.t, "retiré") == 0
		}
		f.ConnuLe = jour(x.autour("2026-06-01", 200))
		x.faits = append(x.faits, f)
	}
}

// evenements draws facts of every kind that a leave, an accident or an income
// brings, with gaps and contradictions.
func evenements(t *rapid.T, n int) []Fait {
	x := &tirage{t: t, n: n}
	x.famille()
	x.sinistres()
	x.ajouter(2, "revenus", func() Fait {
		return revenus(x.suivant(), un(x, "auteur", LUrssaf, LAssure), v.Centimes(rapid.IntRange(0, 5000000).Draw(t, "revenu")))
	})
	x.ajouter(2, "avis", func() Fait {
		f := avis(x.suivant(), un(x, "nature", droit.Initial, droit.Prolongation), x.autour("2026-03-12", 10), "2026-04-10")
		f.AvisArret.Risque = un(x, "risque", droit.AccidentTravail, droit.MaladiePro, droit.Pathologique, droit.Maternite)
		return f
	})
	x.ajouter(2, "signalements", func() Fait {
		f := signalement(x.suivant(), boulangerie, x.autour("2026-03-05", 10), "2026-05-01", nil)
		f.Signalement.Motif = un(x, "motif", "02", "03", "05", "06", "09", "19", "20")
		if rapid.Bool().Draw(t, "date d'accident") {
			f.Signalement.AccidentLe = jour(x.autour("2026-03-01", 3))
		}
		return f
	})
	x.ajouter(2, "bulletins", func() Fait {
		return bulletin(x.suivant(), un(x, "employeur", boulangerie, garage), un(x, "mois", "2026-01", "2026-02"), v.Centimes(rapid.IntRange(0, 500000).Draw(t, "brut")))
	})
	x.ajouter(1, "décès de l'assuré", func() Fait {
		return Fait{Genre: GenreEvenement, Source: piece(x.suivant()), Evenement: &Evenement{
			Envoi: Envoi{Identite: elodie}, Auteur: un(x, "auteur", EtatCivil, LaCaisse), Deces: &DecesDeclare{Le: jour(x.autour("2026-04-01", 20)), Lien: LienAssure}}}
	})
	return x.faits
}

func (x *tirage) famille() {
	auteurs := []Auteur{EtatCivil, Etablissement, LAssure, LEmployeur}
	x.ajouter(2, "grossesses", func() Fait { return grossesse(x.suivant(), x.autour("2026-06-10", 40), 1) })
	x.ajouter(2, "naissances", func() Fait {
		f := naissanceLe(x.suivant(), un(x, "auteur", auteurs...), x.autour("2026-06-10", 150), 1)
		f.Evenement.Naissance.Mere = rapid.Bool().Draw(x.t, "mère")
		return f
	})
	x.ajouter(2, "adoptions et décès", func() Fait {
		f := Fait{Genre: GenreEvenement, Source: piece(x.suivant()), Evenement: &Evenement{Envoi: envoi("E", 1), Auteur: un(x, "auteur", auteurs...)}}
		if rapid.Bool().Draw(x.t, "décès") {
			f.Evenement.Deces = &DecesDeclare{Le: jour(x.autour("2026-05-10", 2)), Lien: "enfant"}
		} else {
			f.Evenement.Adoption = &AdoptionDeclaree{ArriveeLe: jour(x.autour("2026-05-10", 5)), Enfants: 1}
		}
		return f
	})
	x.ajouter(3, "congés", func() Fait {
		le := ""
		if rapid.Bool().Draw(x.t, "événement nommé") {
			le = x.autour("2026-06-01", 60)
		}
		var ps []v.Periode
		for range rapid.IntRange(0, 2).Draw(x.t, "périodes") {
			du := jour(x.autour("2026-06-20", 90))
			ps = append(ps, v.P(du, du+v.Jour(rapid.IntRange(0, 30).Draw(x.t, "durée"))))
		}
		return conge(x.suivant(), un(x, "risque", droit.Maternite, droit.Paternite, droit.NaissanceConge, droit.AdoptionConge, droit.DeuilEnfant, droit.Pathologique, droit.AJAP), le, ps...)
	})
}

func (x *tirage) sinistres() {
	risques := []droit.Risque{droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro}
	x.ajouter(2, "déclarations", func() Fait { return dat(x.suivant(), x.autour("2026-03-01", 3)) })
	x.ajouter(2, "maladies", func() Fait {
		return dmp(x.suivant(), x.autour("2026-03-01", 90), "2026-07-01", un(x, "affection", "", "A1", "B2"))
	})
	x.ajouter(3, "certificats", func() Fait {
		du := x.autour("2026-03-10", 20)
		f := certificat(x.suivant(), un(x, "risque", risques...), x.autour("2026-03-01", 3), du, (jour(du) + 12).String())
		f.Certificat.Nature = un(x, "nature", CertificatInitial, CertificatProlongation, CertificatRechute, CertificatFinal)
		f.Certificat.Affection = un(x, "affection", "", "A1")
		if f.Certificat.Nature == CertificatFinal {
			f.Certificat.Arret, f.Certificat.Issue, f.Certificat.IssueLe = v.Periode{}, droit.Guerison, jour(du)+20
		}
		return f
	})
	x.ajouter(4, "actes", func() Fait {
		f := acte(x.suivant(), "", x.autour("2026-06-01", 90), un(x, "risque", risques...), "")
		f.Acte.Nature = un(x, "nature", NaturesActe...)
		if rapid.Bool().Draw(x.t, "sinistre nommé") {
			f.Acte.SinistreLe = jour(x.autour("2026-03-01", 3))
		}
		if rapid.Bool().Draw(x.t, "arrêt nommé") {
			f.Acte.ArretLe = jour(x.autour("2026-03-10", 15))
		}
		return f
	})
}

// Whatever their order of arrival, leaves, accidents and incomes fold to the
// same situation, on every day of their history: two versions, a withdrawal, a
// birth before its pregnancy, a decision before its accident.
func TestOrdreDArriveeDesEvenements(t *testing.T) {
	calculateur := NewCalculateur(table)
	rapid.Check(t, func(t *rapid.T) {
		faits := append(slices.Clone(usuelle()[:3]), evenements(t, 100)...)
		au := jour("2026-01-01") + v.Jour(rapid.IntRange(0, 400).Draw(t, "au"))
		var attendu []byte
		for range 3 {
			s := Plier(rapid.Permutation(faits).Draw(t, "ordre"), au)
			c, err := calculateur.Situation(&s, true)
			if err != nil {
				t.Fatal(err)
			}
			texte, err := json.Marshal(struct {
				S  Situation
				R  []droit.JourCalcule
				Q  []Question
				QV []Question
				C  []Chaine
			}{s, c.Resultat.Jours, c.Questions, c.AVenir, c.Chaines})
			if err != nil {
				t.Fatal(err)
			}
			if attendu == nil {
				attendu = texte
			} else if string(attendu) != string(texte) {
				t.Fatalf("l'ordre change le résultat :\n%s\n%s", attendu, texte)
			}
			coherent(t, &s)
		}
	})
}

// coherent checks what every case must be: links that lead somewhere, one
// origin for each arrêt, one name each.
func coherent(t *rapid.T, s *Situation) {
	vus := map[string]bool{}
	nommer := func(id string) {
		if id == "" || vus[id] {
			t.Fatalf("identifiant «%s» vide ou double", id)
		}
		vus[id] = true
	}
	for i := range s.Cas.Naissances {
		nommer(s.Cas.Naissances[i].ID)
	}
	for i := range s.Cas.Adoptions {
		nommer(s.Cas.Adoptions[i].ID)
	}
	for i := range s.Cas.Deces {
		nommer(s.Cas.Deces[i].ID)
	}
	for i := range s.Cas.Sinistres {
		nommer(s.Cas.Sinistres[i].ID)
		if s.Evenements[s.Cas.Sinistres[i].ID].ConnuLe == 0 {
			t.Fatalf("sinistre %s venu de nulle part", s.Cas.Sinistres[i].ID)
		}
	}
	for i := range s.Cas.Arrets {
		a := &s.Cas.Arrets[i]
		for _, lien := range []string{a.Naissance, a.Grossesse, a.Adoption, a.Deces, a.Sinistre} {
			if lien != "" && !vus[lien] {
				t.Fatalf("l'arrêt %s mène à «%s», qui n'est pas dans le cas", a.ID, lien)
			}
		}
	}
	for i := range s.Cas.Decisions {
		if d := &s.Cas.Decisions[i]; d.Sinistre != "" && !vus[d.Sinistre] {
			t.Fatalf("la décision %s mène à «%s»", d.Nature, d.Sinistre)
		}
	}
	for i := range s.Cas.Arrets {
		nommer("arret " + s.Cas.Arrets[i].ID)
	}
}
