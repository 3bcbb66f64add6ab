package tirage

import (
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// independant draws an independent activity and its revenues.
func (t *tireur) independant(a v.Jour) {
	debut := t.jourEntre(a.AjouterAnnees(-12), a.AjouterAnnees(-1))
	if t.chance(250) {
		debut = t.jourEntre(a.AjouterMois(-45), a.AjouterMois(-6))
	}
	act := droit.Activite{
		ID: "T" + strconv.Itoa(len(t.cas.Activites)+1), Nature: droit.Independant, Debut: debut,
		StatutTNS: peser(t, part[droit.StatutTNS]{65, droit.ArtisanCommercant}, part[droit.StatutTNS]{25, droit.CNAVPL},
			part[droit.StatutTNS]{5, droit.PAMC}, part[droit.StatutTNS]{5, droit.ConjointCollaborateur}),
	}
	niveau := choisir(t, 4000, 12000, 30000, 60000, 200000)
	for y := max(debut.Annee(), a.Annee()-5); y < a.Annee(); y++ {
		r := droit.Revenu{Annee: y, Montant: v.Centimes(t.entre(niveau/2, niveau*3/2)) * 100, PartCotisee: v.Connu(v.Centiemes(10000))}
		if t.chance(50) {
			r.PartCotisee = v.Connu(v.Centiemes(t.entre(0, 100) * 100))
		}
		act.Revenus = append(act.Revenus, r)
	}
	// the revenue of the current year, as known at the stop
	if du := max(debut, v.NewJour(a.Annee(), 1, 1)); du < a {
		act.Revenus = append(act.Revenus, droit.Revenu{
			Periode: v.P(du, a-1), Montant: v.Centimes(t.entre(niveau/2, niveau*3/2)) * v.Centimes(a-du) * 100 / 365, PartCotisee: v.Connu(v.Centiemes(10000)),
		})
	}
	if t.chance(100) {
		micro := choisir(t, "vente", "services", "liberal", "meuble_tourisme")
		for i := range act.Revenus {
			act.Revenus[i].CategorieMicro = micro
		}
	}
	if t.chance(40) {
		t.cas.Assure.RSAOuPrimeActivite = v.Connu(true)
	}
	t.cas.Activites = append(t.cas.Activites, act)
}
