package app

import (
	"cmp"
	"fmt"
	"slices"

	"accord/suivi"
)

// verifierProjections proves that the lists of dossiers say what the facts give: a
// line for each dossier, its days and its money, the runs from which its harm is
// reckoned on any day, who is awaited and when the run looks next.
func (c *Caisse) verifierProjections(tx Tx, d *Dossier, r *Verification) error {
	gardes, err := tx.Resumes(d.Personne)
	if err != nil {
		return err
	}
	derives := make([]Resume, len(d.Etapes))
	for i := range d.Etapes {
		derives[i] = d.resume(&d.Etapes[i])
	}
	slices.SortFunc(derives, func(a, b Resume) int { return cmp.Compare(a.Dossier, b.Dossier) })
	for _, x := range derives {
		k, garde := slices.BinarySearchFunc(gardes, x.Dossier, func(g Resume, num string) int { return cmp.Compare(g.Dossier, num) })
		if !garde {
			r.breche("LISTE", x.Dossier, "Le dossier ne figure pas dans la liste.")
			continue
		}
		comparerResumes(&gardes[k], &x, r)
		if err := c.verifierFile(tx, d, &gardes[k], &x, r); err != nil {
			return err
		}
		gardes = slices.Delete(gardes, k, k+1)
	}
	for i := range gardes {
		r.breche("LISTE", gardes[i].Dossier, "La liste porte un dossier que les faits ne donnent pas.")
	}
	return nil
}

// comparerResumes compares what does not depend on the day on which it is written.
func comparerResumes(garde, derive *Resume, r *Verification) {
	g, x := garde, derive
	memes := g.Nom == x.Nom && g.Debut == x.Debut && g.Fin == x.Fin && g.PlusAncien == x.PlusAncien && g.Jours == x.Jours && g.DuBrut == x.DuBrut &&
		g.Priorite == x.Priorite && g.Test == x.Test
	if !memes {
		r.breche("LISTE", x.Dossier, "La liste dit %s ; les faits donnent %s.", g.dire(), x.dire())
	}
	if !slices.Equal(garde.Impayes, derive.Impayes) {
		jour := derive.Fin + 1
		r.breche("PREJUDICE", x.Dossier, "Les jours impayés dont se compte le préjudice ne sont pas ceux que donnent les faits : %s × jours au %s, au lieu de %s.",
			suivi.Prejudice(garde.Impayes, jour).Euros(), jour.Francais(), suivi.Prejudice(derive.Impayes, jour).Euros())
	}
}

// dire tells a line of the list in words.
func (r *Resume) dire() string {
	depuis := "sans jour impayé"
	if r.PlusAncien != 0 {
		depuis = "le plus ancien le " + r.PlusAncien.Francais()
	}
	return fmt.Sprintf("%s du %s au %s : %d jours impayés pour %s, %s", r.Nom, r.Debut.Francais(), r.Fin.Francais(), r.Jours, r.DuBrut.Euros(), depuis)
}
