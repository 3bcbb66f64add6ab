package registre

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// jourLigne is a day of an activity line whatever the risk: one benefit at most
// is due on it, and what was paid under another risk is imputed (R.371-3).
type jourLigne struct {
	jour  v.Jour
	ligne string
}

// plusieursRisques reports whether days are owed or were paid under more than
// one risk: there is nothing to impute otherwise.
func plusieursRisques(dus []Du, poses []Pose) bool {
	var premier droit.Risque
	autre := func(r droit.Risque) bool {
		if premier == "" {
			premier = r
		}
		return r != premier
	}
	return slices.ContainsFunc(dus, func(d Du) bool { return autre(d.Risque) }) || slices.ContainsFunc(poses, func(p Pose) bool { return autre(p.Risque) })
}

// imputer brings together what is owed for a day under one risk and what was
// paid for it under another. Both go to one dossier, hence in one order, whose
// levies are those of the difference. When they are not for the same payee, a
// human decides: the day is not paid twice meanwhile, unless he decided it. While the day waits for
// an answer under its new risk, what was paid is neither owed nor too much.
func imputer(dus []Du, ecarts []Ecart, conflits []Conflit) ([]Ecart, []Conflit) {
	attend := Attendus(dus)
	redresses := map[Cle]bool{}
	for i := range dus {
		if dus[i].Redresse {
			redresses[dus[i].Cle] = true
		}
	}
	du := map[jourLigne]int{} // rank of what is owed and not yet paid
	acomptes := map[jourLigne]int{}
	for i := range ecarts {
		switch jour := (jourLigne{ecarts[i].Jour, ecarts[i].Ligne}); {
		case ecarts[i].Acompte:
			acomptes[jour] = i
		case ecarts[i].Montant > 0:
			du[jour] = i
		}
	}
	sortis := map[int]bool{}
	for i := range ecarts {
		e := &ecarts[i]
		if e.Montant >= 0 {
			continue
		}
		if k, avance := acomptes[jourLigne{e.Jour, e.Ligne}]; avance {
			sortis[k] = true // what was paid stands for it until the answer comes
		}
		k, owed := du[jourLigne{e.Jour, e.Ligne}]
		switch {
		case !owed:
			sortis[i] = e.Nouveau == 0 && attend.autre(e.Cle)
		case ecarts[k].Destinataire == e.Destinataire:
			e.Dossier = ecarts[k].Dossier
		case redresses[ecarts[k].Cle]: // decided: one is paid, the other owes
		default:
			p := &ecarts[k]
			conflits = append(conflits, Conflit{Cle: p.Cle, Dossier: p.Dossier, PayeA: e.Destinataire, DuA: p.Destinataire, Paye: -e.Montant, Du: p.Montant, Reste: p.Montant})
			sortis[i], sortis[k] = true, true
		}
	}
	if len(sortis) == 0 {
		return ecarts, conflits
	}
	var gardes []Ecart
	for i := range ecarts {
		if !sortis[i] {
			gardes = append(gardes, ecarts[i])
		}
	}
	return gardes, conflits
}

// Attente is the days that wait for an answer, under whatever risk.
type Attente map[jourLigne]droit.Risque

// Attendus lists the days of a calendar that wait for an answer.
func Attendus(dus []Du) Attente {
	a := Attente{}
	for i := range dus {
		if dus[i].Etat == droit.Attente {
			a[jourLigne{dus[i].Jour, dus[i].Ligne}] = dus[i].Risque
		}
	}
	return a
}

// autre reports whether the day waits under another risk than that of the key.
func (a Attente) autre(c Cle) bool {
	r, attend := a[jourLigne{c.Jour, c.Ligne}]
	return attend && r != c.Risque
}

// Suspend reports whether what was posted on a key is neither owed nor too much
// until an answer comes.
func (a Attente) Suspend(c Cle, dette v.Centimes) bool {
	r, attend := a[jourLigne{c.Jour, c.Ligne}]
	return attend && (r == c.Risque || dette == 0)
}

// TropPayes keeps of the differences what was paid beyond all that is owed for
// the same day to the same payee, whatever the risk: the rest is imputed.
func TropPayes(ecarts []Ecart) []Ecart {
	type cle struct {
		jourLigne
		a Destinataire
	}
	reste := map[cle]v.Centimes{}
	for i := range ecarts {
		if e := &ecarts[i]; e.Montant > 0 && !e.Acompte {
			reste[cle{jourLigne{e.Jour, e.Ligne}, e.Destinataire}] += e.Montant
		}
	}
	var trop []Ecart
	for _, e := range ecarts {
		if e.Montant >= 0 {
			continue
		}
		c := cle{jourLigne{e.Jour, e.Ligne}, e.Destinataire}
		impute := min(reste[c], -e.Montant)
		reste[c] -= impute
		if e.Montant += impute; e.Montant < 0 {
			trop = append(trop, e)
		}
	}
	return trop
}
