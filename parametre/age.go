package parametre

import (
	"fmt"
	"io/fs"
	"strconv"

	v "accord/valeur"
)

// Age is one row of the legal retirement age (L.161-17-2): it holds for the
// pensions that take effect, and the persons born, from those days on.
type Age struct {
	PensionDu, NeDu v.Jour
	Mois            int // the age, in months
	Source          string
	VraiEncoreLe    v.Jour
}

// Ages returns every row, by day of pension then day of birth.
func (t *Table) Ages() []Age { return t.ages }

// AgeLegal returns the day on which a person born on that day reaches the legal
// retirement age, under the law of the day on which the pension takes effect.
func (t *Table) AgeLegal(pension, naissance v.Jour) v.Jour {
	for i := len(t.ages) - 1; i >= 0; i-- {
		if a := &t.ages[i]; a.PensionDu <= pension && a.NeDu <= naissance {
			return naissance.AjouterMois(a.Mois)
		}
	}
	return naissance
}

// ModifierAge returns a table in which row i of the ages holds a instead.
func (t *Table) ModifierAge(i int, a Age) *Table {
	n := *t
	n.ages = append([]Age(nil), t.ages...)
	n.ages[i] = a
	return &n
}

func (t *Table) lireAges(dossier fs.FS) error {
	es, err := lire(dossier, "ages.csv", "pension_du;ne_du;ans;mois;source;vrai_encore_le")
	if err != nil {
		return err
	}
	for i, e := range es {
		c := e.champs
		pension, err1 := v.ParseJour(c[0])
		ne, err2 := v.ParseJour(c[1])
		ans, err3 := strconv.Atoi(c[2])
		mois, err4 := strconv.Atoi(c[3])
		vrai, err5 := v.ParseJour(c[5])
		if err1 != nil || err2 != nil || err3 != nil || err4 != nil || err5 != nil || mois > 11 || c[4] == "" {
			return fmt.Errorf("ages.csv, ligne %d : deux dates, un âge, une source et une date de vérification attendus", e.num)
		}
		if i > 0 {
			if a := &t.ages[i-1]; pension < a.PensionDu || pension == a.PensionDu && ne <= a.NeDu {
				return fmt.Errorf("ages.csv, ligne %d : les lignes ne sont pas dans l'ordre des dates", e.num)
			}
		}
		t.ages = append(t.ages, Age{pension, ne, 12*ans + mois, c[4], vrai})
	}
	return nil
}
