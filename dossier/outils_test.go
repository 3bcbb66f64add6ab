package dossier

import (
	"fmt"
	"testing"

	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

const (
	boulangerie v.SIRET = "73282932000074"
	garage      v.SIRET = "35600000000048"
)

var elodie = Identite{NomNaissance: "O'CONNOR", Prenoms: "Élodie", Naissance: v.NewJour(1985, 1, 15)}

var table, jour = valeurs.Table(), valeurs.Jour

func piece(n int) Source {
	return Source{Piece: fmt.Sprintf("%064d", n), Fichier: fmt.Sprintf("f%d", n), Du: 1, Au: 40}
}

// paie is one person's part of a monthly DSN, for one contract.
func paie(n int, s v.SIRET, mois string, brut v.Centimes, ordre int64) Fait {
	m := jour(mois + "-01")
	return Fait{Genre: GenreMensuelle, ConnuLe: m.FinMois() + 5, Source: piece(n), Mensuelle: &Mensuelle{
		Identite: elodie, Employeur: Employeur{SIRET: s, Nom: "EMPLOYEUR " + string(s[:3])}, Mois: m, Ordre: ordre,
		Contrats: []ContratDeclare{{Numero: "00001", Nature: droit.CDI, Debut: jour("2015-01-01"), Regime: "200", Salaires: []droit.Salaire{
			{Periode: v.P(m, m.FinMois()), Brut: v.Connu(brut), Heures: v.Connu(v.Centiemes(15167)), VerseLe: m.FinMois()},
		}}},
	}}
}

func avis(n int, nature droit.NatureArret, du, au string) Fait {
	return Fait{Genre: GenreAvisArret, ConnuLe: jour(du) + 1, Source: piece(n), AvisArret: &AvisArret{
		Identite: elodie, Reference: fmt.Sprint(n), Nature: nature, Risque: droit.Maladie, Periode: v.P(jour(du), jour(au)),
		PrescritLe: jour(du), Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant,
	}}
}

func signalement(n int, s v.SIRET, dernier, fin string, sub *SubrogationDeclaree) Fait {
	return Fait{Genre: GenreSignalement, ConnuLe: jour(dernier) + 3, Source: piece(n), Signalement: &Signalement{
		Identite: elodie, Employeur: Employeur{SIRET: s}, Contrat: "00001", DebutContrat: jour("2015-01-01"), Identifiant: fmt.Sprint("A", n), Ordre: int64(n),
		Motif: "01", DernierJour: jour(dernier), FinPrevue: jour(fin), Subrogation: sub,
	}}
}

// usuelle is an ordinary story: three pays, an arrêt, its event.
func usuelle() []Fait {
	return []Fait{
		paie(1, boulangerie, "2025-12", 200000, 1), paie(2, boulangerie, "2026-01", 200000, 2), paie(3, boulangerie, "2026-02", 200000, 3),
		avis(4, droit.Initial, "2026-03-02", "2026-03-15"), signalement(5, boulangerie, "2026-03-01", "2026-03-15", nil),
	}
}

func calculerFaits(t testing.TB, faits []Fait) Calcul {
	t.Helper()
	s := Plier(faits, jour("2026-12-31"))
	c, err := NewCalculateur(table).Situation(&s, true)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// etats counts the days of a calendar by state, and sums the paid ones.
func etats(c *Calcul) (map[droit.Etat]int, v.Centimes) {
	n := map[droit.Etat]int{}
	var brut v.Centimes
	for _, j := range c.Resultat.Jours {
		n[j.Etat]++
		if j.Etat == droit.Paye {
			brut += j.IJ
		}
	}
	return n, brut
}
