package app

import "context"

// parcourir reads everyone, a page in each transaction: ids are the records of a
// page, which come after apres.
func (c *Caisse) parcourir(ctx context.Context, lire func(tx Tx, apres string, ids []string) error) error {
	apres := ""
	for {
		var ids []string
		err := c.store.View(ctx, func(tx Tx) (err error) {
			if ids, err = tx.Personnes(apres, pageJournee); err != nil || len(ids) == 0 {
				return err
			}
			return lire(tx, apres, ids)
		})
		if err != nil || len(ids) == 0 {
			return err
		}
		apres = ids[len(ids)-1]
	}
}
