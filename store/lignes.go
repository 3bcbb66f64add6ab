package store

import (
	"accord/droit"
	"accord/paiement"
	"accord/store/requetes"
	v "accord/valeur"
)

// ajouterLignes keeps the lines of an order, and their days in runs.
func (t *tx) ajouterLignes(o *paiement.Ordre) error {
	lignes := make([]any, 0, 17*len(o.Lignes))
	var jours []any
	for i := range o.Lignes {
		l := &o.Lignes[i]
		lignes = append(lignes, l.ID, o.ID, int64(i+1), l.Racine, l.Activite, string(l.Risque), int64(l.Periode.Du), int64(l.Periode.Au), l.Exonere, l.Acompte,
			int64(l.Brut), int64(l.CSG), int64(l.CSGDeductible), int64(l.CRDS), int64(l.Imposable), int64(l.PAS), int64(l.Net))
		numero := int64(0)
		for debut := 0; debut < len(l.Jours); {
			j, fin := l.Jours[debut], debut+1
			for fin < len(l.Jours) && l.Jours[fin] == (paiement.JourLigne{Jour: l.Jours[fin-1].Jour + 1, Rang: j.Rang, Brut: j.Brut}) {
				fin++
			}
			numero++
			jours = append(jours, l.ID, numero, int64(j.Jour), int64(l.Jours[fin-1].Jour), int64(j.Rang), int64(j.Brut))
			debut = fin
		}
	}
	if err := t.inserer(requetes.InsererLigne, lignes); err != nil {
		return err
	}
	return t.inserer(requetes.InsererLigneJours, jours)
}

// assembler gives the lines of each order, with their days.
func assembler(lignes []requetes.Ligne, jours []requetes.LignesJour) map[string][]paiement.Ligne {
	parLigne := map[string][]paiement.JourLigne{}
	for _, s := range jours {
		for j := s.Du; j <= s.Au; j++ {
			parLigne[s.Ligne] = append(parLigne[s.Ligne], paiement.JourLigne{Jour: jour(j), Rang: int(s.Rang), Brut: centimes(s.Brut)})
		}
	}
	parOrdre := map[string][]paiement.Ligne{}
	for _, l := range lignes {
		parOrdre[l.Ordre] = append(parOrdre[l.Ordre], paiement.Ligne{
			ID: l.ID, Racine: l.Racine, Activite: l.Activite, Risque: droit.Risque(l.Risque),
			Periode: v.P(jour(l.Du), jour(l.Au)), Jours: parLigne[l.ID], Exonere: l.Exonere, Acompte: l.Acompte,
			Prelevements: prelevements(l.Brut, l.Csg, l.CsgDeductible, l.Crds, l.Imposable, l.Pas, l.Net),
		})
	}
	return parOrdre
}
