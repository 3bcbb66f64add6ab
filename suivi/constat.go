package suivi

import (
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	v "accord/valeur"
)

// ACorriger is the outcome of a control that found a payment wrong.
const ACorriger = "a_corriger"

// Constater gives each control that found a payment wrong that payment, and the first act
// after it that answers it. The acts are all those in force of a person, in order.
func Constater(actes []Acte, ordres []*paiement.Ordre) {
	for i := range actes {
		k := &actes[i]
		if k.Nature != dossier.Controler || k.Valeur != ACorriger {
			continue
		}
		n := slices.IndexFunc(ordres, func(o *paiement.Ordre) bool { return o.ID == k.Objet })
		if n < 0 {
			continue
		}
		k.Ordre = ordres[n]
		if n := slices.IndexFunc(actes[i+1:], func(a Acte) bool {
			return a.Nature == dossier.Reparer && a.Objet == k.ID || Corrige(&a.Intervention, k.Ordre)
		}); n >= 0 {
			k.Corrige = &actes[i+1+n]
		}
	}
}

// Corrige reports whether an act decides of a day of a payment. One that puts days off, or pays
// them sooner, says nothing of what is wrong with them.
func Corrige(a *dossier.Intervention, o *paiement.Ordre) bool {
	x, _ := decision.Exige(a.Nature)
	if !x.Jours || a.Nature == dossier.Retenir || a.Nature == dossier.Avancer {
		return false
	}
	return slices.ContainsFunc(o.Lignes, func(l paiement.Ligne) bool {
		return slices.ContainsFunc(l.Jours, func(j paiement.JourLigne) bool { return a.Vise(j.Jour, l.Activite) })
	})
}

// CoursControle is the clock of a payment drawn at random: by when someone looks at it.
func CoursControle(le, jour v.Jour) Cours { return Suivre(droit.Calendrier{}, "CONTROLE", le, jour) }

// EcheanceConstat is the last day to correct what a control found on a day.
func EcheanceConstat(le v.Jour) v.Jour { return Echeance("CORRECTION", le) }

// aCorriger is the task that a control opens on a payment that it found wrong: nothing in the
// register says that its days are, until someone decides of them.
func aCorriger(a *Acte) Tache {
	t := ouvrirTache(Constat, "technicien", a, EcheanceConstat(a.Le))
	t.Valeur = a.Objet
	t.Phrase = "Un contrôle de " + a.Par + " trouve à corriger le paiement du " + a.Ordre.CreeLe.Francais() + " (" + a.Ordre.Total.Brut.Euros() + " brut, " + joursDe(a.Ordre).String() + ") : " + Clore(a.Motif) + " "
	if a.Ordre.Etat == paiement.Annule {
		t.Phrase += "Il est annulé avant l'envoi, et ses jours sont retenus jusqu'à la correction, ou jusqu'à ce délai. "
	}
	if c := a.Change; c != nil {
		t.Phrase += c.dire() + " Si c'est ce que le contrôle trouvait faux, un agent le dit en nommant la pièce (acte reparer) : rien ne se ferme sans lui. Sinon, un technicien décide de ces jours (forcer ce qui est faux, les libérer s'ils sont justes)."
	} else {
		t.Phrase += "Aucun acte ne le corrige : un technicien décide de ces jours (forcer ce qui est faux, les libérer s'ils sont justes), ou dit quelle pièce a tout réparé (acte reparer)."
	}
	if a.Corrige != nil {
		t.FaiteLe, t.FaitePar, t.Suite = a.Corrige.Le, a.Corrige.Par, a.Corrige.Motif
	}
	return t
}

// joursDe is from the first to the last day of a payment.
func joursDe(o *paiement.Ordre) v.Periode {
	p := o.Lignes[0].Periode
	for i := range o.Lignes {
		p.Du, p.Au = min(p.Du, o.Lignes[i].Periode.Du), max(p.Au, o.Lignes[i].Periode.Au)
	}
	return p
}

// Changement is what pieces that came since a control changed of the days of the payment that it found
// wrong. Whether that is what it found, a human says.
type Changement struct {
	Avant, Apres v.Centimes // gross owed on those days, as known at the control, and today
	Autrement    bool       // the same sum, to someone else or on other days
	Pieces       []PieceVenue
}

// PieceVenue is a piece that came.
type PieceVenue struct {
	Piece   string // its number
	Fichier string // the file in which it came
	Le      v.Jour
}

func (c *Changement) dire() string {
	phrase := "Depuis, le calcul de ces jours a changé (" + c.Avant.Euros() + " brut dus alors, " + c.Apres.Euros() + " aujourd'hui"
	if c.Autrement {
		phrase = "Depuis, le calcul de ces jours a changé (" + c.Apres.Euros() + " brut, comme alors, mais d'autres jours ou à quelqu'un d'autre"
	}
	phrase += ")"
	for i, p := range c.Pieces {
		if i == 0 {
			phrase += ", après "
		} else {
			phrase += ", "
		}
		phrase += "«" + p.Fichier + "» reçu le " + p.Le.Francais() + " (pièce " + p.Piece[:min(8, len(p.Piece))] + ")"
	}
	return phrase + "."
}
