package contrecalcul

import (
	"cmp"
	"fmt"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Desaccord is one day of one line, for one benefit, on which both computations differ. A day
// that one of them does not have has an empty Etat on its side.
type Desaccord struct {
	Date     v.Jour
	Activite int
	Risque   droit.Risque
	Paye     droit.JourCalcule // what the product says
	Contre   Jour              // what this package says
}

// Comparer lists the days on which a calendar and the counter-calculation
// differ by state, amount or payee. A day that the product leaves waiting for an
// answer is not compared: nothing is paid on it beyond what is certain.
func Comparer(calendrier []droit.JourCalcule, contre []Jour) []Desaccord {
	miens := make(map[cleJour]Jour, len(contre))
	for _, j := range contre {
		miens[cleJour{j.Date, j.Activite, j.Risque}] = j
	}
	var ds []Desaccord
	for _, p := range uneFois(calendrier) {
		k := cleJour{p.Date, p.Activite, p.Risque}
		m, ok := miens[k]
		delete(miens, k)
		if !ok && p.Etat != droit.Attente || ok && differe(&p, &m) {
			ds = append(ds, Desaccord{p.Date, p.Activite, p.Risque, p, m})
		}
	}
	for _, m := range contre {
		if _, reste := miens[cleJour{m.Date, m.Activite, m.Risque}]; reste {
			ds = append(ds, Desaccord{Date: m.Date, Activite: m.Activite, Risque: m.Risque, Contre: m})
		}
	}
	slices.SortFunc(ds, func(a, b Desaccord) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Activite, b.Activite), cmp.Compare(a.Risque, b.Risque))
	})
	return ds
}

// cleJour names a day of a line for one benefit.
type cleJour struct {
	d v.Jour
	a int
	r droit.Risque
}

// uneFois keeps one row of each day: a leave asked for twice is told twice, and paid
// once. A second row that is paid stays, and is a disagreement.
func uneFois(calendrier []droit.JourCalcule) []droit.JourCalcule {
	rang := func(j *droit.JourCalcule) int { return slices.Index([]droit.Etat{droit.Attente, droit.Paye}, j.Etat) }
	gardes, vus := calendrier[:0:0], make(map[cleJour]int, len(calendrier))
	for _, j := range calendrier {
		k := cleJour{j.Date, j.Activite, j.Risque}
		i, deja := vus[k]
		switch {
		case !deja || j.Etat == droit.Paye && gardes[i].Etat == droit.Paye:
			vus[k] = len(gardes)
			gardes = append(gardes, j)
		case rang(&j) > rang(&gardes[i]):
			gardes[i] = j
		}
	}
	return gardes
}

func differe(p *droit.JourCalcule, m *Jour) bool {
	if p.Etat == droit.Attente && m.Etat != "attente" && p.Regle != "MAL-PRE-02" && p.Regle != "MAL-CTL-05" {
		return false // it hangs on a datum that is not known
	}
	if p.Etat == droit.Attente && m.Motif == "PERTE_INCONNUE" {
		return false // what is presumed of a loss until it is attested is not law
	}
	return string(p.Etat) != m.Etat || p.IJ != m.IJ || m.Etat == "paye" && string(p.Beneficiaire) != m.Beneficiaire
}

// String says both sides in words.
func (d Desaccord) String() string {
	dire := func(etat string, ij v.Centimes, a, pourquoi string) string {
		if etat == "" {
			return "rien"
		}
		s := etat + " " + ij.String()
		if a != "" {
			s += " à " + a
		}
		return s + " (" + pourquoi + ")"
	}
	return fmt.Sprintf("%s, ligne %d, %s : calcul %s ; contre-calcul %s", d.Date, d.Activite, d.Risque,
		dire(string(d.Paye.Etat), d.Paye.IJ, string(d.Paye.Beneficiaire), string(d.Paye.Regle)),
		dire(d.Contre.Etat, d.Contre.IJ, d.Contre.Beneficiaire, d.Contre.Motif))
}

// ComparerForfaits lists, in words, the lump sums that only one of both gives.
func ComparerForfaits(calcul []droit.Forfait, contre []Forfait) []string {
	reste := slices.Clone(contre)
	var dits []string
	for _, f := range calcul {
		m := Forfait{f.Nature, f.Le, f.Montant, f.Activite}
		if k := slices.Index(reste, m); k >= 0 {
			reste = slices.Delete(reste, k, k+1)
			continue
		}
		dits = append(dits, "calcul seul : "+m.String())
	}
	for _, f := range reste {
		dits = append(dits, "contre-calcul seul : "+f.String())
	}
	return dits
}

// String says a lump sum in words.
func (f Forfait) String() string {
	return fmt.Sprintf("%s de %s le %s, ligne %d", f.Nature, f.Montant, f.Le, f.Activite)
}
