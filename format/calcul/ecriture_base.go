package calcul

import (
	"accord/droit"
	v "accord/valeur"
)

func (e *ecrivain) base(b *droit.Base) {
	e.objet()
	e.arret(b.Arret)
	e.cle("activites")
	e.ouvrir('[')
	for _, i := range b.Activites {
		e.element()
		e.idActivite(i)
	}
	e.fermer(']')
	e.cle("reference")
	e.texteOuNul(b.Reference)
	e.cle("plafond_mensuel")
	if b.PlafondMensuel.EstNulle() {
		e.nul()
	} else {
		e.exacte(b.PlafondMensuel)
	}
	e.fractions("salaires_retablis", b.SalairesRetablis)
	e.fractions("salaires_retenus", b.SalairesRetenus)
	e.cle("gain_journalier")
	e.b = append(e.b, '"')
	e.b = ajouterDecimal(e.b, b.GainJournalier, 6)
	e.b = append(e.b, '"')
	e.cle("salaire_journalier_plafonne")
	e.montantOuNul(b.SalaireJournalierPlafonne)
	e.cle("gain_net")
	e.montantOuNul(b.GainNet)
	e.cle("ij")
	e.montant(b.IJ)
	e.cle("ij_2")
	e.montantOuNul(b.IJ2)
	e.cle("raam")
	e.montantOuNul(b.RAAM)
	e.cle("seuil_nullite")
	e.montantOuNul(b.SeuilNullite)
	e.cle("annees")
	e.annees(b.Annees)
	e.fermer('}')
}

func (e *ecrivain) fractions(cle string, fs []v.Fraction) {
	e.cle(cle)
	e.ouvrir('[')
	for i := range fs {
		e.element()
		e.exacte(fs[i])
	}
	e.fermer(']')
}

// annees writes null when the base rests on no year.
func (e *ecrivain) annees(annees []int) {
	if len(annees) == 0 {
		e.nul()
		return
	}
	e.ouvrir('[')
	for _, a := range annees {
		e.element()
		e.entier(a)
	}
	e.fermer(']')
}
