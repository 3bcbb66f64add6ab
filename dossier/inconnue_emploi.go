package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// emploiTu is a job of which nobody says whether it ceased during a paternity, an adoption or a
// supplementary leave that was asked of another employer: the leave is compensated on the days on
// which all salaried work has (L.331-7, L.331-8, L.331-8-1). A mother rests from all her work: the
// dossier presumes it, and asks.
type emploiTu struct {
	activite int
	arrets   []int // those of the leave, which do not name the job
	pour     v.Periode
}

// emploisTus lists them. An employer who is named for some of the days has said that the
// others are worked; so has the person who said that she goes on, or an absence, or another stop,
// that it is not.
func emploisTus(cas *droit.Cas) []emploiTu {
	var tus []emploiTu
	for i := range cas.Arrets {
		a := &cas.Arrets[i]
		p := joursDemandes(cas, a)
		if a.Risque != droit.Paternite && a.Risque != droit.AdoptionConge && a.Risque != droit.NaissanceConge || p.IsZero() || !nommeSalarie(cas, a) {
			continue
		}
		for k := range cas.Activites {
			x := &cas.Activites[k]
			court := x.Nature == droit.Salarie && x.Debut <= p.Au && (x.Fin == 0 || x.Fin >= p.Du)
			if !court || slices.Contains(a.Poursuivies, x.ID) || slices.ContainsFunc(cas.Arrets, func(b droit.Arret) bool { return memeCongeAutreEmploi(a, &b, x) }) || cesseAutrement(cas, x, p) {
				continue
			}
			n := slices.IndexFunc(tus, func(t emploiTu) bool { return t.activite == k && memeEvenement(&cas.Arrets[t.arrets[0]], a) })
			if n < 0 {
				n, tus = len(tus), append(tus, emploiTu{activite: k, pour: p})
			}
			t := &tus[n]
			t.arrets, t.pour = append(t.arrets, i), v.P(min(t.pour.Du, p.Du), max(t.pour.Au, p.Au))
		}
	}
	return tus
}

// joursDemandes are the days of a leave, or the day from which they run when they follow from
// the event.
func joursDemandes(cas *droit.Cas, a *droit.Arret) v.Periode {
	du := a.Debut
	for i := range cas.Naissances {
		if n := &cas.Naissances[i]; du == 0 && a.Risque == droit.Paternite && (n.ID == a.Naissance || a.Naissance == "" && len(cas.Naissances) == 1) {
			du = cmp.Or(n.AccouchementLe, n.PrevueLe)
		}
	}
	for i := range cas.Adoptions {
		if d := &cas.Adoptions[i]; du == 0 && a.Risque == droit.AdoptionConge && (d.ID == a.Adoption || a.Adoption == "" && len(cas.Adoptions) == 1) {
			du = d.ArriveeLe
		}
	}
	if du == 0 {
		return v.Periode{}
	}
	return v.P(du, max(du, a.Fin))
}

// nommeSalarie reports whether an arrêt names the jobs that it stops.
func nommeSalarie(cas *droit.Cas, a *droit.Arret) bool {
	return slices.ContainsFunc(cas.Activites, func(x droit.Activite) bool {
		return x.Nature == droit.Salarie && slices.Contains(a.Activites, x.ID)
	})
}

func memeEvenement(a, b *droit.Arret) bool {
	return a.Risque == b.Risque && a.Naissance == b.Naissance && a.Adoption == b.Adoption
}

// memeCongeAutreEmploi reports whether an arrêt is of the same leave and stops that work.
func memeCongeAutreEmploi(a, b *droit.Arret, x *droit.Activite) bool {
	return memeEvenement(a, b) && (len(b.Activites) == 0 || slices.Contains(b.Activites, x.ID))
}

// cesseAutrement reports whether a job had ceased on all those days for another reason.
func cesseAutrement(cas *droit.Cas, x *droit.Activite, p v.Periode) bool {
	for j := p.Du; j <= p.Au; j++ {
		if x.Debut > j || x.Fin != 0 && x.Fin < j {
			continue
		}
		absent := slices.ContainsFunc(x.Absences, func(y droit.Absence) bool { return y.Periode.Contient(j) })
		arrete := slices.ContainsFunc(cas.Arrets, func(b droit.Arret) bool {
			return !b.TempsPartiel && b.Debut != 0 && b.Periode().Contient(j) && (len(b.Activites) == 0 || slices.Contains(b.Activites, x.ID))
		})
		if !absent && !arrete {
			return false
		}
	}
	return true
}

// inconnueEmploi closes it: the job went on, or the leave is of both.
func inconnueEmploi(t *emploiTu) inconnue {
	return inconnue{reponses: 2, poids: v.Centimes(t.pour.Jours()), fermer: func(c *droit.Cas, reponse int) {
		for _, i := range t.arrets {
			if reponse == 1 {
				a := &c.Arrets[i]
				a.Activites = append(slices.Clone(a.Activites), c.Activites[t.activite].ID)
			}
		}
	}}
}

// ObjetEmploi begins the object of a question about another job during a leave.
const ObjetEmploi = "emploi-"

// questionEmploi asks the insured about it.
func questionEmploi(cas *droit.Cas, t *emploiTu) Question {
	x, autre := &cas.Activites[t.activite], "un autre employeur"
	if !x.Employeur.IsZero() {
		autre += " (SIRET " + string(x.Employeur) + ")"
	}
	return Question{
		Code: QuestionDemandeConge, AupresDe: "assure", Ligne: x.ID, Objet: ObjetEmploi + t.pour.Du.String(), Pour: t.pour,
		Phrase: "Ce congé est demandé pour un emploi, et rien n'est dit de celui qui est tenu chez " + autre + ". Le congé n'est indemnisé que les jours où tout travail salarié a cessé : le travail y a-t-il cessé aussi ?",
	}
}
