package sepa

import "fmt"

// Compare proves that the batch read back from a file is the one that was to
// be written. The error names in French the first difference: the header, then
// the number of transfers, then field by field. Account numbers are masked.
func Compare(voulu, relu Lot) error {
	voulu = Normalize(voulu)
	for i := range champsLot {
		if err := comparer(&champsLot[i], &voulu, &relu); err != nil {
			return err
		}
	}
	if len(voulu.Ordres) != len(relu.Ordres) {
		return fmt.Errorf("nombre de virements : %d voulus, %d relus", len(voulu.Ordres), len(relu.Ordres))
	}
	for n := range voulu.Ordres {
		v, r := &voulu.Ordres[n], &relu.Ordres[n]
		for i := range champsVirement {
			if err := comparer(&champsVirement[i], v, r); err != nil {
				return fmt.Errorf("virement %d (EndToEndId %s), %w", n+1, v.EndToEndID, err)
			}
		}
	}
	return nil
}

func comparer[T any](c *champ[T], voulu, relu *T) error {
	v, r := c.lire(voulu), c.lire(relu)
	if v == r {
		return nil
	}
	if c.masque != nil {
		v, r = c.masque(v), c.masque(r)
		if v == r {
			return fmt.Errorf("%s : deux comptes différents qui se lisent tous deux « %s » une fois masqués", c.nom, v)
		}
	}
	return fmt.Errorf("%s : voulu « %s », relu « %s »", c.nom, v, r)
}
