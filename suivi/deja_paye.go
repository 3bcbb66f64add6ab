package suivi

import (
	"slices"

	"accord/paiement"
	"accord/registre"
)

// pasPartis reports whether days that were posted for another payee are all in orders
// that have not left.
func (e *Entree) pasPartis(r *paiement.Retenue) bool {
	for _, j := range r.Details {
		if !slices.ContainsFunc(e.Ordres, func(o *paiement.Ordre) bool { return o.Destinataire == r.PayeA && o.Porte(j.Jour, j.Ligne) }) {
			return false
		}
	}
	return true
}

// redressePasPaye reports whether what was paid too much was so because its days are paid to
// whoever is owed them, and he was not paid yet: that comes first.
func (e *Entree) redressePasPaye(r *paiement.Retenue) bool {
	return slices.ContainsFunc(r.Details, func(j paiement.JourRetenu) bool {
		return slices.ContainsFunc(e.Dus, func(d registre.Du) bool {
			return d.Redresse && d.Jour == j.Jour && d.Ligne == j.Ligne && e.Verse[d.Cle] < d.Dette()
		})
	})
}

// direDejaPaye says of days paid to one and owed to another who holds the money, who is to
// be asked, and which act closes each answer. Nothing is paid a second time meanwhile.
func (e *Entree) direDejaPaye(r *paiement.Retenue) string {
	debut := pluriel(r.Jours, "jour a été payé ", "jours ont été payés ") + payeA(r.PayeA) + " et "
	if r.Jours == 1 {
		debut += "revient "
	} else {
		debut += "reviennent "
	}
	debut += payeA(r.Destinataire) + " : rien n'est payé une seconde fois sans décision. "
	if r.PayeA == registre.Assure {
		return debut + "La caisse avait déjà connaissance de la subrogation, ou le destinataire ou le risque ont changé ensuite : un technicien vérifie qui a supporté ces jours. Si l'assuré garde ce paiement, " +
			"l'acte forcer_destinataire (assure) referme le dossier, et l'employeur s'arrange avec lui, dans la limite du salaire maintenu (R.323-11). Si la caisse les doit à l'employeur, " +
			"l'acte payer_a_qui_de_droit (employeur) les lui paie, et ce que l'assuré a reçu devient un trop-versé, que rien ne retient sans décision."
	}
	return debut + "Un technicien joint l'employeur : s'il a maintenu le salaire, ou reversé la somme à l'assuré, l'acte forcer_destinataire (employeur) referme le dossier ; " +
		"sinon l'acte payer_a_qui_de_droit (assure) paie l'assuré sans attendre (L.323-1), et ce que l'employeur a reçu devient un trop-versé, à lui réclamer (L.133-4-1)."
}

// payeA names a payee: «à l'assuré», «à l'employeur».
func payeA(d registre.Destinataire) string {
	if d == registre.Assure {
		return "à l'assuré"
	}
	return "à l'employeur"
}
