package droit

import (
	"accord/parametre"
	v "accord/valeur"
)

// Grouper gathers paid days into periods and adds them to r: the longest runs
// of one chain, line, risk, amount, payee and tax status, cut at 1 January and
// where what was already paid changes. Days must be in the order of dates. Each
// period is levied as a whole.
func Grouper(cas *Cas, p *parametre.Table, jours []JourCalcule, r *Resultat) error {
	debut := len(r.Periodes)
	var annee v.Jour // first day of the year that follows the day at hand
	for i := range jours {
		j := &jours[i]
		if j.Etat != Paye || j.IJ == 0 {
			continue
		}
		if j.Date > annee {
			annee = j.Date.DebutAnnee().AjouterAnnees(1)
		}
		if k := suite(cas, r.Periodes[debut:], j); k >= 0 && j.Date != annee {
			e := &r.Periodes[debut+k]
			e.Periode.Au = j.Date
			e.Jours++
			e.Brut += j.IJ
			continue
		}
		e := PeriodePayee{Periode: v.P(j.Date, j.Date), Arret: j.Arret, Activite: j.Activite, Chaine: j.Chaine, Lot: j.Lot, Risque: j.Risque,
			Jours: 1, Beneficiaire: j.Beneficiaire, Exonere: j.Exonere, Regle: j.Regle}
		if j.Lot == 0 {
			e.IJ = v.Connu(j.IJ)
		}
		e.Brut = j.IJ
		r.Periodes = append(r.Periodes, e)
	}
	for i := debut; i < len(r.Periodes); i++ {
		if err := preleverPeriode(cas, p, &r.Periodes[i], r); err != nil {
			return err
		}
	}
	return nil
}

// suite finds the period that the day goes on with, or -1. Periods that could
// match are among the last ones begun.
func suite(cas *Cas, periodes []PeriodePayee, j *JourCalcule) int {
	for k := len(periodes) - 1; k >= 0; k-- {
		e := &periodes[k]
		if e.Periode.Au != j.Date-1 || e.Activite != j.Activite || e.Chaine != j.Chaine || e.Risque != j.Risque {
			continue
		}
		if e.Lot != j.Lot || e.Beneficiaire != j.Beneficiaire || e.Exonere != j.Exonere || e.Lot == 0 && e.IJ.Ou(-1) != j.IJ {
			continue
		}
		if coupe(cas, j) {
			return -1
		}
		return k
	}
	return -1
}

// coupe reports whether what was already paid changes between the day before
// and this one.
func coupe(cas *Cas, j *JourCalcule) bool {
	for i := range cas.Verse {
		w := &cas.Verse[i]
		if w.Risque == j.Risque && (w.Periode.Du == j.Date || w.Periode.Au == j.Date-1) && cas.Activites[j.Activite].ID == w.Activite {
			return true
		}
	}
	return false
}

// preleverPeriode fills the levies of one period.
func preleverPeriode(cas *Cas, p *parametre.Table, e *PeriodePayee, r *Resultat) error {
	f := Fiscalite{Exonere: e.Exonere, Moitie: e.Risque.Professionnel()}
	if f.Moitie {
		f.SurBrut = lecture(cas, p, parametre.AU24, r) == "brut"
	}
	arrondi := parametre.U24
	if e.Risque != Maladie {
		arrondi = parametre.AU12
	}
	tns := cas.Activites[e.Activite].Nature == Independant
	if tns {
		point := parametre.U29
		if e.Risque != Maladie {
			point = parametre.AU14
		}
		f.SansCSG = lecture(cas, p, point, r) == "non_retenue"
	}
	if e.Beneficiaire == AssureBeneficiaire && !e.Exonere && (!tns || lecture(cas, p, parametre.U23, r) == "retenu") {
		taux, connu := cas.Assure.TauxPAS.Get()
		if !connu {
			r.Aviser("TAUX_PAS_INCONNU", "Le taux du prélèvement à la source n'est pas connu : le net est donné avant impôt.")
		}
		f.TauxPAS = taux
	}
	l, err := Prelever(p, e.Brut, e.Periode.Du, f)
	if err != nil {
		return err
	}
	if e.Lot == 0 {
		n := v.Centimes(e.Jours)
		j, err := Prelever(p, e.Brut/n, e.Periode.Du, f)
		if err != nil {
			return err
		}
		parJour := Prelevements{j.Brut * n, j.CSG * n, j.CSGDeductible * n, j.CRDS * n, j.Imposable * n, j.PAS * n, j.Net * n}
		if parJour != l && lecture(cas, p, arrondi, r) == "par_jour" {
			l = parJour
		}
	}
	e.Prelevements = l
	return nil
}

// lecture returns the reading of an uncertain point and leaves its warning.
func lecture(cas *Cas, p *parametre.Table, point parametre.Point, r *Resultat) string {
	l := p.Lecture(point)
	r.Aviser(l.Point, l.Phrase)
	return cas.Options.Lecture(l.Point, l.Defaut)
}
