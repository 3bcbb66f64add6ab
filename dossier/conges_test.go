package dossier

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// A leave asked for without its days by someone of whom no work runs, or is known, is
// asked about all the same, and stands on the calendar: no request is left in silence.
func TestCongeSansDateSansTravail(t *testing.T) {
	activites := func(ps ...v.Periode) Fait {
		f := Fait{Genre: GenreRevenus, ConnuLe: jour("2026-05-01"), Source: piece(1), Revenus: &Revenus{Envoi: envoi("R", 1), Auteur: LUrssaf, EtabliLe: jour("2026-05-01")}}
		for i, p := range ps {
			f.Revenus.Activites = append(f.Revenus.Activites, ActiviteDeclaree{Numero: string(rune('1' + i)), Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: p})
		}
		return f
	}
	finie := v.P(jour("2015-01-01"), jour("2021-06-30"))
	nomme := conge(2, droit.AdoptionConge, "")
	nomme.Conge.Employeur = boulangerie
	for _, c := range []struct {
		nom   string
		faits []Fait
		ligne string
	}{
		{"rien n'est connu", []Fait{conge(2, droit.Maternite, "")}, ""},
		{"rien n'est connu, deuil", []Fait{conge(2, droit.DeuilEnfant, "")}, ""},
		{"l'employeur est nommé", []Fait{nomme}, string(boulangerie)},
		{"le travail a cessé", []Fait{activites(finie), conge(2, droit.Pathologique, "")}, "INDEPENDANT/1"},
		{"deux travaux ont cessé : le dernier", []Fait{activites(finie, v.P(jour("2022-01-01"), jour("2026-03-31"))), conge(2, droit.Maternite, "")}, "INDEPENDANT/2"},
		{"le travail commence après", []Fait{activites(v.P(jour("2026-09-01"), 0)), conge(2, droit.Paternite, "")}, "INDEPENDANT/1"},
	} {
		s := plierAu(c.faits, "2026-07-01")
		if len(s.Signales) != 1 || s.Signales[0].Ligne != c.ligne {
			t.Errorf("%s : %+v\n%+v", c.nom, s.Signales, s.Lignes)
			continue
		}
		calcul, err := NewCalculateur(table).Situation(&s, false)
		if err != nil {
			t.Fatal(err)
		}
		demande, pose := jour("2026-06-01"), false
		for _, q := range calcul.Questions {
			pose = pose || q.AupresDe == "assure" && q.Pour.Contient(demande) && q.Depuis == jour("2026-06-02")
		}
		attend := len(calcul.Chaines) == 1 && len(calcul.Resultat.Jours) == 1 && calcul.Resultat.Jours[0].Etat == droit.Attente && calcul.Resultat.Jours[0].Date == demande
		if !pose || !attend {
			t.Errorf("%s : questions %+v\njours %+v", c.nom, calcul.Questions, calcul.Resultat.Jours)
		}
	}
}

// A mother rests from all her work: a request that names one employer leaves the
// leave that follows from the birth on the others that run, and on those alone.
func TestMaterniteDemandeePourUnEmploi(t *testing.T) {
	activite := Fait{Genre: GenreRevenus, ConnuLe: jour("2026-01-05"), Source: piece(1), Revenus: &Revenus{Envoi: envoi("R", 1), Auteur: LUrssaf, EtabliLe: jour("2026-01-05")}}
	for i, p := range []v.Periode{v.P(jour("2019-01-01"), 0), v.P(jour("2015-01-01"), jour("2018-12-31"))} {
		activite.Revenus.Activites = append(activite.Revenus.Activites, ActiviteDeclaree{Numero: string(rune('1' + i)), Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: p})
	}
	demande := conge(3, droit.Maternite, "2026-06-01")
	demande.Conge.Employeur = boulangerie
	s := plierAu([]Fait{activite, grossesse(2, "2026-06-01", 1), demande}, "2026-07-01")
	var sur [][]string
	for i := range s.Cas.Arrets {
		sur = append(sur, s.Cas.Arrets[i].Activites)
	}
	if len(sur) != 2 || len(sur[0]) != 1 || len(sur[1]) != 1 || sur[1][0] != "INDEPENDANT/1" {
		t.Errorf("congés sur %v ; lignes %+v", sur, s.Lignes)
	}
}
